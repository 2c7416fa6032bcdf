import { instantOf } from '../../../documents/time/instant.js'
import type { Alert } from '../../alert.js'

/** Of the duties that were not cancelled; undefined where there are none, or one of them has no deadline. */
export function lastDue({ duties }: Alert): string | undefined {
  const counted = duties.filter(({ status }) => status !== 'cancelled')
  if (counted.length === 0 || counted.some(({ dueAt }) => dueAt === undefined)) return undefined
  const [last] = counted
    .flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]))
    .sort((a, b) => instantOf(b) - instantOf(a))
  return last
}

export function nameOf({ fingerprint, episode }: Alert): string {
  return `${fingerprint}/${episode}`
}
