import { refuse } from '../../issues/refuse.js'
import type { EstimationNote } from '../../sampling/estimation/estimate-result.js'
import { differenceOfIntervals, type EstimateWithLimits } from '../../statistics/intervals/difference-of-intervals.js'
import { DEFAULT_CONFIDENCE, type Interval } from '../../statistics/intervals/interval.js'
import { DEFAULT_POWER } from '../../statistics/sizes/comparison-size.js'
import { fisherExact } from '../../statistics/tests/fisher-exact.js'
import type { EffectMeasure } from './effect-measure.js'
import { type EffectSide, sideOf } from './effect-side.js'
import { type NeededCalls, neededCalls } from './needed-calls.js'
import { refuseEffect } from './refuse-effect.js'

/** The direction of improvement, and the least one worth having. */
export interface EffectTerms {
  /** Direction that is better: `lower` for errors and complaints, `higher` for scores and satisfaction. */
  readonly wanted: 'lower' | 'higher'
  /**
   * The least improvement worth having, over 0: a fraction for shares (0.05 for 5 percentage points), points for means.
   * Without it only a worsening shows that a remedy did not work.
   */
  readonly leastImprovement?: number
  /** Two-sided, a fraction. @defaultValue 0.95 */
  readonly confidence?: number
  /** Probability with which the number that decides would find the improvement, 0.5 or more. @defaultValue 0.8 */
  readonly power?: number
}

/** Two samples that are compared. */
export interface RemedyComparison extends EffectTerms {
  /** Never what raised the alert: a fresh sample, or the last one before. Absent where there is none. */
  readonly before?: EffectMeasure
  /** A sample of calls after the remedy. Absent where there is none yet. */
  readonly after?: EffectMeasure
}

/** Answer to whether a remedy worked. */
export type EffectAnswer = 'worked' | 'did not' | 'not enough data'

/**
 * Reason: `improved`; `worse` or `less-than-worth-having`; `undecided` both samples say something, but the interval
 * leaves it open; `no-before`, `no-after`, `no-remedy` a sample, or the remedy itself, is missing; `not-estimable`,
 * `too-thin`, `no-spread` a sample says nothing about all calls.
 */
export type EffectReason =
  | 'improved'
  | 'worse'
  | 'less-than-worth-having'
  | 'undecided'
  | 'no-before'
  | 'no-after'
  | 'no-remedy'
  | 'not-estimable'
  | 'too-thin'
  | 'no-spread'

/** Verdict on a remedy, and its reasons. */
export interface RemedyEffect {
  readonly answer: EffectAnswer
  readonly reason: EffectReason
  /** Absent where there is no such sample, or it says nothing. */
  readonly before?: EstimateWithLimits
  readonly after?: EstimateWithLimits
  /** After minus before, in the unit of the measure: below 0 is better where `lower` is wanted. */
  readonly difference?: number
  readonly interval?: Interval
  /** Two-sided, by Fisher's exact test; only where both samples are counts. */
  readonly p?: number
  readonly confidence: number
  /**
   * Only of `not enough data`: the number that would decide. Absent where there is nothing to improve, and where no least
   * improvement is stated and the samples, however large, show none: then no number decides.
   */
  readonly needed?: NeededCalls
  /** Notes of the estimates, such as `approximate`. */
  readonly notes: readonly EstimationNote[]
}

/**
 * Decides whether a remedy worked, from a sample before and one after.
 *
 * - `worked`: the interval of the difference lies wholly on the wanted side, and Fisher's p is at most 1 - confidence.
 *   With nothing changed this is said in at most 5 of 100 cases, since Fisher's test is exact.
 * - `did not`: the interval holds no improvement of `leastImprovement` or more, even where it is wholly on the wanted
 *   side: better, but surely by less than is worth having. Without a least improvement: it holds no improvement at all.
 * - `not enough data`: everything else, with the number of calls that would decide.
 *
 * Methods: Newcombe's (1998) method 10 and Fisher's exact test where both samples are counts; else MOVER, the square and
 * add of the samples' own intervals, without a p (of one that is counted, Wilson's).
 * @param input - shares as fractions; the samples are independent of each other and of what raised the alert
 * @throws CallgradeError `alerts/effect-argument`, `alerts/effect-units`, `alerts/effect-confidence`; `sampling/...` of
 * strata
 * @example
 * remedyEffect({
 *   before: { kind: 'counts', found: 48, judged: 80 },
 *   after: { kind: 'counts', found: 56, judged: 70 },
 *   wanted: 'higher',
 * }).answer //=> 'worked'
 */
