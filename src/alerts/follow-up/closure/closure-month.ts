import { instantOf } from '../../../documents/time/instant.js'
import type { Alert } from '../../alert.js'
import type { ClosureTarget } from '../../policy/alert-policy.js'
import { lastDue, nameOf } from './last-due.js'
import { monthOf } from './local-month.js'
import { meetsTarget } from './meets-target.js'

/** One month of one group. */
export interface ClosureMonth {
  /** `YYYY-MM` in the policy's zone. */
  readonly month: string
  /** Alerts whose last duty was due in the month, without withdrawn ones. */
  readonly total: number
  /** Those of them that reached `closure.doneAt` by the end of the month, late ones included. */
  readonly closed: number
  /** Those of them that reached it by the deadline of their last duty. */
  readonly onTime: number
  /** `closed` over `total`; absent where there were none. */
  readonly rate?: number
  readonly onTimeRate?: number
  /** Whether the target was met; absent while the month is not over, and where there were none. */
  readonly isMet?: boolean
  /** Fingerprints, with episode, of those that are not closed. */
  readonly open: readonly string[]
}

/** Counts the alerts of one month. */
export function monthReport(
  month: string,
  alerts: readonly Alert[],
  target: ClosureTarget | undefined,
  timeZone: string,
  present: string,
): ClosureMonth {
  const done = alerts.map((alert) => ({ alert, at: doneAt(alert, target) }))
  const closed = done.filter(({ at }) => at !== undefined && monthOf(at, timeZone) <= month)
  const onTime = closed.filter(({ alert, at }) => {
    const due = lastDue(alert)
    return at !== undefined && due !== undefined && instantOf(at) <= instantOf(due)
  })
  const total = alerts.length
  return {
    month,
    total,
    closed: closed.length,
    onTime: onTime.length,
    ...(total > 0 && { rate: closed.length / total, onTimeRate: onTime.length / total }),
    ...(total > 0 && target && month < present && { isMet: meetsTarget(closed.length, total, target) }),
    open: done.filter(({ at }) => at === undefined || monthOf(at, timeZone) > month).map(({ alert }) => nameOf(alert)),
  }
}

/** Returns when the alert reached what counts as closed: by default its end. */
function doneAt(alert: Alert, target: ClosureTarget | undefined): string | undefined {
  if (!target || target.doneAt === 'closed') return alert.state === 'closed' ? alert.endedAt : undefined
  return alert.history.find(({ kind }) => kind === target.doneAt)?.at
}
