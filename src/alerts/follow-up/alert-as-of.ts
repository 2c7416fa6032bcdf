import type { Calendar } from '../../calendar/calendar.js'
import { deadline } from '../../calendar/deadline.js'
import { checkedInstant } from '../../documents/time/checked-instant.js'
import { instantOf } from '../../documents/time/instant.js'
import { textLike } from '../../documents/time/instant-text.js'
import { assertNever } from '../../issues/assert-never.js'
import type { Alert, Duty, Notice } from '../alert.js'
import type { AlertPolicy, DutyRule, Escalation, Reminder } from '../policy/alert-policy.js'
import { isOwed } from './apply-event.js'

/** An instant, and the calendars of working time. */
export interface AsOf {
  /** RFC 3339 */
  readonly asOf: string
  readonly calendars?: readonly Calendar[]
}

const MINUTE = 60_000

/**
 * Returns an alert as of an instant: with the duties overdue then, the reminders and escalations owed by then, and
 * deadlines that the calendars now reach.
 * @param alert - as `classifyAlerts` or `applyEvent` returned it; not changed
 * @throws CallgradeError `document/instant`; `calendar/...` where calendars do not join
 * @example
 * alertAsOf(alert, policy, { asOf: '2026-10-12T09:00:00+08:00', calendars: [cn2026] }).duties[0]?.status //=> 'overdue'
 */
export function alertAsOf(alert: Alert, policy: AlertPolicy, { asOf, calendars = [] }: AsOf): Alert {
  const now = checkedInstant(asOf, ['asOf'])
  const rules = rulesOf(policy)
  const duties = alert.duties.map((duty) => {
    const rule = rules.get(dutyKey(duty.level, duty.id))
    return statusAt(rule && duty.dueAt === undefined ? dated(duty, rule, calendars) : duty, now)
  })
  const notices = duties.flatMap((duty) => {
    const rule = rules.get(dutyKey(duty.level, duty.id))
    return rule ? noticesOf(alert, duty, rule, now, calendars) : []
  })
  return {
    ...alert,
    duties,
    notices: notices.sort((a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  }
}

function rulesOf(policy: AlertPolicy): ReadonlyMap<string, DutyRule> {
  return new Map(
    policy.levels.flatMap(({ id, duties = [] }) => duties.map((duty) => [dutyKey(id, duty.id), duty] as const)),
  )
}

function dutyKey(level: string, duty: string): string {
  return JSON.stringify([level, duty])
}

/** Gives a provisional duty its deadline once the calendars reach it; one that is done by then may turn out late. */
function dated(duty: Duty, { within }: DutyRule, calendars: readonly Calendar[]): Duty {
  const due = deadline(duty.startsAt, within, calendars)
  if (due.status === 'provisional') return duty
  const isLate = duty.doneAt !== undefined && instantOf(duty.doneAt) > instantOf(due.dueAt)
  const status = duty.status === 'provisional' ? 'open' : isLate ? 'done-late' : duty.status
  return { ...duty, dueAt: due.dueAt, status }
}

function statusAt(duty: Duty, now: number): Duty {
  if (!isOwed(duty) || duty.dueAt === undefined) return duty
  return { ...duty, status: now > instantOf(duty.dueAt) ? 'overdue' : 'open' }
}

function noticesOf(
  alert: Alert,
  duty: Duty,
  rule: DutyRule,
  now: number,
  calendars: readonly Calendar[],
): readonly Notice[] {
  const { dueAt } = duty
  if (dueAt === undefined) return []
  const ends = [duty.doneAt, duty.cancelledAt, alert.endedAt].flatMap((at) => (at === undefined ? [] : [instantOf(at)]))
  const isOwedAt = (at: string): boolean => instantOf(at) <= now && ends.every((end) => end > instantOf(at))
  const base = `${alert.fingerprint}/${alert.episode}/${duty.level}/${duty.id}`
  const notices: Notice[] = []
  const add = (kind: Notice['kind'], place: number, at: string, to: string): void => {
    if (isOwedAt(at))
      notices.push({ id: `${base}/${kind}/${place}/${to}`, kind, at, to, duty: duty.id, level: duty.level })
  }
  rule.remind?.forEach((reminder, place) => {
    const at = earlier(dueAt, reminder)
    // A reminder that would come before the duty comes with it.
    for (const role of duty.assignTo) add('remind', place + 1, latest(at, duty.startsAt), role)
  })
  rule.escalate?.forEach((escalation, place) => {
    const at = later(dueAt, escalation, calendars)
    if (at !== undefined) add('escalate', place + 1, at, escalation.to)
  })
  return notices
}

function earlier(dueAt: string, { beforeDue }: Reminder): string {
  const minutes = 'minutes' in beforeDue ? beforeDue.minutes : beforeDue.hours * 60
  return textLike(instantOf(dueAt) - minutes * MINUTE, dueAt)
}

function later(dueAt: string, { afterDue }: Escalation, calendars: readonly Calendar[]): string | undefined {
  const due = deadline(dueAt, afterDue, calendars)
  switch (due.status) {
    case 'fixed':
      return due.dueAt
    case 'provisional':
      return undefined
    default:
      return assertNever(due)
  }
}

function latest(a: string, b: string): string {
  return instantOf(a) >= instantOf(b) ? a : b
}
