import type { Duration } from '../calendar/calendar.js'
import { durationFaults } from '../calendar/duration-faults.js'
import { checkCondition } from '../conditions/check-condition.js'
import { vocabularyOf } from '../conditions/vocabulary.js'
import { isTimeZone } from '../documents/dates.js'
import type { DocumentFaults } from '../documents/document-faults.js'
import { excerptOf } from '../documents/issue-draft.js'
import type { PathSegment } from '../issues/issue.js'
import type { AlertLevel, AlertPolicy, AlertRule, AlertStep, DutyRule } from './alert-policy.js'
import { RESERVED_EVENTS } from './apply-event.js'
import { BUILT_IN_KINDS } from './built-in-kinds.js'
import { FINDING_FACTS } from './condition-facts.js'

/** The condition of a rule as it stands in the document, whatever its shape. */
export interface RuleCondition {
  readonly condition: unknown
  readonly path: readonly PathSegment[]
}

/** Labels of groups besides facts. */
const LABELS = ['call', 'agent', 'team', 'item', 'tag', 'businessType']

/** Names that a policy declares. */
interface Declared {
  readonly roles: ReadonlySet<string>
  readonly actions: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly levels: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
}

/** Looks for faults of meaning in a policy. */
export function checkAlertPolicy(
  policy: AlertPolicy,
  conditions: readonly RuleCondition[],
  faults: DocumentFaults,
  isComplete: boolean,
): void {
  if (policy.timeZone !== undefined && !isTimeZone(policy.timeZone))
    faults.add('document/time-zone', policy, ['timeZone'], { received: excerptOf(policy.timeZone) })
  const declared = declarationsOf(policy, faults)
  checkFacts(policy, faults)
  checkConditions(policy, conditions, faults)
  checkFromScores(policy, faults)
  for (const level of policy.levels) checkLevel(level, declared, faults)
  for (const rule of policy.rules) checkRule(rule, policy, declared, faults)
  checkFalseAlerts(policy, declared, faults)
  checkClosure(policy, declared, faults, isComplete)
  for (const term of [policy.review?.appeal, policy.review?.feedback])
    if (term) checkDuration(term.within, term, ['within'], faults)
}

function declarationsOf(policy: AlertPolicy, faults: DocumentFaults): Declared {
  const { roles = [], actions = [], kinds = [], levels, rules } = policy
  for (const list of [roles, actions, kinds, levels, rules])
    faults.requireDistinctIds('alerts/duplicate-id', list, new Map())
  for (const kind of kinds)
    if ((BUILT_IN_KINDS as readonly string[]).includes(kind.id))
      faults.add('alerts/built-in-kind', kind, ['id'], { received: excerptOf(kind.id) })
  const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)
  return {
    roles: new Set(idsOf(roles)),
    actions: new Set(idsOf(actions)),
    kinds: new Set([...BUILT_IN_KINDS, ...idsOf(kinds)]),
    levels: new Set(idsOf(levels)),
    labels: new Set([...LABELS, ...Object.keys(policy.facts ?? {})]),
  }
}

function checkFacts({ facts = {} }: AlertPolicy, faults: DocumentFaults): void {
  for (const [id, fact] of Object.entries(facts)) {
    if (Object.hasOwn(FINDING_FACTS, id) || LABELS.includes(id))
      faults.add('alerts/reserved-fact', facts, [id], { at: 'key', received: excerptOf(id) })
    if (
      (fact.type === 'number' || fact.type === 'integer') &&
      fact.minimum !== undefined &&
      fact.maximum !== undefined &&
      fact.minimum > fact.maximum
    )
      faults.add('document/range', fact, ['maximum'], {
        expected: `>= ${fact.minimum}`,
        received: excerptOf(fact.maximum),
      })
  }
}

