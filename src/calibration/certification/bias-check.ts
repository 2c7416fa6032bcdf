import { tInterval } from '../../statistics/intervals/t-interval.js'
import { mean } from '../../statistics/mean.js'
import { sum } from '../../statistics/sum.js'
import { type CertificationCheck, ONE_SIDED_CONFIDENCE } from './certification-check.js'

/** Mean of rater less reference, with its 90 % interval, in points; undefined where fewer than two were judged. */
export type BiasCheck = CertificationCheck<
  { readonly value: number; readonly lower: number; readonly upper: number } | undefined
>

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
