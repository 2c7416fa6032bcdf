import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceDomain } from '../choice/domain.js'
import type { Item } from '../item.js'
import { numericDomain } from '../numeric/domain.js'
import { scaleDomain } from '../scale/domain.js'
import type { ValueDomain } from '../value-domain.js'

const DOMAINS: ByKind<ValueDomain | undefined, [rubric: Rubric]> = {
  scale: scaleDomain,
  'yes-no': () => ({ kind: 'values', values: [true, false] }),
  choice: choiceDomain,
  numeric: (item, rubric) => ({ kind: 'number', range: numericDomain(item, rubric) }),
  deduction: ({ base }) => ({ kind: 'number', range: { minimum: 0, maximum: base } }),
  text: () => undefined,
  record: () => undefined,
}

/** The values that conditions can see of an item; undefined where they are not known. */
export function ratingDomain(item: Item, rubric: Rubric): ValueDomain | undefined {
  return ofKind(DOMAINS, item, rubric)
}
