import { checkCriterion } from '../../checks/check-criterion.js'
import type { ItemCheck } from '../item-check.js'
import type { DeductionItem } from './format.js'

export function checkDeduction(item: DeductionItem, { names, faults }: ItemCheck): void {
  checkCriterion(item.guidance, faults)
  faults.requireDistinct(item.faults)
  for (const fault of item.faults) {
    checkCriterion(fault.guidance, faults)
    if (fault.criticalError)
      faults.requireName('family', fault.criticalError.family, names.families, fault, ['criticalError', 'family'])
    fault.tags?.forEach((tag, index) => faults.requireName('tag', tag, names.tags, fault, ['tags', index]))
  }
}
