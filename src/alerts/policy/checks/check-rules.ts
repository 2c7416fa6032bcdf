import { idsOf } from '../../../documents/ids-of.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'
import type { AlertPolicy, AlertRule, AlertStep, StepRate } from '../alert-policy.js'
import { BUILT_IN_KINDS } from '../built-in-kinds.js'
import { BUILT_IN_LABELS, isSubject } from '../labels.js'
import type { PolicyFaults } from './policy-faults.js'

/** Checks rules with their steps. */
export function checkRules(policy: AlertPolicy, faults: PolicyFaults): void {
  const names: Names = {
    kinds: new Set([...BUILT_IN_KINDS, ...idsOf(policy.kinds)]),
    roles: idsOf(policy.roles),
    actions: idsOf(policy.actions),
    levels: idsOf(policy.levels),
    labels: new Set([...BUILT_IN_LABELS, ...Object.keys(policy.facts ?? {})]),
  }
  faults.requireDistinct(policy.rules)
  for (const rule of policy.rules) {
    faults.requireNames('kind', rule.kinds, names.kinds, rule, ['kinds'])
    checkLabels(rule.groupBy, rule, ['groupBy'], names.labels, policy, faults)
    faults.requireNames('role', rule.notify, names.roles, rule, ['notify'])
    faults.requireNames('action', rule.actions, names.actions, rule, ['actions'])
    checkSteps(rule, names, policy, faults)
  }
}

interface Names {
  readonly kinds: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly actions: ReadonlySet<string>
  readonly levels: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
}

/** Checks that labels name single values, which a list or an object is not. */
function checkLabels(
  labels: readonly string[],
  part: object,
  rest: readonly PathSegment[],
  known: ReadonlySet<string>,
  policy: AlertPolicy,
  faults: PolicyFaults,
): void {
  faults.requireNames('label', labels, known, part, rest)
  for (const [index, label] of labels.entries()) {
    const type = policy.facts && Object.hasOwn(policy.facts, label) ? policy.facts[label]?.type : undefined
    if (type === 'list' || type === 'object')
      faults.add('alerts/label-type', part, [...rest, index], {
        expected: 'string | number | boolean',
        received: type,
        details: { fact: label },
      })
  }
}

const DEMANDS = ['count', 'agents', 'calls', 'rate'] as const

function checkSteps(rule: AlertRule, names: Names, policy: AlertPolicy, faults: PolicyFaults): void {
  const call = rule.groupBy.indexOf('call')
  if (call >= 0 && rule.steps.some(({ rate }) => rate)) faults.add('alerts/rate-of-call', rule, ['groupBy', call])
  const seen = new Set<string>()
  for (const step of rule.steps) {
    faults.requireName('level', step.level, names.levels, step, ['level'])
    if (seen.has(step.level)) faults.add('alerts/same-level', step, ['level'], { received: excerptOf(step.level) })
    seen.add(step.level)
    const isLeftOut = DEMANDS.some((key) => faults.leftOut.has(key))
    if (DEMANDS.every((key) => step[key] === undefined) && !isLeftOut)
      faults.add('alerts/empty-step', step, [], { expected: '"count" | "agents" | "calls" | "rate"' })
    if (step.rate) checkRate(step.rate, step, rule, names, policy, faults)
  }
}

function checkRate(
  rate: StepRate,
  step: AlertStep,
  rule: AlertRule,
  names: Names,
  policy: AlertPolicy,
  faults: PolicyFaults,
): void {
  const { adjustFor } = rate
  const isNamed = policy.falseAlerts !== undefined && Object.hasOwn(policy.falseAlerts, step.level)
  if (!isNamed && names.levels.has(step.level) && !faults.leftOut.has('falseAlerts') && !faults.leftOut.has(step.level))
    faults.add('alerts/no-false-alerts', step, ['rate'], { details: { level: step.level } })
  const hasHistory = 'history' in rate.above
  // Ratings are counted by day.
  if (step.window && 'hours' in step.window)
    faults.add('alerts/rate-window', step, ['window'], { expected: '{"days": ...}', received: excerptOf(step.window) })
  else if (!step.window && !faults.leftOut.has('window'))
    faults.add('alerts/rate-window', step, ['rate'], { at: 'key', expected: '{"days": ...}' })
  const comparable = new Set(names.labels)
  comparable.delete('call')
  if (adjustFor) checkLabels(adjustFor, rate, ['adjustFor'], comparable, policy, faults)
  if (!hasHistory) {
    if (adjustFor) faults.add('alerts/adjusted-percent', rate, ['adjustFor'], { at: 'key' })
    return
  }
  // A group is compared with the groups of other agents or teams that are alike in everything else.
  const subjects = rule.groupBy.filter((label) => isSubject(label) && label !== 'call')
  if (subjects.every((label) => adjustFor?.includes(label)) && !rule.groupBy.includes('call'))
    faults.add('alerts/history-alone', rate, subjects.length === 0 ? ['above'] : ['adjustFor'], {
      expected: '"agent" | "team"',
      details: { reason: subjects.length === 0 ? 'groupBy' : 'adjustFor' },
    })
}
