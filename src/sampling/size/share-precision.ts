import { normal } from '../../statistics/distributions/normal.js'
import type { SamplingDesign } from '../design/sampling-design.js'

/** The share that a sample estimates, and the confidence of its interval. */
export interface SharePrecision {
  /** Two-sided, as a fraction. */
  readonly confidence: number
  /** The share that margins are calculated for, as a fraction. */
  readonly expected: number
  /** Standard normal quantile of the confidence. */
  readonly z: number
}

/** Returns the precision of a design; 95 % confidence and a share of one half where it names none. */
export function sharePrecision({ precision }: SamplingDesign): SharePrecision {
  const { confidencePercent = 95, expectedPercent = 50 } = precision ?? {}
  const confidence = confidencePercent / 100
  return { confidence, expected: expectedPercent / 100, z: normal.quantile((1 + confidence) / 2) }
}

/**
 * Computes half the width of the interval of a share over strata together: z sqrt(S^2 sum W^2 (1 - n / N) / n).
 * @param total - calls of all strata together
 * @param sizes - calls of each stratum, N_h
 * @param counts - measured calls of each, n_h
 */
export function stratifiedMargin(
  precision: SharePrecision,
  total: number,
  sizes: ArrayLike<number>,
  counts: ArrayLike<number>,
): number {
  let variance = 0
  for (let index = 0; index < sizes.length; index++) {
    const size = sizes[index] ?? 0
    const n = counts[index] ?? 0
    variance += (size / total) ** 2 * ((1 - n / size) / n)
  }
  return precision.z * Math.sqrt(varianceOfShare(precision, total) * variance)
}

/** Computes half the width of the interval of a share in one stratum of N calls, n of them measured. */
export function stratumMargin(precision: SharePrecision, N: number, n: number): number {
  return precision.z * Math.sqrt((varianceOfShare(precision, N) * (1 - n / N)) / n)
}

/** Computes S^2 = p q N / (N - 1) of a share among N calls. */
function varianceOfShare({ expected }: SharePrecision, N: number): number {
  return N > 1 ? (expected * (1 - expected) * N) / (N - 1) : 0
}
