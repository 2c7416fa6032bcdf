import { describe, expect, test } from 'vitest'
import {
  agentCoverage,
  designs,
  patterns,
  rateCoverage,
  traitCounts,
  worstOneStratumCoverage,
  zeroableCoverage,
} from './coverage-simulation.js'

// The long run is scripts/simulate-coverage.ts; with few draws three standard errors are allowed for.
const DRAWS = 400
const least = (target: number) => target - 3 * Math.sqrt((target * (1 - target)) / DRAWS)

describe('intervals hold the truth as often as they say', () => {
  test('one stratum: in at least 95 of 100 samples, for every number of calls with the trait', () => {
    for (const [size, drawn] of [
      [5, 2],
      [17, 6],
      [40, 10],
      [200, 30],
    ] as const)
      expect(worstOneStratumCoverage(size, drawn).covered).toBeGreaterThanOrEqual(0.95)
  })
  test.each(Object.entries(designs))('total rates: %s', (_, design) => {
    for (const pattern of patterns)
      for (const rate of [0.02, 0.1, 0.5, 0.95]) {
        const counts = traitCounts(design, rate, pattern)
        const { covered } = rateCoverage(design, counts, DRAWS, `${rate} ${pattern}`)
        expect(covered, `${rate} ${pattern}`).toBeGreaterThanOrEqual(least(0.94))
      }
  })
  test.each(Object.entries(designs))('scores that can be zeroed: %s', (_, design) => {
    for (const share of [0, 0.02, 0.1])
      expect(zeroableCoverage(design, share, DRAWS, `${share}`).covered).toBeGreaterThanOrEqual(least(0.95))
  })
  test('scores that can be zeroed, one stratum of three calls or more', () => {
    for (const [size, drawn] of [
      [100, 3],
      [50, 10],
      [1000, 20],
    ] as const)
      expect(zeroableCoverage([[size, drawn]], 0.03, DRAWS, `${size}`).covered).toBeGreaterThanOrEqual(least(0.93))
  })
  test.each(Object.entries(designs))('agents with three calls or more: %s', (_, design) => {
    for (const kind of ['rate', 'zeroable-mean'] as const)
      for (const rate of [0.02, 0.1]) {
        const { covered } = agentCoverage(design, 20, rate, 3, 60, `${rate}`, kind)
        expect(covered, `${kind} ${rate}`).toBeGreaterThanOrEqual(least(0.95))
      }
  })
})
