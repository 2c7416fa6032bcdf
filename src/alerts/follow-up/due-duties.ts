import { instantOf } from '../../documents/time/instant.js'
import type { Alert, Duty } from '../alert.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { type AsOf, alertAsOf } from './alert-as-of.js'
import { isOwed } from './apply-event.js'

/** A duty that is owed, with its alert. */
export interface DueDuty {
  readonly alert: Alert
  readonly duty: Duty
  /** Minutes since the deadline, 0 or more; absent where it is not overdue. */
  readonly overdueMinutes?: number
}

/** Options of `dueDuties`. */
export interface DueOptions extends AsOf {
  /** Limits the list to duties overdue or due within so many hours from `asOf`. @defaultValue all */
  readonly withinHours?: number
}

const MINUTE = 60_000

const HOUR = 60 * MINUTE

/**
 * Lists the duties owed at an instant: the longest overdue first, then by deadline, then those without a deadline.
 * @param alerts - ended ones owe nothing
 * @throws CallgradeError `document/instant`; `calendar/...` where calendars do not join
 * @example
 * dueDuties(review.alerts, policy, { asOf: '2026-10-12T09:00:00+08:00', calendars: [cn2026] })[0]?.duty.id //=> 'remedy'
 */
export function dueDuties(alerts: readonly Alert[], policy: AlertPolicy, options: DueOptions): readonly DueDuty[] {
  const now = instantOf(options.asOf)
  const until = options.withinHours === undefined ? Number.POSITIVE_INFINITY : now + options.withinHours * HOUR
  return alerts
    .map((alert) => alertAsOf(alert, policy, options))
    .filter(({ endedAt }) => endedAt === undefined)
    .flatMap((alert) => alert.duties.filter(isOwed).map((duty) => ({ alert, duty, due: dueTime(duty) })))
    .filter(({ due }) => due <= until)
    .sort((a, b) => a.due - b.due || (a.alert.fingerprint < b.alert.fingerprint ? -1 : 1))
    .map(({ alert, duty, due }) => ({
      alert,
      duty,
      ...(duty.status === 'overdue' && { overdueMinutes: Math.floor((now - due) / MINUTE) }),
    }))
}

function dueTime({ dueAt }: Duty): number {
  return dueAt === undefined ? Number.POSITIVE_INFINITY : instantOf(dueAt)
}
