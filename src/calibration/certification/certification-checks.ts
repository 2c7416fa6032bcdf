import { exactInterval } from '../../statistics/intervals/exact-interval.js'
import { tInterval } from '../../statistics/intervals/t-interval.js'
import { mean } from '../../statistics/mean.js'
import { sum } from '../../statistics/sum.js'
import type { CalibrationCall } from './calibration-call.js'

/** One requirement of certification, and whether it holds. `open`: neither shown nor refuted. */
export interface CertificationCheck<Value> {
  readonly outcome: 'holds' | 'fails' | 'open'
  readonly value: Value
}

/** Share of calls within tolerance, with its one-sided 95 % exact limits; fractions. */
export type ShareCheck = CertificationCheck<{
  readonly within: number
  readonly value: number
  readonly lower: number
  readonly upper: number
}>

/** Mean of rater less reference, with its 90 % interval, in points; undefined where fewer than two were judged. */
export type BiasCheck = CertificationCheck<
  { readonly value: number; readonly lower: number; readonly upper: number } | undefined
>

/** Vetoes of the reference, and those that the rater missed. */
export type VetoCheck = CertificationCheck<{ readonly reference: number; readonly missed: number }>

/** Confidence of each one-sided limit. */
export const ONE_SIDED_CONFIDENCE = 0.95

/** Whether two scores count as the same. In doubles, differences of decimals such as 4.9 - 4.8 are a little off. */
export function isWithin(score: number, reference: number, tolerance: number): boolean {
  return Math.abs(score - reference) <= tolerance + 1e-9
}

/** Checks the share within tolerance by its exact limits (Clopper and Pearson 1934). */
export function shareCheck(within: number, n: number, least: number): ShareCheck {
  if (n === 0) return { outcome: 'open', value: { within: 0, value: 0, lower: 0, upper: 1 } }
  const { lower, upper } = exactInterval(within, n - within, 1 - ONE_SIDED_CONFIDENCE)
  return {
    outcome: lower >= least ? 'holds' : upper < least ? 'fails' : 'open',
    value: { within, value: within / n, lower, upper },
  }
}

/** Checks the mean difference: its two-sided 90 % interval is made of two one-sided 95 % limits (TOST). */
export function biasCheck(differences: readonly number[], greatest: number): BiasCheck {
  const n = differences.length
  if (n < 2) return { outcome: 'open', value: undefined }
  const value = mean(differences)
  const deviation = Math.sqrt(sum(differences.map((own) => (own - value) ** 2)) / (n - 1))
  const { lower, upper } = tInterval(value, deviation / Math.sqrt(n), n - 1, 2 * ONE_SIDED_CONFIDENCE - 1)
  return { outcome: outcomeOfBias(lower, upper, greatest), value: { value, lower, upper } }
}

/** Returns whether an interval of the bias lies within the limits, beyond one of them, or over one. */
export function outcomeOfBias(lower: number, upper: number, greatest: number): BiasCheck['outcome'] {
  if (lower >= -greatest && upper <= greatest) return 'holds'
  return lower > greatest || upper < -greatest ? 'fails' : 'open'
}

/** Checks that no veto of the reference was missed. In a call that the rater did not judge all are missed. */
export function vetoCheck(calls: readonly CalibrationCall[], least: number): VetoCheck {
  let [reference, missed] = [0, 0]
  for (const { vetoes = [], referenceVetoes = [] } of calls)
    for (const veto of new Set(referenceVetoes)) {
      reference++
      if (!vetoes.includes(veto)) missed++
    }
  return { outcome: missed > 0 ? 'fails' : reference >= least ? 'holds' : 'open', value: { reference, missed } }
}
