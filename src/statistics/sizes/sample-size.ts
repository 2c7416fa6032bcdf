import { assertNever } from '../../issues/assert-never.js'
import { refuse } from '../../issues/refuse.js'
import { checkFinite, checkObject, checkOpenShare, checkPositive, checkShare, checkWhole } from '../check-arguments.js'
import { normal } from '../distributions/normal.js'
import { DEFAULT_CONFIDENCE } from '../intervals/interval.js'
import { exactSampleSize } from './exact-sample-size.js'

/** Rounding of the formulas that must not add a call where they give a whole number. */
const SLACK = 1e-9

/** Under this the limits would need shapes beyond those for which they are exact. */
const LEAST_EXACT_MARGIN = 1e-6

interface Common {
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
  /** Calls there are; without it their number is taken as unlimited. */
  readonly population?: number
  /** Variance of the design over that of a simple random sample; 1 unless given. */
  readonly designEffect?: number
}

/** Size of a sample that estimates a share. */
export interface ShareSampleSize extends Common {
  /** Interval whose half width is at most the margin: the normal approximation's, Wilson's, or Clopper-Pearson's. */
  readonly method: 'cochran' | 'wilson' | 'exact'
  /** Half width of the interval, above 0 and under 1. */
  readonly margin: number
  /** Expected share; 0.5, the worst, unless given. */
  readonly proportion?: number
}

/** Size of a sample that estimates a mean. */
export interface MeanSampleSize extends Common {
  readonly method: 'mean'
  /** Half width of the interval, in the unit of the measure. */
  readonly margin: number
  /** Standard deviation of the measure over the calls. */
  readonly deviation: number
}

/** Share or mean to estimate, the margin and the method. */
export type SampleSizeInput = ShareSampleSize | MeanSampleSize

/**
 * Computes the number of calls to draw at random so that the interval is no wider than asked.
 * Methods: `cochran` (1977), n0 = z^2 p q / e^2; `wilson`, the half width of Wilson's interval with real-valued
 * expected successes, which falls with every call; `exact`, the half width of Clopper-Pearson's, for this and all later
 * numbers; each with n = n0 / (1 + (n0 - 1) / N) in a finite population. `mean`: n0 = (z s / e)^2, n = n0 / (1 + n0 / N).
 * The design effect multiplies n0.
 * @param input - margin, confidence and share as fractions
 * @returns a whole number, 1 or more, at most the population
 * @throws CallgradeError `statistics/argument` when a field is missing or outside its range
 * @example
 * sampleSize({ method: 'cochran', margin: 0.05, population: 10000 }) //=> 370
 */
export function sampleSize(input: SampleSizeInput): number {
  const size = Math.max(1, Math.ceil(unroundedSampleSize(input) * (1 - 1e-15) - SLACK))
  return Math.min(size, input.population ?? size)
}

/**
 * Computes the same before it is rounded up, for callers that add up or compare sizes. Of `exact` the size without
 * limit of the population is a whole number already, and so is that of `wilson`, since both are counts for which a
 * width holds.
 * @param input - as for `sampleSize`
 * @throws CallgradeError `statistics/argument` when a field is missing or outside its range
 * @example
 * unroundedSampleSize({ method: 'cochran', margin: 0.02, proportion: 0.1 }) //=> 864.3282346561779
 */
export function unroundedSampleSize(input: SampleSizeInput): number {
  checkObject('input', input)
  const { confidence = DEFAULT_CONFIDENCE, population, designEffect = 1 } = input
  checkOpenShare('confidence', confidence)
  checkPositive('designEffect', designEffect)
  if (population !== undefined) checkWhole('population', population, 1)
  const tail = (1 - confidence) / 2
  const z = normal.quantile(1 - tail)
  switch (input.method) {
    case 'cochran': {
      const { proportion, margin } = checkShares(input)
      return inPopulation(((z * z * proportion * (1 - proportion)) / (margin * margin)) * designEffect, population)
    }
    case 'wilson': {
      const { proportion, margin } = checkShares(input)
      return inPopulation(wilsonSize(proportion, margin, z) * designEffect, population)
    }
    case 'exact': {
      const { proportion, margin } = checkShares(input)
      if (margin < LEAST_EXACT_MARGIN)
        refuse('statistics/argument', ['margin'], `>= ${LEAST_EXACT_MARGIN}, < 1`, margin)
      const size = margin < 0.5 ? exactSampleSize(proportion, margin, tail) : 1
      return inPopulation(size * designEffect, population)
    }
    case 'mean': {
      checkPositive('margin', input.margin)
      checkFinite('deviation', input.deviation)
      if (input.deviation < 0) refuse('statistics/argument', ['deviation'], 'number >= 0', input.deviation)
      const size = ((z * input.deviation) / input.margin) ** 2 * designEffect
      return population === undefined ? size : size / (1 + size / population)
    }
    default:
      return refuseMethod(input)
  }
}

/** Computes n0 / (1 + (n0 - 1) / N), written so that whole numbers stay whole. */
function inPopulation(size: number, population: number | undefined): number {
  // A share of 0 or 1 asks for none, and of a single call that would be 0 / 0.
  return population === undefined || size === 0 ? size : (size * population) / (population + size - 1)
}

/** Computes the greater root of e^2 (n + z^2)^2 = z^2 (p q n + z^2 / 4), rounded up. */
function wilsonSize(proportion: number, margin: number, z: number): number {
  if (margin >= 0.5) return 1
  const [square, ratio] = [z * z, (proportion * (1 - proportion)) / (margin * margin)]
  const half = square * (ratio / 2 - 1)
  const root = half + square * Math.sqrt((ratio / 2 - 1) ** 2 - 1 + 0.25 / (margin * margin))
  return Math.max(1, Math.ceil(root - SLACK))
}

function checkShares({ proportion = 0.5, margin }: ShareSampleSize): { proportion: number; margin: number } {
  checkOpenShare('margin', margin)
  checkShare('proportion', proportion)
  return { proportion, margin }
}

function refuseMethod(input: never): never {
  const { method } = input as { method?: unknown } // callers without types pass other methods
  refuse('statistics/argument', ['method'], '"cochran" | "wilson" | "exact" | "mean"', method)
  return assertNever(input)
}
