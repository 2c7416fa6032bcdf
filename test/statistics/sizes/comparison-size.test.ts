import { describe, expect, it } from 'vitest'
import { comparisonSize, differenceInterval, fisherExact } from '../../../src/statistics/index.js'
import { secondSize } from '../../../src/statistics/sizes/comparison-size.js'

/** log n! by adding up, apart from the library's own. */
const logFactorials = [0]
const logFactorial = (n: number): number => {
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k))
  return logFactorials[n] ?? 0
}
const probability = (k: number, n: number, p: number): number =>
  p === 0
    ? Number(k === 0)
    : Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p))

/** Probability that a fall from p to q is found, by enumeration: Newcombe over zero and Fisher at most .05. */
function power(p: number, m: number, q: number, n: number): number {
  const isFound = (x: number, y: number): boolean => {
    const input = { first: { successes: x, trials: m }, second: { successes: y, trials: n } }
    return x / m > y / n && differenceInterval(input).lower > 0 && fisherExact(input).twoSided <= 0.05
  }
  let [sum, below, most] = [0, 0, -1]
  for (let x = 0; x <= m; x++) {
    while (most < n && isFound(x, most + 1)) below += probability(++most, n, q)
    sum += probability(x, m, p) * below
  }
  return sum
}

describe('comparisonSize', () => {
  it('from 10 to 5 % takes 474 calls a side', () => {
    // n' = (1.95996 sqrt(2 x .075 x .925) + .84162 sqrt(.09 + .0475))^2 / .05^2 = 434.43;
    // n = 434.43 / 4 x (1 + sqrt(1 + 4 / (434.43 x .05)))^2 = 473.6.
    expect(comparisonSize({ first: 0.1, second: 0.05 })).toBe(474)
    expect(comparisonSize({ first: 0.05, second: 0.1 })).toBe(474)
    expect(comparisonSize({ first: 0.9, second: 0.95 })).toBe(474)
  })

  it.each([
    [0.1, 0.05],
    [0.2, 0.1],
    [0.2, 0.05],
    [0.3, 0.15],
    [0.5, 0.25],
    [0.5, 0.4],
    [0.5, 0.1],
    [0.6, 0.05],
    [0.1, 0],
    [0.9, 0.5],
  ])('a fall from %d to %d is found in 80 of 100 times, by enumeration', (first, second) => {
    const size = comparisonSize({ first, second })
    expect(power(first, size, second, size)).toBeGreaterThanOrEqual(0.8)
    expect(power(first, Math.floor(size * 0.8), second, Math.floor(size * 0.8))).toBeLessThan(0.8)
  })

  it('with the 424 of the arcsine formula a fall from 10 to 5 % is found in 76 of 100 times', () => {
    expect(power(0.1, 424, 0.05, 424)).toBeCloseTo(0.758, 3)
  })

  it('a greater power or confidence takes more', () => {
    const size = comparisonSize({ first: 0.2, second: 0.1 })
    expect(comparisonSize({ first: 0.2, second: 0.1, power: 0.9 })).toBeGreaterThan(size)
    expect(comparisonSize({ first: 0.2, second: 0.1, confidence: 0.99 })).toBeGreaterThan(size)
  })

  it.each([
    [{ first: 0.1, second: 0.1 }],
    [{ first: 10, second: 5 }],
    [{ first: 0.1, second: 0.05, power: 0.4 }],
    [{ first: 0.1, second: 0.05, power: 1 }],
    [{ first: 0.1, second: 0.05, confidence: 95 }],
  ])('%j is refused', (input) => {
    expect(() => comparisonSize(input)).toThrow('statistics/argument')
  })
})

describe('secondSize', () => {
  it.each([
    [0.1, 0.05, 400],
    [0.1, 0.05, 800],
    [0.3, 0.15, 100],
    [0.5, 0.25, 200],
  ])('a fall from %d to %d with %i judged before is found in 80 of 100 times', (first, second, before) => {
    const size = secondSize({ first, second }, before) ?? 0
    expect(power(first, before, second, size)).toBeGreaterThanOrEqual(0.79)
    expect(power(first, before, second, Math.floor(size * 0.75))).toBeLessThan(0.8)
  })

  it('as many before as both sides take needs as many after', () => {
    expect(secondSize({ first: 0.1, second: 0.05 }, 474)).toBeLessThanOrEqual(474)
    expect(secondSize({ first: 0.1, second: 0.05 }, 473)).toBeGreaterThan(474)
  })

  it('a first sample that is too small for any second one is told so', () => {
    expect(secondSize({ first: 0.1, second: 0.05 }, 100)).toBeUndefined()
  })
})
