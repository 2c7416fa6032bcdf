import type { Score } from '../../../scoring/score.js'
import { checkMeasure, type Measure } from './measure.js'

/** Measures of every scored call. */
export interface ScoreMeasures {
  readonly score: Measure
  readonly rawScore: Measure
  readonly passRate: Measure
  readonly vetoRate: Measure
  readonly vetoes: ReadonlyMap<string, Measure>
  readonly criticalErrors: ReadonlyMap<string, Measure>
}

/**
 * Reads the measures off the scores; null where a call is outside one.
 * @param named - vetoes that are measured although none of them fired
 */
export function scoreMeasures(entries: readonly Score[], named: readonly string[], maximum: number): ScoreMeasures {
  const rate = (of: (score: Score) => boolean | null): Measure => ({
    kind: 'rate',
    values: entries.map((entry) => {
      const value = entry.status === 'not-scored' ? null : of(entry)
      return value === null ? null : Number(value)
    }),
  })
  const vetoes = [...new Set([...named, ...entries.flatMap((entry) => entry.vetoes)])].sort()
  const families = [...new Set(entries.flatMap((entry) => Object.keys(entry.criticalErrors)))].sort()
  // An undecided name may be a gate's or a bonus's, which say nothing about vetoes.
  const isVeto = new Set(vetoes)
  const score: Measure = { kind: 'zeroable-mean', values: entries.map((entry) => entry.score), minimum: 0, maximum }
  const rawScore: Measure = { kind: 'mean', values: entries.map((entry) => entry.rawScore) }
  checkMeasure(score, 'maximum')
  checkMeasure(rawScore, 'scores')
  return {
    score,
    rawScore,
    passRate: rate(({ verdict }) => (verdict === null ? null : verdict === 'qualified')),
    vetoRate: rate(({ vetoes: fired, undetermined }) =>
      fired.length > 0 ? true : undetermined.some((id) => isVeto.has(id)) ? null : false,
    ),
    vetoes: new Map(
      vetoes.map((id) => [
        id,
        rate(({ vetoes: fired, undetermined }) => (undetermined.includes(id) ? null : fired.includes(id))),
      ]),
    ),
    criticalErrors: new Map(
      families.map((family) => [
        family,
        rate(({ criticalErrors }) => {
          const state = criticalErrors[family] ?? 'not-assessed'
          return state === 'not-assessed' ? null : state === 'clear'
        }),
      ]),
    ),
  }
}
