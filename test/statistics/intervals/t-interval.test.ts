import { describe, expect, it } from 'vitest'
import { tInterval } from '../../../src/statistics/intervals/t-interval.js'

describe('tInterval', () => {
  it('reaches as many standard errors as the t quantile', () => {
    // 2.0639: t(24) at 0.975, as printed tables have it.
    const { lower, upper } = tInterval(82, 1.5, 24, 0.95)
    expect(upper - 82).toBeCloseTo(1.5 * 2.0639, 4)
    expect(82 - lower).toBeCloseTo(1.5 * 2.0639, 4)
  })
  it('a standard error of 0 gives one point', () => {
    expect(tInterval(3, 0, 2, 0.95)).toEqual({ lower: 3, upper: 3 })
  })
})
