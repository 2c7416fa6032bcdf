import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beta, binomial, hypergeometric, normal, studentT } from '../../../src/statistics/index.js'

interface Row {
  readonly input: readonly number[]
  readonly values: readonly number[]
}
type Table = 'normal' | 'beta' | 'studentT' | 'binomial' | 'hypergeometric'

/** Made by reference-values.py with 60 decimal digits. */
const tables: Record<Table, readonly Row[]> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'reference-values.json'), 'utf8'),
)

/** Under this a double loses digits by itself. */
const LEAST_NORMAL = 2.3e-308

function expectRelative(actual: number, expected: number, bound: number, what: string): void {
  if (expected === 0) expect(actual, what).toBe(0)
  else if (Math.abs(expected) > LEAST_NORMAL) {
    expect(Math.abs(actual / expected - 1), `${what}: ${actual} for ${expected}`).toBeLessThan(bound)
  }
}

type Numbers = readonly [number, number, number, number]

function eachRow(table: Table, bound: number, figures: (...input: Numbers) => readonly number[]): void {
  const rows = tables[table]
  expect(rows.length).toBeGreaterThan(20)
  for (const { input, values } of rows) {
    const actual = figures(...(input as unknown as Numbers)) // rows have as many numbers as the method reads
    for (const [index, expected] of values.entries()) {
      expectRelative(actual[index] ?? Number.NaN, expected, bound, `${table} ${input} [${index}]`)
    }
  }
}

describe('the tails equal those of 60-digit arithmetic', () => {
  it('normal, to 1e-15', () => {
    eachRow('normal', 1e-15, (z) => [normal.cdf(z)])
    eachRow('normal', 1e-15, (z) => [normal.survival(-z)])
  })
  it('beta, to 2e-11, shapes from 0.001 to 10 million', () => {
    eachRow('beta', 2e-11, (a, b, x) => [beta.cdf(x, a, b), beta.survival(x, a, b)])
  })
  it('Student t, to 1e-12, degrees of freedom from 0.1 to a thousand million', () => {
    eachRow('studentT', 1e-12, (t, df) => [studentT.cdf(t, df)])
    eachRow('studentT', 1e-12, (t, df) => [studentT.survival(-t, df)])
  })
  it('binomial, to 1e-11, up to a million trials', () => {
    eachRow('binomial', 1e-11, (k, n, p) => [
      binomial.probability(k, n, p),
      binomial.cdf(k, n, p),
      binomial.survival(k, n, p),
    ])
  })
  it('hypergeometric, to 1e-12', () => {
    eachRow('hypergeometric', 1e-12, (k, population, marked, drawn) => {
      const draw = { population, marked, drawn }
      return [hypergeometric.probability(k, draw), hypergeometric.cdf(k, draw), hypergeometric.survival(k, draw)]
    })
  })
})

describe('the quantiles lead back to where the 60-digit tails came from', () => {
  it('normal', () => {
    for (const { input, values } of tables.normal) {
      const [z = 0, p = 0] = [input[0], values[0]]
      if (z < 2) expectRelative(normal.quantile(p), z, 1e-13, `normal ${z}`)
    }
  })
  it('Student t, to 1e-9', () => {
    for (const { input, values } of tables.studentT) {
      const [t = 0, df = 1, p = 0] = [...input, ...values]
      // Nearer to the middle p itself holds too few digits of t.
      if (p < 0.499 && p > LEAST_NORMAL) expectRelative(studentT.quantile(p, df), t, 1e-9, `t ${t} ${df}`)
    }
  })
  it('beta, to 1e-10', () => {
    let tried = 0
    for (const { input, values } of tables.beta) {
      const [a = 1, b = 1, x = 0, lower = 0] = [...input, ...values]
      if (lower > 0.999 || lower <= LEAST_NORMAL) continue
      expectRelative(beta.quantile(lower, a, b), x, 1e-10, `beta ${input}`)
      tried++
    }
    expect(tried).toBeGreaterThan(80)
  })
  it('binomial and hypergeometric: the least number that is reached, ties included', () => {
    for (const { input, values } of tables.binomial) {
      const [k = 0, n = 0, p = 0, own = 0, lower = 0] = [...input, ...values]
      // A step within the rounding of the tail is no step.
      if (own > lower * 1e-6 && lower < 1 - 1e-9) expect(binomial.quantile(lower, n, p), `${input}`).toBe(k)
    }
    for (const { input, values } of tables.hypergeometric) {
      const [k = 0, population = 0, marked = 0, drawn = 0, own = 0, lower = 0] = [...input, ...values]
      if (own > lower * 1e-6 && lower < 1 - 1e-9) {
        expect(hypergeometric.quantile(lower, { population, marked, drawn }), `${input}`).toBe(k)
      }
    }
  })
})

