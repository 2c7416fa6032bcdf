import type { Rubric } from '../../format/rubric.js'
import type { NumberDomain } from '../value-domain.js'
import type { NumericItem } from './format.js'

/** Numbers within the item's own limits and those of its fact. */
export function numericDomain(item: NumericItem, { facts = {} }: Rubric): NumberDomain {
  const fact = item.fact === undefined ? undefined : facts[item.fact]
  const declared = fact?.type === 'number' || fact?.type === 'integer' ? fact : undefined
  const minimum = Math.max(...[item.minimum, declared?.minimum].filter((limit) => limit !== undefined))
  const maximum = Math.min(...[item.maximum, declared?.maximum].filter((limit) => limit !== undefined))
  return {
    ...(Number.isFinite(minimum) && { minimum }),
    ...(Number.isFinite(maximum) && { maximum }),
    isWhole: declared?.type === 'integer',
  }
}
