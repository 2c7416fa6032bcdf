import { assertNever } from '../../issues/assert-never.js'
import { refuse } from '../../issues/refuse.js'
import { checkObject, checkOpenShare, checkPositive, checkShare, checkWhole } from '../check-arguments.js'
import { normal } from '../distributions/normal.js'
import { studentT } from '../distributions/student-t.js'
import { type EstimatedShare, effectiveSampleSize } from './effective-sample-size.js'
import { exactInterval } from './exact-interval.js'
import { hypergeometricInterval } from './hypergeometric-interval.js'
import { DEFAULT_CONFIDENCE, type Interval } from './interval.js'
import { jeffreysInterval } from './jeffreys-interval.js'
import { logitInterval } from './logit-interval.js'
import { wilsonInterval } from './wilson-interval.js'

/** Counts of a simple random sample. */
export interface CountedProportion {
  /** `wilson`: score interval without continuity correction; `exact`: Clopper-Pearson; `jeffreys`: equal-tailed. */
  readonly method: 'wilson' | 'exact' | 'jeffreys'
  /** Calls found, 0 to `trials`. */
  readonly successes: number
  /** Calls examined, 1 or more. */
  readonly trials: number
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/** Counts of a sample without replacement from a population of known size. */
export interface FinitePopulationProportion {
  readonly method: 'hypergeometric'
  /** Calls found, 0 to `trials`. */
  readonly successes: number
  /** Calls examined, 1 or more. */
  readonly trials: number
  /** Calls there are; at least `trials`. */
  readonly population: number
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/** An estimated share and the size of the simple random sample it is worth. */
export interface EffectiveProportion {
  readonly method: 'korn-graubard'
  /** Estimated share, 0 to 1. */
  readonly proportion: number
  /** Above 0, not necessarily whole. */
  readonly effectiveSize: number
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/** An estimated share and its standard error by the design. */
export interface DesignProportion extends EstimatedShare {
  readonly method: 'korn-graubard'
}

/** An estimated share whose interval is made on the logit scale. */
export interface LogitProportion {
  readonly method: 'logit'
  /** Estimated share, above 0 and below 1. */
  readonly proportion: number
  /** As a share. */
  readonly standardError: number
  /** Degrees of freedom of Student's t; the normal distribution unless given. */
  readonly degreesOfFreedom?: number
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/** A share and the method by which its interval is made. */
export type ProportionIntervalInput =
  | CountedProportion
  | FinitePopulationProportion
  | EffectiveProportion
  | DesignProportion
  | LogitProportion

/**
 * Computes the confidence interval of a share.
 * Methods: `wilson` (1927); `exact`, Clopper and Pearson (1934); `jeffreys`, equal-tailed beta(x + 1/2, n - x + 1/2)
 * without another rule at none or all; `hypergeometric`, exact test inversion for a finite population;
 * `korn-graubard` (1998), Clopper-Pearson's limits at the effective size; `logit`, R survey's `xlogit` (its `logit`
 * is the same interval after an iterative fit, which moves the 9th digit).
 * @param input - counts or an estimate, by `method`; shares as fractions
 * @returns limits, 0 to 1
 * @throws CallgradeError `statistics/argument` when a field is missing or outside its range
 * @example
 * proportionInterval({ method: 'wilson', successes: 27, trials: 385 })
 * //=> { lower: 0.048641915952187996, upper: 0.10011140627872783 }
 */
export function proportionInterval(input: ProportionIntervalInput): Interval {
  checkObject('input', input)
  const confidence = input.confidence ?? DEFAULT_CONFIDENCE
  checkOpenShare('confidence', confidence)
  const tail = (1 - confidence) / 2
  switch (input.method) {
    case 'wilson': {
      const { successes, trials } = checkCounts(input)
      return wilsonInterval(successes / trials, trials, normal.quantile(1 - tail))
    }
    case 'exact': {
      const { successes, trials } = checkCounts(input)
      return exactInterval(successes, trials - successes, tail)
    }
    case 'jeffreys': {
      const { successes, trials } = checkCounts(input)
      return jeffreysInterval(successes, trials - successes, tail)
    }
    case 'hypergeometric':
      checkCounts(input)
      checkWhole('population', input.population, input.trials)
      return hypergeometricInterval(input, tail)
    case 'korn-graubard': {
      const size = 'effectiveSize' in input ? input.effectiveSize : effectiveSampleSize(input)
      checkShare('proportion', input.proportion)
      checkPositive('effectiveSize', size)
      const successes = input.proportion * size
      return exactInterval(successes, size - successes, tail)
    }
    case 'logit': {
      const { proportion, standardError, degreesOfFreedom } = input
      checkOpenShare('proportion', proportion)
      if (!(Number.isFinite(standardError) && standardError >= 0)) {
        refuse('statistics/argument', ['standardError'], 'number >= 0', standardError)
      }
      const quantile =
        degreesOfFreedom === undefined ? normal.quantile(1 - tail) : studentT.quantile(1 - tail, degreesOfFreedom)
      return logitInterval(proportion, standardError, quantile)
    }
    default:
      return refuseMethod(input)
  }
}

function checkCounts<Counts extends { readonly successes: number; readonly trials: number }>(input: Counts): Counts {
  checkWhole('trials', input.trials, 1)
  checkWhole('successes', input.successes, 0, input.trials)
  return input
}

function refuseMethod(input: never): never {
  const { method } = input as { method?: unknown } // callers without types pass other methods
  refuse(
    'statistics/argument',
    ['method'],
    '"wilson" | "exact" | "jeffreys" | "hypergeometric" | "korn-graubard" | "logit"',
    method,
  )
  return assertNever(input)
}
