import { alternatives } from '../../../issues/alternatives.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import { checkCriterion } from '../../checks/check-criterion.js'
import { checkOptionIds } from '../choice/check.js'
import type { ItemCheck } from '../item-check.js'
import type { RecordItem } from './format.js'

const KEYS_WITHOUT_OPTIONS = ['input', 'required', 'guidance', 'mayBeNotApplicable', 'appliesWhen']

export function checkRecord(item: RecordItem, { faults }: ItemCheck): void {
  checkCriterion(item.guidance, faults)
  const { input, options } = item
  if (options === undefined) {
    if (input === 'choice' && !faults.leftOut.has('options'))
      faults.add('document/missing-key', item, ['options'], { expected: 'array' })
    return
  }
  if (input !== 'choice' && !faults.leftOut.has('input'))
    faults.add('document/unknown-key', item, ['options'], {
      at: 'key',
      expected: alternatives(KEYS_WITHOUT_OPTIONS),
      received: excerptOf('options'),
    })
  checkOptionIds(options, faults)
}
