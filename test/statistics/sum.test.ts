import { describe, expect, it } from 'vitest'
import { mean } from '../../src/statistics/mean.js'
import { sum } from '../../src/statistics/sum.js'

describe('sum and mean', () => {
  it('add in the order of the values', () => {
    expect(sum([1e16, 1, -1e16])).toBe(0)
    expect(sum([1e16, -1e16, 1])).toBe(1)
  })
  it('of none is 0', () => {
    expect(sum([])).toBe(0)
  })
  it('of a number of each value', () => {
    expect(sum([{ size: 900 }, { size: 100 }], ({ size }) => size)).toBe(1000)
    expect(mean([1, 2, 6])).toBe(3)
  })
})