export function remedyEffect(input: RemedyComparison): RemedyEffect {
  if (typeof input !== 'object' || input === null) refuse('alerts/effect-argument', [], 'object', input)
  const { confidence, power, wanted, leastImprovement: least } = checkedTerms(input)
  const [first, second] = (['before', 'after'] as const).map((name) => {
    const measure = input[name]
    return measure === undefined ? undefined : sideOf(measure, [name], confidence)
  })
  if (first && second && first.unit !== second.unit)
    refuseEffect({
      code: 'alerts/effect-units',
      path: ['after', 'kind'],
      expected: first.unit === 'mean' ? '"mean"' : '"counts" | "strata" | "rate"',
      received: second.unit === 'mean' ? '"mean"' : '"rate"',
    })
  const unit = first?.unit ?? second?.unit
  if (unit === 'share' && least !== undefined && least > 1)
    refuse('alerts/effect-argument', ['leastImprovement'], 'fraction > 0, such as 0.05 for 5 %', least)

  const before = first?.kind === 'side' ? first : undefined
  const after = second?.kind === 'side' ? second : undefined
  const known = {
    ...(before && { before: limitsOf(before) }),
    ...(after && { after: limitsOf(after) }),
    confidence,
    notes: [...new Set([...(before?.notes ?? []), ...(after?.notes ?? [])])],
  }
  const open = (reason: EffectReason): RemedyEffect => {
    const needed = before && neededCalls(before, after, { wanted, least, confidence, power })
    return { answer: 'not enough data', reason, ...known, ...(needed && { needed }) }
  }
  if (first?.kind === 'silent') return open(first.reason)
  if (before === undefined) return open('no-before')
  if (second?.kind === 'silent') return open(second.reason)
  if (after === undefined) return open('no-after')

  const gain = differenceOfIntervals(
    wanted === 'lower' ? { first: before, second: after } : { first: after, second: before },
  )
  const p =
    before.counts && after.counts ? fisherExact({ first: before.counts, second: after.counts }).twoSided : undefined
  const compared = {
    ...known,
    difference: after.estimate - before.estimate,
    interval: wanted === 'lower' ? { lower: 0 - gain.upper, upper: 0 - gain.lower } : gain,
    ...(p !== undefined && { p }),
  }
  if (gain.upper <= 0) return { answer: 'did not', reason: 'worse', ...compared }
  if (least !== undefined && gain.upper < least)
    return { answer: 'did not', reason: 'less-than-worth-having', ...compared }
  if (gain.lower > 0 && (p === undefined || p <= 1 - confidence))
    return { answer: 'worked', reason: 'improved', ...compared }
  return { ...open('undecided'), ...compared }
}

interface CheckedTerms {
  readonly wanted: 'lower' | 'higher'
  readonly leastImprovement: number | undefined
  readonly confidence: number
  readonly power: number
}

function checkedTerms(terms: EffectTerms): CheckedTerms {
  const { wanted, leastImprovement, confidence = DEFAULT_CONFIDENCE, power = DEFAULT_POWER } = terms
  if (wanted !== 'lower' && wanted !== 'higher')
    refuse('alerts/effect-argument', ['wanted'], '"lower" | "higher"', wanted)
  if (leastImprovement !== undefined && !(Number.isFinite(leastImprovement) && leastImprovement > 0))
    refuse('alerts/effect-argument', ['leastImprovement'], 'number > 0', leastImprovement)
  if (!(typeof confidence === 'number' && confidence > 0 && confidence < 1))
    refuse('alerts/effect-argument', ['confidence'], '> 0, < 1', confidence)
  if (!(typeof power === 'number' && power >= 0.5 && power < 1))
    refuse('alerts/effect-argument', ['power'], '>= 0.5, < 1', power)
  return { wanted, leastImprovement, confidence, power }
}

function limitsOf({ estimate, lower, upper }: EffectSide): EstimateWithLimits {
  return { estimate, lower, upper }
}
