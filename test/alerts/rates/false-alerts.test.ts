import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { shareFalseAlerts } from '../../../src/alerts/index.js'
import { runs } from '../../support/runs.js'
import { FALSE_ALERTS, quietYear, quietYears } from './false-alert-simulation.js'

/** Weekly reviews of a design; a long run is scripts/simulate-alerts.ts, over years. */
const REVIEWS = runs('CALLGRADE_REVIEWS', 13)

describe('720 groups with nothing wrong, weekly reviews', () => {
  const promised = quietYears.filter(({ name, isFoundAtOnce }) => isFoundAtOnce && !name.includes('not adjusted'))
  test.each(promised)(
    '$name: no more false alerts than the policy allows, but for three Monte Carlo errors',
    (year) => {
      const reviews = quietYear(year, seedrandom(`test ${year.name}`), REVIEWS)
      const mean = reviews.reduce((sum, count) => sum + count, 0) / reviews.length
      const variance = reviews.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (reviews.length - 1)
      expect(mean).toBeLessThanOrEqual(FALSE_ALERTS + 3 * Math.sqrt(variance / reviews.length))
    },
  )

  test('the simulation would tell: an unequal case mix that is not adjusted for raises far too many', () => {
    const year = quietYears.find(({ name }) => name.includes('not adjusted'))
    if (!year) throw new Error('no such design')
    const reviews = quietYear(year, seedrandom('test'), REVIEWS)
    expect(reviews.reduce((sum, count) => sum + count, 0) / reviews.length).toBeGreaterThan(2 * FALSE_ALERTS)
  })
})

describe('how false alerts are shared', () => {
  test('over the groups that could fire at their share, worked by hand', () => {
    // K = 1: two groups could reach .05. K = 2: two could reach .025, which are no more than K.
    expect(shareFalseAlerts([0.3, 0.01, 0.2, 0.001], 0.05)).toEqual({ limit: 0.025, count: 2, threshold: 0.025 })
    // K = 1: three reach .3; K = 2: two reach .15; K = 2 holds.
    expect(shareFalseAlerts([0.1, 0.12, 0.25], 0.3)).toEqual({ limit: 0.15, count: 2, threshold: 0.15 })
    expect(shareFalseAlerts([], 0.05).count).toBe(0)
    expect(shareFalseAlerts([0.9], 0.05)).toEqual({ limit: 0.05, count: 0, threshold: 0.05 })
  })

  test('the thresholds of all that are tested add up to at most what is allowed', () => {
    const random = seedrandom('shares')
    for (let run = 0; run < 500; run++) {
      const chances = Array.from({ length: 1 + Math.floor(random() * 40) }, () => random() ** 6)
      const allowed = random()
      const { limit, count, threshold } = shareFalseAlerts(chances, allowed)
      expect(chances.filter((chance) => chance <= limit)).toHaveLength(count)
      expect(threshold * count).toBeLessThanOrEqual(allowed * (1 + 1e-12))
      for (const chance of chances.filter((one) => one <= limit)) expect(chance).toBeLessThanOrEqual(threshold)
    }
  })
})