function checkConditions(policy: AlertPolicy, conditions: readonly RuleCondition[], faults: DocumentFaults): void {
  const vocabulary = vocabularyOf({ ...policy.facts, ...FINDING_FACTS })
  const scope = { vocabulary, conditionNames: new Set<string>(), leftOut: faults.leftOut }
  for (const { condition, path } of conditions) faults.drafts.push(...checkCondition(condition, path, scope))
}

function checkFromScores({ fromScores = [] }: AlertPolicy, faults: DocumentFaults): void {
  for (const [index, source] of fromScores.entries())
    if (fromScores.findIndex(({ kind }) => kind === source.kind) < index)
      faults.add('alerts/duplicate-id', source, ['kind'], { received: excerptOf(source.kind) })
}

function checkLevel(level: AlertLevel, declared: Declared, faults: DocumentFaults): void {
  const duties = level.duties ?? []
  faults.requireDistinctIds('alerts/duplicate-id', duties, new Map())
  for (const [index, duty] of duties.entries()) {
    if ((RESERVED_EVENTS as readonly string[]).includes(duty.doneBy) && duty.doneBy !== 'verified')
      faults.add('alerts/reserved-event', duty, ['doneBy'], { received: excerptOf(duty.doneBy) })
    if (duties.findIndex(({ doneBy }) => doneBy === duty.doneBy) < index)
      faults.add('alerts/same-event', duty, ['doneBy'], { received: excerptOf(duty.doneBy) })
    checkDuty(duty, declared, faults)
  }
}

function checkDuty(duty: DutyRule, { roles }: Declared, faults: DocumentFaults): void {
  checkNames('role', duty.assignTo, roles, duty, 'assignTo', faults)
  const isSound = checkDuration(duty.within, duty, ['within'], faults)
  for (const escalation of duty.escalate ?? []) {
    checkName('role', escalation.to, roles, escalation, ['to'], faults)
    checkDuration(escalation.afterDue, escalation, ['afterDue'], faults)
  }
  for (const reminder of duty.remind ?? []) {
    const term = minutesOf(duty.within)
    const before = minutesOf(reminder.beforeDue)
    if (
      checkDuration(reminder.beforeDue, reminder, ['beforeDue'], faults) &&
      isSound &&
      term !== undefined &&
      before !== undefined &&
      before >= term
    )
      faults.add('alerts/reminder-too-early', reminder, ['beforeDue'], { details: { needed: term } })
  }
}

/** Elapsed minutes, where a duration is of those. */
function minutesOf(duration: Duration): number | undefined {
  if ('minutes' in duration) return duration.minutes
  return 'hours' in duration ? duration.hours * 60 : undefined
}

function checkRule(rule: AlertRule, policy: AlertPolicy, declared: Declared, faults: DocumentFaults): void {
  checkNames('kind', rule.kinds, declared.kinds, rule, 'kinds', faults)
  checkNames('label', rule.groupBy, declared.labels, rule, 'groupBy', faults)
  for (const [index, label] of rule.groupBy.entries())
    if (rule.groupBy.indexOf(label) < index)
      faults.add('alerts/duplicate-id', rule, ['groupBy', index], { received: excerptOf(label) })
  checkNames('role', rule.notify ?? [], declared.roles, rule, 'notify', faults)
  checkNames('action', rule.actions ?? [], declared.actions, rule, 'actions', faults)
  for (const [index, step] of rule.steps.entries()) {
    checkName('level', step.level, declared.levels, step, ['level'], faults)
    if (rule.steps.findIndex(({ level }) => level === step.level) < index)
      faults.add('alerts/same-level', step, ['level'], { received: excerptOf(step.level) })
    checkStep(step, rule, policy, declared, faults)
  }
}

