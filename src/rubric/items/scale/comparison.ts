import type { Rubric } from '../../format/rubric.js'
import type { Comparison } from '../comparison.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

export function scaleComparison(item: ScaleItem, rubric: Rubric): Comparison {
  const values = scaleOf(item, rubric)
    .levels.map(({ value }) => value)
    .sort((a, b) => a - b)
  return { scale: { kind: 'levels', values }, numberOf: ({ value }) => Number(value) }
}
