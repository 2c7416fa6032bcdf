import { differenceInterval } from '../statistics/difference-interval.js'
import { differenceOfIntervals, type EstimateWithLimits } from '../statistics/difference-of-intervals.js'
import { fisherExact } from '../statistics/fisher-exact.js'
import type { Interval } from '../statistics/interval.js'
import { normal } from '../statistics/normal.js'
import { proportionInterval } from '../statistics/proportion-interval.js'
import type { OneSample } from '../statistics/two-samples.js'
import { refuseArgument } from './wrong-call.js'

/** What a sample showed: counts of a simple one, or a figure with its own interval (stratified, or a mean of scores). */
export type RemedyMeasure = OneSample | (EstimateWithLimits & { readonly calls?: number })

/** Settings of `remedyEffect`. */
export interface RemedyOptions {
  /** Whether fewer is better, as for problems, or more, as for scores. @defaultValue lower */
  readonly wanted?: 'lower' | 'higher'
  /**
   * The least improvement worth having, over 0, in the unit of the measures (0.05 is five percentage points). Of shares,
   * where absent: half of what was wrong before. Means have no such default.
   */
  readonly leastImprovement?: number
  /** Of the interval, and 1 less the level of the test. @defaultValue 0.95 */
  readonly confidence?: number
  /** With which the needed calls would show the least improvement. @defaultValue 0.8 */
  readonly power?: number
}

/** Whether a remedy worked. */
export interface RemedyEffect {
  readonly answer: 'worked' | 'did not' | 'not enough data'
  /** How much better it got; below 0 worse. */
  readonly improvement: number
  readonly interval: Interval
  /** Two-sided, by Fisher's exact test; only of two counts. */
  readonly p?: number
  readonly leastImprovement?: number
  /** Calls on each side that would decide; only with `not enough data`, and where sizes are known. */
  readonly neededCalls?: number
}

/**
 * Judges a remedy by a measure before it and one after it.
 * `worked`: the interval of the improvement is wholly above 0 and, for counts, Fisher's p is at most 1 - confidence. `did
 * not`: not so, and the interval excludes the least improvement worth having, or is wholly below 0. Else there is not
 * enough data to say. The window that raised an alert is no measure of before: it was chosen for being bad.
 * Methods: Newcombe's interval for counts, MOVER for figures with intervals of their own (their confidence counts then);
 * needed calls by the arcsine transform (Cohen 1988): 10 to 5 % takes 424 a side.
 * @param input - `before` and `after`
 * @param options - `wanted`, `leastImprovement`, `confidence`, `power`
 * @throws CallgradeError `alerts/argument`, `statistics/argument` for what is outside its range
 * @example
 * remedyEffect({ before: { successes: 40, trials: 200 }, after: { successes: 12, trials: 200 } }).answer //=> 'worked'
 * remedyEffect({ before: { successes: 12, trials: 60 }, after: { successes: 4, trials: 58 } }).neededCalls //=> 195
 */
export function remedyEffect(
  { before, after }: { readonly before: RemedyMeasure; readonly after: RemedyMeasure },
  { wanted = 'lower', leastImprovement, confidence = 0.95, power = 0.8 }: RemedyOptions = {},
): RemedyEffect {
  if (!(confidence > 0 && confidence < 1)) refuseArgument(['confidence'], '> 0, < 1', confidence)
  if (!(power > 0 && power < 1)) refuseArgument(['power'], '> 0, < 1', power)
  if (leastImprovement !== undefined && !(leastImprovement > 0 && Number.isFinite(leastImprovement)))
    refuseArgument(['leastImprovement'], '> 0', leastImprovement)
  const [first, second] = wanted === 'lower' ? [before, after] : [after, before]
  const isCounted = isCounts(before) && isCounts(after)
  const interval =
    isCounts(first) && isCounts(second)
      ? differenceInterval({ first, second, confidence })
      : differenceOfIntervals({ first: limitsOf(first, confidence), second: limitsOf(second, confidence) })
  const improvement = valueOf(first) - valueOf(second)
  const least = leastImprovement ?? (isCounted ? halfOfWrong(valueOf(before), wanted) : undefined)
  const p = isCounts(first) && isCounts(second) ? fisherExact({ first, second }).twoSided : undefined
  const figures = {
    improvement,
    interval,
    ...(p !== undefined && { p }),
    ...(least !== undefined && { leastImprovement: least }),
  }
  // 1 - 0.95 is a hair over 0.05 in doubles.
  const level = (1 - confidence) * (1 + 1e-12)
  if (interval.lower > 0 && (p === undefined || p <= level)) return { answer: 'worked', ...figures }
  if (interval.upper < 0 || (least !== undefined && interval.upper < least)) return { answer: 'did not', ...figures }
  const needed = neededCalls(before, after, { wanted, least, improvement, interval, confidence, power })
  return { answer: 'not enough data', ...figures, ...(needed !== undefined && { neededCalls: needed }) }
}

function isCounts(measure: RemedyMeasure): measure is OneSample {
  return 'trials' in measure
}

function valueOf(measure: RemedyMeasure): number {
  return isCounts(measure) ? measure.successes / measure.trials : measure.estimate
}

function limitsOf(measure: RemedyMeasure, confidence: number): EstimateWithLimits {
  if (!isCounts(measure)) return measure
  const { successes, trials } = measure
  const estimate = successes / trials
  const { lower, upper } = proportionInterval({ method: 'wilson', successes, trials, confidence })
  return { estimate, lower: Math.min(lower, estimate), upper: Math.max(upper, estimate) }
}

function halfOfWrong(share: number, wanted: 'lower' | 'higher'): number | undefined {
  const wrong = wanted === 'lower' ? share : 1 - share
  return wrong > 0 ? wrong / 2 : undefined
}

interface Undecided {
  readonly wanted: 'lower' | 'higher'
  readonly least: number | undefined
  readonly improvement: number
  readonly interval: Interval
  readonly confidence: number
  readonly power: number
}

function neededCalls(before: RemedyMeasure, after: RemedyMeasure, undecided: Undecided): number | undefined {
  const { least, improvement, interval } = undecided
  const sizes = [before, after].map((measure) => (isCounts(measure) ? measure.trials : measure.calls))
  const known = sizes.every((size) => size !== undefined) ? Math.min(...sizes) : undefined
  if (isCounts(before) && isCounts(after)) {
    const from = valueOf(before)
    const enough = [least, improvement]
      .filter((difference) => difference !== undefined && difference > 0)
      .map((difference) => callsFor(from, difference ?? 0, undecided))
      .find((calls) => calls > Math.min(before.trials, after.trials))
    return enough ?? Math.min(before.trials, after.trials) * 2
  }
  if (known === undefined) return undefined
  // Intervals shrink with the root of the calls.
  const difference = least ?? Math.abs(improvement)
  const half = (interval.upper - interval.lower) / 2
  return difference > 0 ? Math.max(known + 1, Math.ceil(known * (half / difference) ** 2)) : known * 2
}

/** Calls a side that show a change of a share, by Cohen's h. */
function callsFor(from: number, difference: number, { wanted, confidence, power }: Undecided): number {
  const to = Math.min(1, Math.max(0, wanted === 'lower' ? from - difference : from + difference))
  const h = Math.abs(2 * Math.asin(Math.sqrt(from)) - 2 * Math.asin(Math.sqrt(to)))
  const z = normal.quantile((1 + confidence) / 2) + normal.quantile(power)
  return Math.ceil(2 * (z / h) ** 2)
}
