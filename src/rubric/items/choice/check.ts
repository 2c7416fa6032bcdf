import { excerptOf } from '../../../issues/excerpt-of.js'
import { checkCriteria, checkGuidanceKeys } from '../../checks/check-criterion.js'
import type { RubricFaults } from '../../checks/rubric-faults.js'
import type { ItemCheck } from '../item-check.js'
import type { ChoiceItem } from './format.js'

export function checkChoice(item: ChoiceItem, { faults }: ItemCheck): void {
  checkOptionIds(item.options, faults)
  const options = item.options.map(({ id }) => id)
  checkCriteria(item.guidance, faults)
  checkGuidanceKeys(item, options, faults)
  item.criticalError?.options.forEach((option, index) =>
    faults.requireName('option', option, new Set(options), item, ['criticalError', 'options', index]),
  )
  // Points are not negative, so that one over 0 makes the best attainable over 0.
  if (item.maximumPoints === undefined && item.options.every(({ points }) => points === 0))
    faults.add('rubric/no-points', item, ['options'], { expected: '> 0' })
}

/** Options have ids of their own, and none is `na`. */
export function checkOptionIds(options: readonly { readonly id: string }[], faults: RubricFaults): void {
  faults.requireDistinct(options)
  // As a rating it would always be read as not applicable, and the option never be chosen.
  const reserved = options.find(({ id }) => id === 'na')
  if (reserved) faults.add('rubric/reserved-option', reserved, ['id'], { received: excerptOf(reserved.id) })
}
