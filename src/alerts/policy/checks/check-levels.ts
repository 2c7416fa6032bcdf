import type { Duration } from '../../../calendar/calendar.js'
import { durationFaults } from '../../../calendar/duration-faults.js'
import { idsOf } from '../../../documents/ids-of.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { AlertLevel, AlertPolicy, DutyRule } from '../alert-policy.js'
import { elapsedMinutes } from '../elapsed-minutes.js'
import type { PolicyFaults } from './policy-faults.js'

/** Events that change an alert by themselves. `verified` only goes on record, so that a duty may wait for it. */
const NOT_FOR_DUTIES: ReadonlySet<string> = new Set(['acknowledged', 'closed', 'withdrawn', 'reassigned'])

/** Checks levels, their duties, and the other terms of a policy. */
export function checkLevels(policy: AlertPolicy, faults: PolicyFaults): void {
  const roles = idsOf(policy.roles)
  faults.requireDistinct(policy.levels)
  for (const level of policy.levels) checkDuties(level, roles, faults)
  checkClosure(policy, faults)
  for (const term of [policy.review?.appeal, policy.review?.feedback]) if (term) checkTerm(term, faults)
}

function checkDuties(level: AlertLevel, roles: ReadonlySet<string>, faults: PolicyFaults): void {
  const { duties = [] } = level
  faults.requireDistinct(duties)
  const doneBy = new Map<string, string>()
  for (const duty of duties) {
    const first = doneBy.get(duty.doneBy)
    if (NOT_FOR_DUTIES.has(duty.doneBy))
      faults.add('alerts/reserved-event', duty, ['doneBy'], { received: excerptOf(duty.doneBy) })
    else if (first !== undefined)
      faults.add('alerts/same-event', duty, ['doneBy'], {
        received: excerptOf(duty.doneBy),
        details: { first, level: level.id },
      })
    else doneBy.set(duty.doneBy, duty.id)
    faults.requireNames('role', duty.assignTo, roles, duty, ['assignTo'])
    checkTerm(duty, faults)
    checkNotices(duty, roles, faults)
  }
}

/** Reports a term of no time at all, which could never be kept; 0 working days is the end of the day. */
function checkTerm(part: { readonly within: Duration }, faults: PolicyFaults): void {
  const { within } = part
  const drafts = durationFaults(within, faults.path(part, 'within'))
  faults.drafts.push(...drafts)
  const key = 'minutes' in within ? 'minutes' : 'hours' in within ? 'hours' : 'workingHours'
  if (drafts.length === 0 && (elapsedMinutes(within) === 0 || ('workingHours' in within && within.workingHours === 0)))
    faults.add('document/range', within, [key], { expected: '> 0', received: '0' })
}

function checkNotices(duty: DutyRule, roles: ReadonlySet<string>, faults: PolicyFaults): void {
  const term = elapsedMinutes(duty.within)
  const reminders = new Set<number>()
  for (const reminder of duty.remind ?? []) {
    const { beforeDue } = reminder
    const drafts = durationFaults(beforeDue, faults.path(reminder, 'beforeDue'))
    faults.drafts.push(...drafts)
    const before = elapsedMinutes(beforeDue)
    if (before === undefined || drafts.length > 0) continue
    if (before === 0)
      faults.add('document/range', beforeDue, ['minutes' in beforeDue ? 'minutes' : 'hours'], {
        expected: '> 0',
        received: '0',
      })
    if (term !== undefined && before >= term)
      faults.add('alerts/reminder-too-early', reminder, ['beforeDue'], {
        received: excerptOf(hours(before)),
        details: { term: hours(term) },
      })
    if (reminders.has(before))
      faults.add('alerts/notice-twice', reminder, ['beforeDue'], { details: { kind: 'remind' } })
    reminders.add(before)
  }
  const escalations = new Set<string>()
  for (const escalation of duty.escalate ?? []) {
    faults.requireName('role', escalation.to, roles, escalation, ['to'])
    faults.drafts.push(...durationFaults(escalation.afterDue, faults.path(escalation, 'afterDue')))
    const { note: _, ...after } = escalation.afterDue
    const key = JSON.stringify([elapsedMinutes(escalation.afterDue) ?? after, escalation.to])
    if (escalations.has(key))
      faults.add('alerts/notice-twice', escalation, ['afterDue'], { details: { kind: 'escalate' } })
    escalations.add(key)
  }
}

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`
}

function checkClosure(policy: AlertPolicy, faults: PolicyFaults): void {
  const { closure } = policy
  if (!closure) return
  const actions = idsOf(policy.actions)
  const events = new Set([
    'verified',
    'closed',
    ...policy.levels.flatMap(({ duties = [] }) => duties.map(({ doneBy }) => doneBy)),
  ])
  faults.requireName('event', closure.doneAt, events, closure, ['doneAt'])
  if (closure.comparison === 'over' && closure.targetPercent === 100)
    faults.add('alerts/closure-unreachable', closure, ['targetPercent'], { expected: '< 100', received: '100' })
  faults.requireNames('action', closure.onStreak, actions, closure, ['onStreak'])
  faults.requireNames('action', closure.onMiss, actions, closure, ['onMiss'])
}
