import { refuse } from '../../issues/refuse.js'
import { checkObject, checkOpenShare, checkWhole } from '../check-arguments.js'
import { firstWhole } from '../distributions/first-whole.js'
import { LEVEL_SLACK } from '../intervals/hypergeometric-interval.js'
import { acceptanceByCount } from './acceptance-by-count.js'
import { acceptanceByRate } from './acceptance-by-rate.js'
import { violatingAt } from './violating-at.js'

interface Common {
  /** Violating calls that may be found without spoiling the proof; 0 unless given. */
  readonly acceptable?: number
  /** Probability that more are found where the violating calls are as many as named, above 0 and below 1. */
  readonly confidence: number
}

/** The rate to rule out. */
export interface DiscoveryByRate extends Common {
  /** As a share; in a finite population the least number of calls that attains it. */
  readonly rate: number
  readonly violating?: undefined
  /** Calls there are; without it their number is taken as unlimited. */
  readonly population?: number
}

/** The number of violating calls to rule out. */
export interface DiscoveryByCount extends Common {
  /** A whole number over `acceptable`, at most the population. */
  readonly violating: number
  readonly rate?: undefined
  readonly population: number
}

/** Rate or count to rule out, and the confidence. */
export type DiscoverySampleInput = DiscoveryByRate | DiscoveryByCount

/** Under this the sample could be more than a double counts. */
const LEAST_RATE = 1e-12
const MOST_CHECKED = Number.MAX_SAFE_INTEGER

/**
 * Finds the least number of calls to check so that finding no more than the acceptable number proves the rate to be
 * lower.
 * Method: least n with P(found <= acceptable) <= 1 - confidence, hypergeometric in a finite population, else binomial
 * (discovery sampling in auditing); the probability falls with n, so that halving finds it.
 * @param input - `rate`, or `violating` with `population`; shares as fractions
 * @returns a whole number, at most the population
 * @throws CallgradeError `statistics/argument` when a field is outside its range, or no more calls violate than are
 * acceptable
 * @example
 * discoverySample({ rate: 0.005, confidence: 0.95 }) //=> 598
 */
export function discoverySample(input: DiscoverySampleInput): number {
  checkObject('input', input)
  const { acceptable = 0, confidence, population } = input
  checkWhole('acceptable', acceptable, 0)
  checkOpenShare('confidence', confidence)
  const level = (1 - confidence) * (1 + LEVEL_SLACK)
  if (population === undefined) {
    const rate = rateOf(input)
    return firstWhole(acceptable + 1, MOST_CHECKED, (n) => acceptanceByRate(acceptable, n, rate) <= level)
  }
  checkWhole('population', population, 1)
  const violating = violatingOf(input, population)
  if (violating <= acceptable) refuse('statistics/argument', ['acceptable'], `integer, 0..${violating - 1}`, acceptable)
  const enough = population - violating + acceptable + 1
  return firstWhole(acceptable + 1, enough, (n) => acceptanceByCount(acceptable, n, violating, population) <= level)
}

function violatingOf(input: DiscoverySampleInput, population: number): number {
  if (input.violating !== undefined) {
    checkWhole('violating', input.violating, 1, population)
    return input.violating
  }
  return violatingAt(rateOf(input), population)
}

function rateOf({ rate }: DiscoverySampleInput): number {
  if (rate === undefined || rate < LEAST_RATE)
    return refuse('statistics/argument', ['rate'], `>= ${LEAST_RATE}, < 1`, rate)
  checkOpenShare('rate', rate)
  return rate
}
