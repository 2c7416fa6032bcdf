import { describe, expect, it } from 'vitest'
import { CallgradeError, formatPath, messageOf } from '../../src/issues/index.js'
import {
  acceptancePlan,
  beta,
  binomial,
  compareProportions,
  differenceInterval,
  differenceOfIntervals,
  discoverySample,
  effectiveSampleSize,
  errorRateLimit,
  fisherExact,
  hypergeometric,
  normal,
  operatingCurve,
  proportionInterval,
  sampleSize,
  studentT,
} from '../../src/statistics/index.js'

/** Callers without types pass anything. */
const anything = (value: unknown) => value as never
const draw = { population: 10, marked: 3, drawn: 4 }
const good = { successes: 3, trials: 10 }
const estimated = { proportion: 0.2, standardError: 0.02, sampleSize: 100, designDegreesOfFreedom: 90 }
const plan = { producer: { rate: 0.01, acceptProbability: 0.95 }, consumer: { rate: 0.05, acceptProbability: 0.1 } }

const refused: readonly (readonly [path: string, call: () => unknown])[] = [
  ['z', () => normal.cdf(Number.NaN)],
  ['z', () => normal.survival(anything('1'))],
  ['p', () => normal.quantile(-0.1)],
  ['p', () => normal.quantile(Number.NaN)],
  ['t', () => studentT.cdf(Number.NaN, 3)],
  ['degreesOfFreedom', () => studentT.survival(1, 0)],
  ['degreesOfFreedom', () => studentT.quantile(0.5, Infinity)],
  ['p', () => studentT.quantile(2, 3)],
  ['x', () => beta.cdf(1.01, 2, 3)],
  ['a', () => beta.survival(0.5, 0, 3)],
  ['b', () => beta.quantile(0.5, 2, -3)],
  ['p', () => beta.quantile(anything(undefined), 2, 3)],
  ['k', () => binomial.cdf(1.5, 3, 0.5)],
  ['trials', () => binomial.survival(1, -3, 0.5)],
  ['probability', () => binomial.probability(1, 3, 1.5)],
  ['p', () => binomial.quantile(1.5, 3, 0.5)],
  ['draw', () => hypergeometric.cdf(1, anything(undefined))],
  ['k', () => hypergeometric.probability(0.5, draw)],
  ['population', () => hypergeometric.cdf(1, { ...draw, population: 2.5 })],
  ['marked', () => hypergeometric.survival(1, { ...draw, marked: 11 })],
  ['drawn', () => hypergeometric.quantile(0.5, { ...draw, drawn: 11 })],
  ['input', () => proportionInterval(anything(null))],
  ['method', () => proportionInterval(anything({ method: 'wald', ...good }))],
  ['confidence', () => proportionInterval({ method: 'wilson', ...good, confidence: 95 })],
  ['confidence', () => proportionInterval({ method: 'exact', ...good, confidence: 1 })],
  ['trials', () => proportionInterval({ method: 'wilson', successes: 0, trials: 0 })],
  ['successes', () => proportionInterval({ method: 'jeffreys', successes: 11, trials: 10 })],
  ['population', () => proportionInterval({ method: 'hypergeometric', ...good, population: 9 })],
  ['proportion', () => proportionInterval({ method: 'korn-graubard', proportion: 1.2, effectiveSize: 9 })],
  ['effectiveSize', () => proportionInterval({ method: 'korn-graubard', proportion: 0.2, effectiveSize: 0 })],
  ['standardError', () => proportionInterval({ method: 'korn-graubard', ...estimated, standardError: -1 })],
  ['effectiveSizeCap', () => effectiveSampleSize({ ...estimated, standardError: 0 })],
  ['effectiveSizeCap', () => effectiveSampleSize({ ...estimated, proportion: 0 })],
  ['effectiveSizeCap', () => effectiveSampleSize({ ...estimated, effectiveSizeCap: 0 })],
  ['sampleSize', () => effectiveSampleSize({ ...estimated, sampleSize: 1 })],
  ['designDegreesOfFreedom', () => effectiveSampleSize({ ...estimated, designDegreesOfFreedom: 0 })],
  ['proportion', () => proportionInterval({ method: 'logit', proportion: 0, standardError: 0.1 })],
  ['standardError', () => proportionInterval({ method: 'logit', proportion: 0.1, standardError: Number.NaN })],
  [
    'degreesOfFreedom',
    () => proportionInterval({ method: 'logit', proportion: 0.1, standardError: 0.1, degreesOfFreedom: 0 }),
  ],
  ['first', () => differenceInterval(anything({}))],
  ['second.successes', () => differenceInterval({ first: good, second: { successes: 11, trials: 10 } })],
  ['confidence', () => differenceInterval({ first: good, second: good, confidence: 0 })],
  [
    'second.upper',
    () =>
      differenceOfIntervals({
        first: { estimate: 1, lower: 0, upper: 2 },
        second: { estimate: 1, lower: 0, upper: 0 },
      }),
  ],
  ['first.trials', () => fisherExact({ first: { successes: 0, trials: 0 }, second: good })],
  ['first.trials', () => compareProportions({ first: { successes: 0, trials: 0.5 }, second: good })],
  ['margin', () => sampleSize({ method: 'cochran', margin: 5 })],
  ['margin', () => sampleSize({ method: 'exact', margin: 1e-9 })],
  ['margin', () => sampleSize({ method: 'mean', margin: 0, deviation: 1 })],
  ['deviation', () => sampleSize({ method: 'mean', margin: 1, deviation: -1 })],
  ['proportion', () => sampleSize({ method: 'wilson', margin: 0.1, proportion: 50 })],
  ['population', () => sampleSize({ method: 'wilson', margin: 0.1, population: 0 })],
  ['designEffect', () => sampleSize({ method: 'wilson', margin: 0.1, designEffect: 0 })],
  ['method', () => sampleSize(anything({ method: 'slovin', margin: 0.1 }))],
  ['rate', () => discoverySample({ rate: 0, confidence: 0.95 })],
  ['rate', () => discoverySample(anything({ population: 100, confidence: 0.95 }))],
  ['population', () => discoverySample(anything({ violating: 3, population: -1, confidence: 0.95 }))],
  ['violating', () => discoverySample({ violating: 0, population: 100, confidence: 0.95 })],
  ['acceptable', () => discoverySample({ violating: 3, population: 100, acceptable: 3, confidence: 0.95 })],
  ['confidence', () => discoverySample({ rate: 0.1, confidence: 99 })],
  ['found', () => errorRateLimit({ found: 3, checked: 2, confidence: 0.95 })],
  ['population', () => errorRateLimit({ found: 1, checked: 2, population: 1, confidence: 0.95 })],
  ['consumer.rate', () => acceptancePlan({ ...plan, consumer: { rate: 0.01, acceptProbability: 0.1 } })],
  ['consumer.acceptProbability', () => acceptancePlan({ ...plan, consumer: { rate: 0.1, acceptProbability: 0.95 } })],
  ['producer.acceptProbability', () => acceptancePlan({ ...plan, producer: { rate: 0.01, acceptProbability: 1 } })],
  ['population', () => acceptancePlan({ ...plan, population: 10 })],
  ['rates[1]', () => operatingCurve({ checked: 9, acceptable: 0, rates: [0.1, 5] })],
  ['rates', () => operatingCurve(anything({ checked: 9, acceptable: 0 }))],
  ['population', () => operatingCurve({ checked: 9, acceptable: 0, population: 8, rates: [] })],
]

