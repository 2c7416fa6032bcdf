import { expect, test } from 'vitest'
import { compareShard, tooSeldom } from '../scoring/compare-with-reference.js'

test('every score equals that of the reference, and both refuse the same evaluations (third seed)', () => {
  const mix = compareShard('third')
  expect(tooSeldom(mix)).toEqual([])
})
