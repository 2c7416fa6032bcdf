// What a careful developer writes in an afternoon for this one rubric: it validates what callgrade validates, and
// works in doubles. The bench counts how often that is wrong.
import type { Evaluation } from 'callgrade'
import { ITEM_WEIGHTS, itemId, SECTION_WEIGHTS } from './form.js'

const KEYS = new Set([
  'id',
  'rubric',
  'rubricVersion',
  'businessType',
  'callId',
  'callAt',
  'period',
  'subject',
  'agentId',
  'teamId',
  'evaluatorId',
  'evaluatedAt',
  'purpose',
  'ratings',
  'vetoes',
  'bonuses',
  'facts',
  'note',
])
const VETOES = new Set(['abuse', 'false-promise'])
const IDS = SECTION_WEIGHTS.map((_, s) => [0, 1, 2, 3].map((i) => itemId(s, i)))

export interface HandWrittenScore {
  readonly evaluationId: string
  readonly score: number | null
  readonly rawScore: number | null
  readonly verdict: string | null
  readonly band: string | null
  readonly sections: Record<string, number | null>
  readonly items: Record<string, number | null>
  readonly vetoes: readonly string[]
}

export function handWrittenScore(evaluation: Evaluation): HandWrittenScore {
  for (const key in evaluation) if (!KEYS.has(key)) throw new Error(`unknown key ${key}`)
  if (typeof evaluation.id !== 'string' || evaluation.id === '') throw new Error('id')
  if (evaluation.rubric !== 'bench') throw new Error('rubric')
  const { ratings, vetoes } = evaluation
  if (typeof ratings !== 'object' || ratings === null) throw new Error('ratings')
  if (!Array.isArray(vetoes)) throw new Error('vetoes')
  for (const veto of vetoes) if (!VETOES.has(veto as string)) throw new Error(`unknown veto ${veto}`)
  let known = 0
  let total = 0
  let weights = 0
  const sections: Record<string, number | null> = {}
  const items: Record<string, number | null> = {}
  for (let s = 0; s < 5; s++) {
    let sum = 0
    let below = 0
    for (let i = 0; i < 4; i++) {
      const id = IDS[s]?.[i] as string
      const rating = ratings[id]
      if (rating === undefined) throw new Error(`${id} is unanswered`)
      known++
      if (rating === 'na') {
        items[id] = null
        continue
      }
      if (rating !== 1 && rating !== 2 && rating !== 3 && rating !== 4 && rating !== 5)
        throw new Error(`${id} is off the scale`)
      const weight = ITEM_WEIGHTS[s]?.[i] as number
      sum += (weight * rating) / 5
      below += weight
      items[id] = round((rating / 5) * 100)
    }
    if (below === 0) {
      sections[`s${s}`] = null
      continue
    }
    sections[`s${s}`] = round((sum / below) * 100)
    total += ((SECTION_WEIGHTS[s] as number) * sum) / below
    weights += SECTION_WEIGHTS[s] as number
  }
  let given = 0
  for (const _ in ratings) given++
  if (given !== known) throw new Error('unknown item')
  if (weights === 0)
    return {
      evaluationId: evaluation.id,
      score: null,
      rawScore: null,
      verdict: null,
      band: null,
      sections,
      items,
      vetoes: [],
    }
  const rawScore = round((total / weights) * 100)
  const score = vetoes.length > 0 ? 0 : rawScore
  return {
    evaluationId: evaluation.id,
    score,
    rawScore,
    verdict: vetoes.length > 0 || score < 80 ? 'unqualified' : 'qualified',
    band: score >= 90 ? 'excellent' : score >= 80 ? 'good' : 'basic',
    sections,
    items,
    vetoes: [...new Set(vetoes as string[])],
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