describe('a wrong argument is refused by its name', () => {
  it.each(refused)('%s', (path, call) => {
    const error = errorOf(call)
    expect(error.code).toBe('statistics/argument')
    const [issue] = error.issues
    expect(formatPath(issue.path)).toBe(path)
    expect(issue.expected).toBeDefined()
    expect(issue.received).toBeDefined()
  })
  it('a percent is answered with the fraction it stands for, in both languages', () => {
    const [issue] = errorOf(() => proportionInterval({ method: 'wilson', ...good, confidence: 95 })).issues
    expect(issue).toMatchObject({ received: '95', suggestion: '0.95' })
    expect(messageOf(issue, 'en')).toBe(
      'The argument confidence is 95. It has to be > 0, < 1. Shares and probabilities are fractions: did you mean 0.95?',
    )
    expect(messageOf(issue, 'zh-CN')).toBe(
      '参数 confidence 的值 95 不正确。应为：> 0, < 1。比例和概率以小数表示，是否应为 0.95？',
    )
  })
  it('inputs are left as they were', () => {
    const input = Object.freeze({ first: Object.freeze({ ...good }), second: Object.freeze({ ...good }) })
    expect(() => compareProportions(input)).not.toThrow()
    expect(() => differenceInterval(input)).not.toThrow()
    expect(Object.isFrozen(normal) && Object.isFrozen(studentT) && Object.isFrozen(beta)).toBe(true)
    expect(Object.isFrozen(binomial) && Object.isFrozen(hypergeometric)).toBe(true)
  })
})

function errorOf(call: () => unknown): CallgradeError {
  try {
    call()
  } catch (error) {
    if (error instanceof CallgradeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
