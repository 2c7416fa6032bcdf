import type { Evaluation, Rubric } from 'callgrade'
import type { RuleProperties } from 'json-rules-engine'

/** Weights of five sections with four items each, as a QA manager would choose them. */
export const SECTION_WEIGHTS = [10, 20, 35, 25, 10] as const
export const ITEM_WEIGHTS = [
  [3, 2, 1, 4],
  [1, 1, 1, 1],
  [5, 3, 3, 2],
  [2, 2, 1, 1],
  [4, 3, 2, 1],
] as const

/** A 20-item rubric; `shift` turns the weights so that five of them differ. */
export function benchRubric(id: string, shift = 0): Rubric {
  return {
    format: 'callgrade/rubric@1',
    id,
    version: '1',
    title: id,
    scales: { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value })) } },
    defaultScale: 'five',
    sections: SECTION_WEIGHTS.map((_, s) => ({
      id: `s${s}`,
      weight: SECTION_WEIGHTS[(s + shift) % 5] ?? 1,
      items: [0, 1, 2, 3].map((i) => ({
        id: itemId(s, i),
        weight: ITEM_WEIGHTS[(s + shift) % 5]?.[i] ?? 1,
        mayBeNotApplicable: true,
      })),
    })),
    vetoes: [{ id: 'abuse' }, { id: 'false-promise' }],
    result: {
      passMark: 80,
      bands: [
        { id: 'excellent', minimum: 90 },
        { id: 'good', minimum: 80 },
        { id: 'basic', minimum: 0 },
      ],
    },
  }
}

export function itemId(section: number, item: number): string {
  return `s${section}i${item}`
}

/** Evaluations with levels from 2 to 5, one item in twenty not applicable, one call in fifty vetoed; the same every time. */
export function benchEvaluations(count: number): readonly Evaluation[] {
  let state = 12345
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, (_, index) => {
    const ratings: Record<string, number | 'na'> = {}
    for (let s = 0; s < 5; s++) for (let i = 0; i < 4; i++) ratings[itemId(s, i)] = next(20) === 0 ? 'na' : 2 + next(4)
    return { id: `e${index}`, rubric: 'bench', ratings, vetoes: next(50) === 0 ? ['abuse'] : [] }
  })
}

/** The rubric as people write it for a rule engine: a rule per item and level that fires the points. */
export function asRules(): RuleProperties[] {
  const rules: RuleProperties[] = []
  for (let s = 0; s < 5; s++) {
    for (let i = 0; i < 4; i++) {
      for (const level of [1, 2, 3, 4, 5]) {
        rules.push({
          conditions: { all: [{ fact: 'ratings', operator: 'equal', value: level, path: `$.${itemId(s, i)}` }] },
          event: { type: 'level', params: { s, i, level } },
        })
      }
    }
  }
  for (const veto of ['abuse', 'false-promise'])
    rules.push({
      conditions: { all: [{ fact: 'vetoes', operator: 'contains', value: veto }] },
      event: { type: 'veto' },
    })
  return rules
}