describe('closed forms', () => {
  const levels = [1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.2, 0.5, 0.7, 0.975, 0.999999]
  it('t with 1 degree of freedom is Cauchy, with 2 algebraic', () => {
    for (const p of levels.filter((level) => level !== 0.5)) {
      expectRelative(studentT.quantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-10, `${p}`)
      expectRelative(studentT.quantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-12, `${p}`)
    }
  })
  it('next to the middle t keeps the digits that p holds', () => {
    for (const power of [4, 20, 40, 52]) {
      const part = 2 ** -power
      for (const sign of [-1, 1]) {
        expectRelative(studentT.quantile(0.5 + sign * part, 1), sign * Math.tan(Math.PI * part), 1e-12, `2^-${power}`)
      }
    }
  })
  it('beta(a, 1) is a power, beta(1, b) its mirror', () => {
    for (const p of levels)
      for (const shape of [0.001, 0.7, 1, 3, 500, 1e7]) {
        const power = Math.exp(Math.log(p) / shape)
        expectRelative(beta.quantile(p, shape, 1), power, 1e-10, `beta(${shape}, 1) ${p}`)
        expectRelative(beta.quantile(p, 1, shape), -Math.expm1(Math.log1p(-p) / shape), 1e-10, `beta(1, ${shape}) ${p}`)
      }
  })
  it('beta(1/2, 1/2) is the arcsine law', () => {
    for (const p of levels) expectRelative(beta.quantile(p, 0.5, 0.5), Math.sin((Math.PI * p) / 2) ** 2, 1e-12, `${p}`)
  })
  it('none of 598 at half a percent: 0.995^598', () => {
    expectRelative(binomial.cdf(0, 598, 0.005), 0.995 ** 598, 1e-13, 'binomial')
  })
})

describe('ends of the range', () => {
  it('quantiles of 0 and 1 are the ends of the support', () => {
    expect([normal.quantile(0), normal.quantile(1)]).toEqual([-Infinity, Infinity])
    expect([studentT.quantile(0, 3), studentT.quantile(0.5, 3), studentT.quantile(1, 3)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ])
    expect([beta.quantile(0, 2, 3), beta.quantile(1, 2, 3)]).toEqual([0, 1])
    expect([binomial.quantile(0, 9, 0.2), binomial.quantile(1, 9, 0.2), binomial.quantile(0.5, 0, 0.2)]).toEqual([
      0, 9, 0,
    ])
    const draw = { population: 10, marked: 8, drawn: 5 }
    expect([hypergeometric.quantile(0, draw), hypergeometric.quantile(1, draw)]).toEqual([3, 5])
  })
  it('outside the support nothing is left of one tail', () => {
    expect([normal.cdf(-Infinity), normal.survival(-Infinity)]).toEqual([0, 1])
    expect([studentT.cdf(Infinity, 3), studentT.survival(Infinity, 3)]).toEqual([1, 0])
    expect([beta.cdf(0, 2, 3), beta.survival(0, 2, 3), beta.cdf(1, 2, 3)]).toEqual([0, 1, 1])
    expect([binomial.cdf(-1, 5, 0.2), binomial.survival(5, 5, 0.2), binomial.probability(6, 5, 0.2)]).toEqual([0, 0, 0])
    expect([binomial.cdf(0, 5, 0), binomial.cdf(4, 5, 1), binomial.probability(5, 5, 1)]).toEqual([1, 0, 1])
    const draw = { population: 10, marked: 8, drawn: 5 }
    expect([
      hypergeometric.cdf(2, draw),
      hypergeometric.survival(5, draw),
      hypergeometric.probability(2, draw),
    ]).toEqual([0, 0, 0])
    const whole = { population: 10, marked: 8, drawn: 10 }
    expect([hypergeometric.probability(8, whole), hypergeometric.quantile(0.3, whole)]).toEqual([1, 8])
  })
  it('a quantile under the least double is 0', () => expect(beta.quantile(1e-10, 0.001, 2)).toBe(0))
})

