import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Score } from '../../src/scoring/score.js'
import type { EvaluationDocument, RubricDocument } from '../reference/documents.js'
import * as exact from '../reference/rational.js'
import { ReferenceRefusal, type ReferenceResult, referenceScore } from '../reference/reference-score.js'
import { leavesOf, localDate } from '../reference/reference-weights.js'
import { runs } from '../support/runs.js'
import { evaluationOf, type RandomCase, randomCase } from './random-pairs.js'

/** What the reference refuses, the scorer refuses with one of these. */
const REFUSALS = new Set([
  'evaluation/fact-missing',
  'evaluation/unanswered',
  'evaluation/no-range',
  'evaluation/undetermined',
])

/** How often each thing that is easily got wrong occurred. */
export type Mix = Record<string, number>

/** Compares at least this many pairs of rubric and evaluation; throws at the first difference, naming its seed. */
export function comparePairs(seed: string, pairs: number): Mix {
  const mix: Mix = { pairs: 0, rubrics: 0 }
  for (let number = 0; (mix.pairs ?? 0) < pairs; number++) {
    const each = randomCase(`${seed}-${number}`)
    count(mix, 'rubrics')
    for (const evaluation of each.evaluations) comparePair(each, evaluation, mix)
  }
  return mix
}

function count(mix: Mix, name: string, when = true): void {
  if (when) mix[name] = (mix[name] ?? 0) + 1
}

function comparePair({ seed, rubric, scorer }: RandomCase, evaluation: EvaluationDocument, mix: Mix): void {
  count(mix, 'pairs')
  let reference: ReferenceResult | undefined
  try {
    reference = referenceScore(rubric, evaluation)
  } catch (error) {
    if (!(error instanceof ReferenceRefusal)) throw error
  }
  const result = scorer.safeScore(evaluationOf(evaluation))
  if (!reference || !result.success) {
    const codes = result.issues?.map(({ code }) => code) ?? []
    if (reference || result.success || !codes.every((code) => REFUSALS.has(code)))
      expect.fail(`${seed}: ${reference ? 'scored' : 'refused'} by the reference, here: ${codes.join() || 'scored'}`)
    count(mix, 'refused by both')
    for (const code of new Set(codes)) count(mix, code)
    return
  }
  const expected = scoreExpected(rubric, evaluation, reference)
  if (!isDeepStrictEqual(result.data, expected)) expect(result.data, seed).toStrictEqual(expected)
  countScored(rubric, reference, mix)
}

/** The reference's figures with what a score carries over. */
function scoreExpected(rubric: RubricDocument, evaluation: EvaluationDocument, reference: ReferenceResult): Score {
  const { exact: _, ...figures } = reference
  const { id, rubric: rubricId, rubricVersion, ratings, vetoes, bonuses, facts, ...carried } = evaluation
  return {
    evaluationId: id,
    rubric: rubricId,
    rubricVersion: rubric.version,
    ...carried,
    ...(evaluation.callAt !== undefined && { date: localDate(evaluation.callAt, rubric.timeZone ?? 'UTC') }),
    ...figures,
    // The reference's loose types allow any JSON where a score names a rating.
  } as unknown as Score
}

function countScored(rubric: RubricDocument, reference: ReferenceResult, mix: Mix): void {
  const { rounding = 'half-up', notApplicablePolicy = 'siblings', decimals = 2 } = rubric.result
  count(mix, `rounding ${rounding}`)
  count(mix, `policy ${notApplicablePolicy}`)
  count(mix, `decimals ${decimals}`)
  count(mix, reference.status)
  const raw = exact.sum(Object.values(reference.exact.points).map(exact.fromText))
  const twice = exact.multiply(raw, exact.rational(2n * 10n ** BigInt(decimals)))
  const isTie = reference.status === 'scored' && twice.denominator === 1n && twice.numerator % 2n === 1n
  count(mix, 'ties', isTie)
  count(mix, `ties ${rounding}`, isTie)
  count(mix, 'zero weights', Object.values(reference.exact.shares).includes('0'))
  count(mix, 'sections not applicable', Object.values(reference.sections).includes(null))
  count(mix, 'items not applicable', Object.values(reference.items).includes(null))
  count(mix, 'undetermined', reference.undetermined.length > 0)
  for (const kind of ['vetoes', 'gates', 'bonuses'] as const) count(mix, kind, reference[kind].length > 0)
  for (const kind of ['selfRated', 'faults', 'options'] as const) count(mix, kind, reference[kind] !== undefined)
  for (const state of new Set(Object.values(reference.criticalErrors))) count(mix, `critical ${state}`)
  count(mix, 'not scored but vetoed', reference.status === 'not-scored' && reference.vetoes.length > 0)
  count(mix, 'score beside rawScore', reference.score !== reference.rawScore)
  count(mix, 'adjustments', rubric.weightAdjustments !== undefined)
  count(mix, 'profiles', rubric.weightProfiles !== undefined)
  count(mix, 'over 15 items', leavesOf(rubric).length > 15)
}

/** Test files that share the pairs out, each with a seed of its own. */
const SHARDS = 4
/** Pairs of all shards together in an ordinary run; `.ci/long` compares 200,000. */
const ORDINARY_PAIRS = 16_000
/** Names of what has to occur, with the least share of the pairs; far below what does occur. */
const LEAST_SHARES: Readonly<Record<string, number>> = {
  scored: 0.7,
  'not-scored': 0.01,
  'refused by both': 0.05,
  'evaluation/fact-missing': 0.02,
  'evaluation/unanswered': 0.005,
  'evaluation/no-range': 0.0005,
  'evaluation/undetermined': 0.0005,
  ties: 0.01,
  'ties half-up': 0.002,
  'ties half-even': 0.002,
  'ties down': 0.0005,
  'zero weights': 0.1,
  'sections not applicable': 0.1,
  'items not applicable': 0.2,
  undetermined: 0.05,
  vetoes: 0.1,
  gates: 0.1,
  bonuses: 0.1,
  selfRated: 0.1,
  faults: 0.1,
  options: 0.1,
  'critical error': 0.1,
  'critical clear': 0.1,
  'critical not-assessed': 0.05,
  'not scored but vetoed': 0.0005,
  'score beside rawScore': 0.2,
  adjustments: 0.2,
  profiles: 0.1,
  'policy siblings': 0.3,
  'policy whole': 0.1,
  'rounding half-up': 0.1,
  'rounding half-even': 0.1,
  'rounding down': 0.05,
  'decimals 0': 0.05,
  'decimals 1': 0.05,
  'decimals 2': 0.05,
  'decimals 6': 0.005,
}

/**
 * Compares the pairs of one shard. `CALLGRADE_SCORE_PAIRS` sets how many pairs all shards compare together.
 * @returns how often each thing occurred
 */
export function compareShard(seed: string): Mix {
  return comparePairs(seed, Math.ceil(runs('CALLGRADE_SCORE_PAIRS', ORDINARY_PAIRS) / SHARDS))
}

/** What occurred too seldom for the comparison to mean much; few pairs prove nothing about it. */
export function tooSeldom(mix: Mix): readonly string[] {
  const pairs = mix.pairs ?? 0
  if (pairs < 4_000) return []
  return Object.entries(LEAST_SHARES)
    .filter(([name, share]) => (mix[name] ?? 0) < share * pairs)
    .map(([name]) => `${name}: ${mix[name] ?? 0} of ${pairs}`)
}