function checkStep(
  step: AlertStep,
  rule: AlertRule,
  policy: AlertPolicy,
  declared: Declared,
  faults: DocumentFaults,
): void {
  const { window, rate } = step
  if (
    !step.count &&
    !step.agents &&
    !step.calls &&
    !rate &&
    !['count', 'agents', 'calls', 'rate'].some((key) => faults.leftOut.has(key))
  )
    faults.add('alerts/empty-step', step, [], {})
  if (window && 'hours' in window && !(window.hours > 0 && window.hours <= 87_600))
    faults.add('document/range', window, ['hours'], { expected: '> 0', received: excerptOf(window.hours) })
  if (window && 'days' in window && window.days > 3_650)
    faults.add('document/range', window, ['days'], { expected: '1..3650', received: excerptOf(window.days) })
  if (!rate) return
  if (!(window && 'days' in window) && !faults.leftOut.has('window'))
    faults.add('alerts/rate-window', step, ['rate'], { at: 'key', expected: '{"days": ...}' })
  if (rule.groupBy.includes('call')) faults.add('alerts/rate-of-call', step, ['rate'], { at: 'key' })
  if (!Object.hasOwn(policy.falseAlerts ?? {}, step.level) && !faults.leftOut.has('falseAlerts'))
    faults.add('alerts/no-false-alerts', step, ['rate'], { at: 'key', details: { level: step.level } })
  if ('percent' in rate.above) {
    if (!(rate.above.percent > 0 && rate.above.percent < 100))
      faults.add('document/range', rate.above, ['percent'], {
        expected: '> 0, < 100',
        received: excerptOf(rate.above.percent),
      })
    if (rate.adjustFor) faults.add('alerts/adjusted-percent', rate, ['adjustFor'], { at: 'key' })
  } else if (rate.above.history.days > 3_650)
    faults.add('document/range', rate.above.history, ['days'], {
      expected: '1..3650',
      received: excerptOf(rate.above.history.days),
    })
  checkNames('label', rate.adjustFor ?? [], declared.labels, rate, 'adjustFor', faults)
}

function checkFalseAlerts(policy: AlertPolicy, { levels }: Declared, faults: DocumentFaults): void {
  const { falseAlerts = {} } = policy
  for (const [level, expected] of Object.entries(falseAlerts)) {
    checkName('level', level, levels, falseAlerts, [level], faults, 'key')
    if (!(expected > 0 && Number.isFinite(expected)))
      faults.add('document/range', falseAlerts, [level], { expected: '> 0', received: excerptOf(expected) })
  }
}

function checkClosure(policy: AlertPolicy, declared: Declared, faults: DocumentFaults, isComplete: boolean): void {
  const { closure } = policy
  if (!closure) return
  checkNames('action', closure.onStreak ?? [], declared.actions, closure, 'onStreak', faults)
  checkNames('action', closure.onMiss ?? [], declared.actions, closure, 'onMiss', faults)
  if (closure.comparison === 'over' && closure.targetPercent === 100)
    faults.add('document/range', closure, ['targetPercent'], { expected: '< 100', received: '100' })
  const events = policy.levels.flatMap(({ duties = [] }) => duties.map(({ doneBy }) => doneBy))
  if (isComplete)
    checkName('event', closure.doneAt, new Set(['verified', 'closed', ...events]), closure, ['doneAt'], faults)
}

function checkDuration(
  duration: Duration,
  part: object,
  rest: readonly PathSegment[],
  faults: DocumentFaults,
): boolean {
  const found = durationFaults(duration, faults.path(part, ...rest))
  faults.drafts.push(...found)
  return found.length === 0
}

type NameKind = 'role' | 'action' | 'kind' | 'level' | 'label' | 'event'

function checkNames(
  kind: NameKind,
  names: readonly string[],
  known: ReadonlySet<string>,
  part: object,
  key: string,
  faults: DocumentFaults,
): void {
  for (const [index, name] of names.entries()) checkName(kind, name, known, part, [key, index], faults)
}

function checkName(
  kind: NameKind,
  name: string,
  known: ReadonlySet<string>,
  part: object,
  rest: readonly PathSegment[],
  faults: DocumentFaults,
  at: 'key' | 'value' = 'value',
): void {
  faults.requireDeclared('alerts/unknown-name', name, known, part, rest, { at, details: { kind } })
}
