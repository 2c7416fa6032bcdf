import { refuse } from '../../issues/refuse.js'
import { checkObject, checkWhole } from '../check-arguments.js'
import { firstWhole } from '../distributions/first-whole.js'
import { acceptanceByCount } from './acceptance-by-count.js'
import { acceptanceByRate } from './acceptance-by-rate.js'
import { violatingAt } from './violating-at.js'

/** A rate of violating calls, and the probability at which lots of that rate are accepted. */
export interface RiskPoint {
  /** As a share. */
  readonly rate: number
  /** Probability, above 0 and below 1. */
  readonly acceptProbability: number
}

/** Demands on an acceptance plan. */
export interface AcceptancePlanInput {
  /** A good rate, accepted with at least the probability. */
  readonly producer: RiskPoint
  /** A bad rate, accepted with at most the probability. */
  readonly consumer: RiskPoint
  /** Calls of the lot; without it their number is taken as unlimited. */
  readonly population?: number
}

/** Plan: check so many calls, accept when at most so many violate. */
export interface AcceptancePlan {
  readonly checked: number
  readonly acceptable: number
}

/**
 * Finds the smallest single sampling plan that accepts good lots and refuses bad ones as often as asked.
 * Method: for each acceptable number from 0 the least sample that satisfies the consumer, until the producer is
 * satisfied too (R's AcceptanceSampling, `find.plan`); binomial, or hypergeometric in a finite lot, where a rate means
 * for the least number of calls that attains it.
 * @param input - two points of the operating curve; shares as fractions
 * @throws CallgradeError `statistics/argument` when a field is outside its range, the consumer's rate is not the
 * higher one with the lower probability, or both rates are the same number of calls in the lot
 * @example
 * acceptancePlan({
 *   producer: { rate: 0.01, acceptProbability: 0.95 },
 *   consumer: { rate: 0.05, acceptProbability: 0.1 },
 * })
 * //=> { checked: 132, acceptable: 3 }
 */
export function acceptancePlan(input: AcceptancePlanInput): AcceptancePlan {
  checkObject('input', input)
  const { producer, consumer, population } = input
  checkPoint('producer', producer)
  checkPoint('consumer', consumer)
  if (consumer.rate <= producer.rate)
    refuse('statistics/argument', ['consumer', 'rate'], `> ${producer.rate}`, consumer.rate)
  if (consumer.acceptProbability >= producer.acceptProbability) {
    refuse(
      'statistics/argument',
      ['consumer', 'acceptProbability'],
      `< ${producer.acceptProbability}`,
      consumer.acceptProbability,
    )
  }
  if (population !== undefined) checkWhole('population', population, 1)
  const accepts = acceptance(producer.rate, consumer.rate, population)
  let checked = 1
  for (let acceptable = 0; ; acceptable++) {
    const isRefused = (n: number): boolean => accepts(acceptable, n, false) <= consumer.acceptProbability
    checked = firstWhole(Math.max(checked, acceptable + 1), population ?? Number.MAX_SAFE_INTEGER, isRefused)
    if (accepts(acceptable, checked, true) >= producer.acceptProbability) return { checked, acceptable }
  }
}

type Acceptance = (acceptable: number, checked: number, isProducer: boolean) => number

function acceptance(good: number, bad: number, population: number | undefined): Acceptance {
  if (population === undefined) return (c, n, isProducer) => acceptanceByRate(c, n, isProducer ? good : bad)
  const [few, many] = [violatingAt(good, population), violatingAt(bad, population)]
  if (few === many)
    refuse('statistics/argument', ['population'], `integer >= ${Math.ceil(1 / (bad - good))}`, population)
  return (c, n, isProducer) => acceptanceByCount(c, n, isProducer ? few : many, population)
}

function checkPoint(name: 'producer' | 'consumer', point: RiskPoint): void {
  checkObject(name, point)
  const { rate, acceptProbability } = point
  if (!(rate >= 0 && rate <= 1)) refuse('statistics/argument', [name, 'rate'], '0..1', rate)
  if (!(acceptProbability > 0 && acceptProbability < 1)) {
    refuse('statistics/argument', [name, 'acceptProbability'], '> 0, < 1', acceptProbability)
  }
}
