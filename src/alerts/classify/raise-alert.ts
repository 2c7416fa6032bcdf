import type { Calendar } from '../../calendar/calendar.js'
import type { Alert } from '../alert.js'
import { startDuties } from '../follow-up/start-duties.js'
import type { AlertPolicy, AlertRule } from '../policy/alert-policy.js'
import { commonLabels } from './common-labels.js'
import type { Crossing } from './crossing.js'

/** Returns a new alert. */
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
