import { describe, expect, it } from 'vitest'
import { simulateChange, simulateRemedies, simulateScores, simulateStrata } from './remedy-simulation.js'

/** Seeded, so that the shares are the same in every run. */
const DRAWS = 4000

describe('with nothing changed, of alerts that fired by chance', () => {
  it.each([
    [0.01, 500],
    [0.05, 20],
    [0.05, 200],
    [0.1, 100],
    [0.3, 50],
    [0.5, 500],
  ])(
    'at a true share of %d and %i calls a side, worked is said in at most 5 of 100 with a fresh sample before',
    (share, size) => {
      const { byFresh, byAlarm } = simulateRemedies(share, size, 0.01, DRAWS)
      expect(byFresh.worked).toBeLessThanOrEqual(0.05)
      // Why the window that fired is refused as before.
      expect(byAlarm.worked).toBeGreaterThan(0.25)
    },
  )

  it('the same holds for strata and for mean scores', () => {
    expect(simulateStrata(0.2, 60, 1000).worked).toBeLessThanOrEqual(0.05)
    expect(simulateScores(0.1, 60, 1000).worked).toBeLessThanOrEqual(0.05)
  })
})

describe('at the number that decides, 219 a side from 20 to 10 %', () => {
  it('a remedy that halves the errors is found in 80 of 100, and one that changes nothing is found out in 70', () => {
    const halved = simulateChange([0.2, 0.1], 219, DRAWS, 0.1)
    expect(halved.worked).toBeGreaterThan(0.78)
    expect(halved.didNot).toBeLessThan(0.05)
    const unchanged = simulateChange([0.2, 0.2], 219, DRAWS, 0.1)
    expect(unchanged.didNot).toBeGreaterThan(0.7)
    expect(unchanged.worked).toBeLessThan(0.05)
  })
})