const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })
const exponent = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((power) => 10 ** power)
const draws = fc
  .tuple(
    fc.integer({ min: 1, max: 3000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([population, marked, drawn]) => ({
    population,
    marked: Math.round(marked * population),
    drawn: Math.round(drawn * population),
  }))

describe('properties', () => {
  it('quantile inverts cdf', () => {
    fc.assert(
      fc.property(share, exponent(-1, 7), exponent(-1, 7), exponent(-0.5, 9), (p, a, b, df) => {
        const smaller = (lower: number, upper: number) => (p <= 0.5 ? lower / p : upper / (1 - p))
        const z = normal.quantile(p)
        expect(smaller(normal.cdf(z), normal.survival(z))).toBeCloseTo(1, 11)
        const t = studentT.quantile(p, df)
        expect(smaller(studentT.cdf(t, df), studentT.survival(t, df))).toBeCloseTo(1, 9)
        const x = beta.quantile(p, a, b)
        // Near 1 a double holds too few digits of 1 - x.
        if (x > 1e-300 && x < 0.9) {
          const slack = 1e-10 + 1e-15 * (a + b)
          expect(Math.abs(smaller(beta.cdf(x, a, b), beta.survival(x, a, b)) - 1)).toBeLessThan(slack)
        }
      }),
      { numRuns: 500 },
    )
  })
  it('the mirror image has the other tail', () => {
    fc.assert(
      fc.property(exponent(-2, 6), exponent(-2, 6), fc.integer({ min: 1, max: 1023 }), (a, b, part) => {
        const x = part / 1024
        expectRelative(beta.survival(1 - x, b, a), beta.cdf(x, a, b), 1e-12, `${a} ${b} ${x}`)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(draws, fc.integer({ min: -2, max: 400 }), (draw, k) => {
        const others = { ...draw, marked: draw.population - draw.marked }
        expectRelative(
          hypergeometric.survival(draw.drawn - k - 1, others),
          hypergeometric.cdf(k, draw),
          1e-10,
          JSON.stringify([k, draw]),
        )
        const swapped = { ...draw, marked: draw.drawn, drawn: draw.marked }
        expectRelative(hypergeometric.cdf(k, swapped), hypergeometric.cdf(k, draw), 1e-10, 'swapped')
      }),
      { numRuns: 500 },
    )
  })
  it('the tails add to 1, and neither turns back', () => {
    fc.assert(
      fc.property(exponent(-2, 7), exponent(-2, 7), share, share, (a, b, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(beta.cdf(low, a, b) + beta.survival(low, a, b)).toBeCloseTo(1, 14)
        expect(beta.cdf(low, a, b)).toBeLessThanOrEqual(beta.cdf(high, a, b) * (1 + 1e-11))
        expect(beta.survival(high, a, b)).toBeLessThanOrEqual(beta.survival(low, a, b) * (1 + 1e-11))
        expect(beta.quantile(low, a, b)).toBeLessThanOrEqual(beta.quantile(high, a, b) * (1 + 1e-11))
      }),
      { numRuns: 500 },
    )
  })
  it('I_x(a, b) is the mean of I_x(a + 1, b) and I_x(a, b + 1), weighted by the shapes', () => {
    // DLMF 8.17.19: (a + b) I(a, b) = a I(a + 1, b) + b I(a, b + 1); all terms positive, so that no digits are lost.
    fc.assert(
      fc.property(exponent(-2, 7), exponent(-2, 7), exponent(-2, 1.3), fc.boolean(), (a, b, ratio, isAbove) => {
        const x = Math.min(0.999999, (a / (a + b)) * (isAbove ? 1 + ratio / 100 : 1 / (1 + ratio)))
        const lower = (a * beta.cdf(x, a + 1, b) + b * beta.cdf(x, a, b + 1)) / (a + b)
        const upper = (a * beta.survival(x, a + 1, b) + b * beta.survival(x, a, b + 1)) / (a + b)
        if (lower > 1e-300) expectRelative(beta.cdf(x, a, b), lower, 1e-10, `${a} ${b} ${x}`)
        if (upper > 1e-300) expectRelative(beta.survival(x, a, b), upper, 1e-10, `${a} ${b} ${x}`)
      }),
      { numRuns: 1000 },
    )
  })
  it('quantiles of counts are the least that reach', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 5000 }), share, draws, (p, trials, probability, draw) => {
        const k = binomial.quantile(p, trials, probability)
        expect(binomial.cdf(k, trials, probability)).toBeGreaterThanOrEqual(p * (1 - 1e-11))
        expect(binomial.cdf(k - 1, trials, probability)).toBeLessThanOrEqual(p)
        const count = hypergeometric.quantile(p, draw)
        expect(hypergeometric.cdf(count, draw)).toBeGreaterThanOrEqual(p * (1 - 1e-11))
        if (count > Math.max(0, draw.marked + draw.drawn - draw.population)) {
          expect(hypergeometric.cdf(count - 1, draw)).toBeLessThanOrEqual(p)
        }
      }),
      { numRuns: 500 },
    )
  })
  it('the probabilities up to k add to the tail', () => {
    fc.assert(
      fc.property(draws, fc.integer({ min: 0, max: 60 }), (draw, k) => {
        let [drawn, trials] = [0, 0]
        for (let i = 0; i <= k; i++) {
          drawn += hypergeometric.probability(i, draw)
          trials += binomial.probability(i, draw.population, 0.01)
        }
        expectRelative(hypergeometric.cdf(k, draw), Math.min(1, drawn), 1e-10, JSON.stringify([k, draw]))
        expectRelative(binomial.cdf(k, draw.population, 0.01), trials, 1e-10, JSON.stringify([k, draw]))
      }),
      { numRuns: 300 },
    )
  })
})
