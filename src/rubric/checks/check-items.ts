import { idsOf } from '../../documents/ids-of.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { checkItem } from '../items/aspects/check-item.js'
import { isScored } from '../items/aspects/is-scored.js'
import { checkScale } from './check-scale.js'
import type { RubricFaults } from './rubric-faults.js'

/** Checks scales, and every item by the rules of its kind. */
export function checkItems(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const scales = new Set(Object.keys(rubric.scales ?? {}))
  for (const [name, scale] of Object.entries(rubric.scales ?? {})) checkScale(name, scale, faults)
  if (rubric.defaultScale !== undefined)
    faults.requireName('scale', rubric.defaultScale, scales, rubric, ['defaultScale'])
  const names = {
    scales,
    families: idsOf(rubric.families),
    tags: idsOf(rubric.tags),
    facts: new Set(Object.keys(rubric.facts ?? {})),
  }
  for (const { source: item } of form.items) {
    item.tags?.forEach((tag, index) => faults.requireName('tag', tag, names.tags, item, ['tags', index]))
    if (isScored(item) && item.criticalError)
      faults.requireName('family', item.criticalError.family, names.families, item, ['criticalError', 'family'])
    checkItem(item, { rubric, names, faults })
  }
}
