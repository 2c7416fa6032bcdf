import type { Calendar } from '../../calendar/calendar.js'
import type { Alert, Evidence } from '../alert.js'
import type { Finding } from '../finding.js'
import { startDuties } from '../follow-up/start-duties.js'
import type { AlertLevel, AlertPolicy, AlertRule } from '../policy/alert-policy.js'
import { labelValues } from '../policy/group-labels.js'

/** What raising takes besides the group. */
export interface Crossing {
  readonly level: AlertLevel
  readonly evidence: Evidence
  /** The findings of the evidence. */
  readonly findings: readonly Finding[]
  /** `foundAt` of the finding that crossed the line. */
  readonly at: string
}

/** An alert as it begins. */
export function raiseAlert(
  policy: AlertPolicy,
  rule: AlertRule,
  identity: Pick<Alert, 'fingerprint' | 'episode' | 'group'>,
  { level, evidence, findings, at }: Crossing,
  calendars: readonly Calendar[],
): Alert {
  return {
    ...identity,
    policyVersion: policy.version,
    rule: rule.id,
    level: level.id,
    levelSince: at,
    state: 'open',
    labels: commonLabels(findings),
    raisedAt: at,
    evidence,
    duties: startDuties(level, at, calendars),
    notices: [],
    notify: rule.notify ?? [],
    actions: rule.actions ?? [],
    history: [],
  }
}

/** An open alert at a graver level: its duties begin now, and those of the level before that are not done are cancelled. */
export function raiseLevel(
  alert: Alert,
  { level, evidence, findings, at }: Crossing,
  calendars: readonly Calendar[],
): Alert {
  const duties = alert.duties.map((duty) =>
    duty.doneAt === undefined && duty.status !== 'cancelled'
      ? { ...duty, status: 'cancelled' as const, cancelledAt: at }
      : duty,
  )
  return {
    ...alert,
    level: level.id,
    levelSince: at,
    labels: commonLabels(findings),
    evidence,
    duties: [...duties, ...startDuties(level, at, calendars)],
  }
}

/** The labels in which all findings agree; each finding of several tags has none. */
function commonLabels(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {}
  const [first] = findings
  if (!first) return labels
  const facts = Object.keys(first.facts ?? {})
  for (const label of ['agent', 'team', 'businessType', 'item', 'tag', ...facts]) {
    const [value, another] = labelValues(first, label)
    if (value === undefined || another !== undefined) continue
    const agree = findings.every((finding) => {
      const values = labelValues(finding, label)
      return values.length === 1 && values[0] === value
    })
    if (agree) labels[label] = value
  }
  if (findings.every(({ kind }) => kind === first.kind)) labels.kind = first.kind
  return labels
}
