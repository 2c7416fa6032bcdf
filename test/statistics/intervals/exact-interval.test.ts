import { describe, expect, it } from 'vitest'
import { exactInterval } from '../../../src/statistics/intervals/exact-interval.js'

describe('exactInterval', () => {
  it('none found has the limit 1 - tail^(1 / n)', () => {
    expect(exactInterval(0, 20, 0.05)).toEqual({ lower: 0, upper: expect.closeTo(1 - 0.05 ** (1 / 20), 15) })
  })
  it('takes real counts and keeps every digit at confidences whose tail is no round double', () => {
    // A quarter of an effective size of 12.5, by mpmath with 40 digits from the same doubles.
    expect(exactInterval(3.125, 9.375, (1 - 0.9) / 2).upper).toBeCloseTo(0.5208183937227495, 14)
    expect(exactInterval(3.125, 9.375, (1 - 0.999) / 2).upper).toBeCloseTo(0.733543731222334, 15)
  })
})
