import { instantOf } from '../../../documents/time/instant.js'
import type { Alert } from '../../alert.js'

/** Returns the last deadline of the duties that were not cancelled; undefined without any, or where one has none. */
export function lastDue({ duties }: Alert): string | undefined {
  const counted = duties.filter(({ status }) => status !== 'cancelled')
  if (counted.length === 0 || counted.some(({ dueAt }) => dueAt === undefined)) return undefined
  const [last] = counted
    .flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]))
    .sort((a, b) => instantOf(b) - instantOf(a))
  return last
}

/** Returns the name of an alert: its fingerprint and episode. */
export function nameOf({ fingerprint, episode }: Alert): string {
  return `${fingerprint}/${episode}`
}
