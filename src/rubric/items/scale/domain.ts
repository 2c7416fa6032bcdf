import type { Rubric } from '../../format/rubric.js'
import type { ValueDomain } from '../value-domain.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

export function scaleDomain(item: ScaleItem, rubric: Rubric): ValueDomain {
  return { kind: 'values', values: scaleOf(item, rubric).levels.map(({ value }) => value) }
}
