import { exactInterval } from '../../statistics/intervals/exact-interval.js'
import { type CertificationCheck, ONE_SIDED_CONFIDENCE } from './certification-check.js'

/** Share of calls within tolerance, with its one-sided 95 % exact limits; fractions. */
export type ShareCheck = CertificationCheck<{
  readonly within: number
  readonly value: number
  readonly lower: number
  readonly upper: number
}>

/** Checks the share within tolerance by its exact limits (Clopper and Pearson 1934). */
export function shareCheck(within: number, n: number, least: number): ShareCheck {
  if (n === 0) return { outcome: 'open', value: { within: 0, value: 0, lower: 0, upper: 1 } }
  const { lower, upper } = exactInterval(within, n - within, 1 - ONE_SIDED_CONFIDENCE)
  return {
    outcome: lower >= least ? 'holds' : upper < least ? 'fails' : 'open',
    value: { within, value: within / n, lower, upper },
  }
}
