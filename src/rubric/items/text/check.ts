import { checkCriterion } from '../../checks/check-criterion.js'
import type { ItemCheck } from '../item-check.js'
import type { TextItem } from './format.js'

export function checkText({ guidance }: TextItem, { faults }: ItemCheck): void {
  checkCriterion(guidance, faults)
}
