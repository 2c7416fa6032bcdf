import { expect, test } from 'vitest'
import { compareShard, tooSeldom } from '../scoring/compare-with-reference.js'

test('every score equals that of the reference, and both refuse the same evaluations (first seed)', () => {
  const mix = compareShard('first')
  expect(tooSeldom(mix)).toEqual([])
})
