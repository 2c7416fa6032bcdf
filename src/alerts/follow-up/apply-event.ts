import { canonicalJson } from '../../documents/canonical-json.js'
import { instantOf } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Alert, AlertEvent, Duty } from '../alert.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { eventChecker } from '../records/event-checker.js'
import { noSuchAlert, refusal, unknownKind } from './event-faults.js'

/** Kinds of event that every policy has. */
export const RESERVED_EVENTS = ['acknowledged', 'verified', 'closed', 'withdrawn', 'reassigned'] as const

/** Event of a mended cause: what occurred before it cannot bring the alert back. */
const REMEDIED = 'remedied'

/**
 * Applies one event to an alert. A duty done exactly at its deadline is in time. Verification may come while a
 * follow-up duty is still open; closing may not, so that no duty is lost.
 * @param alert - before the event; not changed
 * @param event - applied again, the same event changes nothing
 * @param policy - declares the duties and roles
 * @returns the alert after the event
 * @throws CallgradeError `document/...` for a faulty event, and where it is impossible: `alerts/event-no-alert` (of
 * another alert or episode), `alerts/event-too-early` (before the alert was raised, or before the last event),
 * `alerts/event-differs` (another event of this id was applied), `alerts/event-after-end`, `alerts/event-twice`
 * (acknowledged or verified before), `alerts/event-no-duty` (of the kind, in this alert), `alerts/event-duty-done`,
 * `alerts/event-duty-cancelled`, `alerts/event-duties-open` (closing), `alerts/event-unknown-role`,
 * `alerts/event-unknown-kind`
 * @example
 * applyEvent(alert, { id: '1', fingerprint: alert.fingerprint, episode: 1, kind: 'acknowledged', at: '2026-10-09T09:00:00+08:00', by: 'L07' }, policy).state
 * //=> 'acknowledged'
 */
export function applyEvent(alert: Alert, event: AlertEvent, policy: AlertPolicy): Alert {
  throwIssues(
    eventChecker()
      .faultsOf(event)
      .map((fault) => issueOf(fault, undefined)),
  )
  if (event.fingerprint !== alert.fingerprint || event.episode !== alert.episode)
    throwIssues([noSuchAlert(event, [alert.fingerprint])])
  const applied = alert.history.find(({ id }) => id === event.id)
  if (applied) {
    if (canonicalJson(applied) === canonicalJson(event)) return alert
    throw refusal(event, { code: 'alerts/event-differs', path: ['id'], received: excerptOf(event.id) })
  }
  const last = alert.history.at(-1)?.at ?? alert.raisedAt
  if (instantOf(event.at) < instantOf(last))
    throw refusal(event, {
      code: 'alerts/event-too-early',
      path: ['at'],
      expected: `>= ${last}`,
      received: excerptOf(event.at),
    })
  if (alert.endedAt !== undefined)
    throw refusal(event, {
      code: 'alerts/event-after-end',
      path: ['kind'],
      received: excerptOf(event.kind),
      details: { state: alert.state, at: alert.endedAt },
    })
  return { ...changed(alert, event, policy), history: [...alert.history, event] }
}

function changed(alert: Alert, event: AlertEvent, policy: AlertPolicy): Alert {
  switch (event.kind) {
    case 'acknowledged':
      if (alert.state === 'acknowledged') throw twice(event)
      return { ...alert, state: 'acknowledged' }
    case 'closed':
      return closed(alert, event)
    case 'withdrawn':
      return { ...alert, state: 'withdrawn', endedAt: event.at }
    case 'reassigned':
      return reassigned(alert, event, policy)
    default:
      return done(alert, event, policy)
  }
}

function twice(event: AlertEvent): Error {
  return refusal(event, { code: 'alerts/event-twice', path: ['kind'], received: excerptOf(event.kind) })
}

function closed(alert: Alert, event: AlertEvent): Alert {
  const open = alert.duties.filter(isOwed)
  if (open.length > 0)
    throw refusal(event, {
      code: 'alerts/event-duties-open',
      path: ['kind'],
      received: excerptOf(event.kind),
      details: { missing: open.map(({ doneBy }) => doneBy).join(', ') },
    })
  return { ...alert, state: 'closed', endedAt: event.at }
}

function reassigned(alert: Alert, event: AlertEvent, policy: AlertPolicy): Alert {
  const { assignTo, duty: id } = event
  const roles = new Set((policy.roles ?? []).map((role) => role.id))
  for (const [index, role] of (assignTo ?? []).entries())
    if (!roles.has(role))
      throw refusal(event, { code: 'alerts/event-unknown-role', path: ['assignTo', index], received: excerptOf(role) })
  const isMeant = (duty: Duty): boolean => isOwed(duty) && (id === undefined || duty.id === id)
  if (!alert.duties.some(isMeant)) throw noDuty(alert, event, 'duty', id)
  if (!assignTo || assignTo.length === 0) return alert
  return { ...alert, duties: alert.duties.map((duty) => (isMeant(duty) ? { ...duty, assignTo } : duty)) }
}

function done(alert: Alert, event: AlertEvent, policy: AlertPolicy): Alert {
  const index = alert.duties.findIndex((duty) => duty.doneBy === event.kind && isOwed(duty))
  if (index < 0) return withoutDuty(alert, event, policy)
  const duties = alert.duties.map((duty, at) => (at === index ? fulfilled(duty, event.at) : duty))
  return { ...alert, duties, ...(event.kind === REMEDIED && { remediedAt: event.at }) }
}

function fulfilled(duty: Duty, at: string): Duty {
  const isLate = duty.dueAt !== undefined && instantOf(at) > instantOf(duty.dueAt)
  return { ...duty, status: isLate ? 'done-late' : 'done', doneAt: at }
}

/**
 * Applies an event without a duty: `verified` and `remedied` have a meaning of their own, even if no duty waits for
 * them.
 */
function withoutDuty(alert: Alert, event: AlertEvent, policy: AlertPolicy): Alert {
  const [known] = alert.duties.filter(({ doneBy }) => doneBy === event.kind).slice(-1)
  if (known)
    throw refusal(event, {
      code: known.status === 'cancelled' ? 'alerts/event-duty-cancelled' : 'alerts/event-duty-done',
      path: ['kind'],
      received: excerptOf(event.kind),
      details: { name: known.id, ...(known.doneAt !== undefined && { at: known.doneAt }) },
    })
  if (event.kind === 'verified') {
    if (alert.history.some(({ kind }) => kind === 'verified')) throw twice(event)
    return alert
  }
  const kinds = new Set(policy.levels.flatMap(({ duties = [] }) => duties.map(({ doneBy }) => doneBy)))
  if (event.kind === REMEDIED && kinds.has(REMEDIED)) return { ...alert, remediedAt: event.at }
  if (!kinds.has(event.kind)) throw unknownKind(event, [...RESERVED_EVENTS, ...kinds])
  throw noDuty(alert, event, 'kind', event.kind)
}

function noDuty(alert: Alert, event: AlertEvent, key: 'kind' | 'duty', received: string | undefined): Error {
  const owed = alert.duties.filter(isOwed).map((duty) => (key === 'kind' ? duty.doneBy : duty.id))
  return refusal(event, {
    code: 'alerts/event-no-duty',
    path: [key],
    expected: owed.map((name) => JSON.stringify(name)).join(' | '),
    received: excerptOf(received),
  })
}

/** Returns whether a duty is still to be done. */
export function isOwed({ status }: Duty): boolean {
  return status === 'open' || status === 'overdue' || status === 'provisional'
}
