import type { ValueDomain } from '../value-domain.js'
import type { ChoiceItem } from './format.js'

/** Lists of options are too many to be tried one by one. */
export function choiceDomain({ multiple, options }: ChoiceItem): ValueDomain | undefined {
  return multiple ? undefined : { kind: 'values', values: options.map(({ id }) => id) }
}
