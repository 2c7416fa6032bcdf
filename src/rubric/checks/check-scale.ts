import { excerptOf } from '../../issues/excerpt-of.js'
import type { Scale } from '../format/scale.js'
import type { RubricFaults } from './rubric-faults.js'

/** Checks the levels of a scale, and that its scoring divides by something over 0. */
export function checkScale(name: string, scale: Scale, faults: RubricFaults): void {
  const { levels, scoring = 'ratio' } = scale
  const seen = new Set<number>()
  for (const level of levels) {
    if (seen.has(level.value))
      faults.add('rubric/duplicate-level', level, ['value'], { received: excerptOf(level.value) })
    seen.add(level.value)
    if (level.value < 0 && scoring !== 'span')
      faults.add('rubric/level-negative', level, ['value'], {
        expected: '>= 0',
        received: excerptOf(level.value),
        details: { scoring },
      })
    if (scoring === 'points' && level.points === undefined && !faults.leftOut.has('points'))
      faults.add('rubric/level-points', level, ['points'], { expected: 'number' })
  }
  if (scoring === 'points' && levels.some(({ points }) => points === undefined)) return
  const worths = levels.map(({ value, points = 0 }) => (scoring === 'points' ? points : value))
  const greatest = worths.reduce((most, worth) => Math.max(most, worth))
  const divisor = scoring === 'span' ? greatest - worths.reduce((least, worth) => Math.min(least, worth)) : greatest
  if (divisor <= 0)
    faults.add('rubric/scale-divisor', scale, [], { received: excerptOf(divisor), details: { scoring, scale: name } })
}
