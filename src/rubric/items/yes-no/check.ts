import { checkCriterion } from '../../checks/check-criterion.js'
import type { ItemCheck } from '../item-check.js'
import type { YesNoItem } from './format.js'

export function checkYesNo({ guidance }: YesNoItem, { faults }: ItemCheck): void {
  for (const criterion of [guidance?.yes, guidance?.no]) checkCriterion(criterion, faults)
}
