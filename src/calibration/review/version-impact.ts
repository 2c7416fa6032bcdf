import { groupBy } from '../../documents/group-by.js'
import type { Score } from '../../scoring/index.js'
import { mean } from '../../statistics/mean.js'
import type { RescoredEvaluation } from './rescored-evaluation.js'

/** Effect of a new version on the evaluations of one business type; of all where the rubric has no types. */
export interface VersionImpact {
  readonly businessType?: string
  readonly evaluations: number
  readonly meanBefore: number | null
  readonly meanAfter: number | null
  /** Evaluations by change of band, such as `excellent -> good`. */
  readonly bands: Readonly<Record<string, number>>
  /** Evaluations by change of verdict. */
  readonly verdicts: Readonly<Record<string, number>>
}

/** Sums up what a new version changes, by business type, in the order of first occurrence. */
export function impactOf(carried: readonly RescoredEvaluation[]): readonly VersionImpact[] {
  return [...groupBy(carried, ({ before }) => before.businessType)].map(([businessType, own]) => ({
    ...(businessType !== undefined && { businessType }),
    evaluations: own.length,
    meanBefore: meanOf(own.map(({ before }) => before.score)),
    meanAfter: meanOf(own.map(({ after }) => after.score)),
    bands: changesOf(own, ({ band }) => band),
    verdicts: changesOf(own, ({ verdict }) => verdict),
  }))
}

function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : Number(mean(known).toFixed(2))
}

function changesOf(
  rescored: readonly RescoredEvaluation[],
  resultOf: (score: Score) => string | null,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { before, after } of rescored) {
    const [from, to] = [resultOf(before), resultOf(after)]
    if (from === to) continue
    const change = `${from ?? 'none'} -> ${to ?? 'none'}`
    counts.set(change, (counts.get(change) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
