import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Alert,
  type AlertEvent,
  type AlertInput,
  type AlertPolicy,
  type AlertReview,
  type Calendar,
  classifyAlerts,
  type Exposure,
  type Finding,
  parseAlertPolicy,
  parseCalendar,
} from '../../src/index.js'

const rubrics = join(import.meta.dirname, '../../rubrics')

/** The example of the format, as it is published. */
export const formatExample: AlertPolicy = parseAlertPolicy(
  readFileSync(join(import.meta.dirname, 'format-example.json'), 'utf8'),
)
export const outboundAlerts: AlertPolicy = parseAlertPolicy(readFileSync(join(rubrics, 'outbound-alerts.json'), 'utf8'))
export const cn2026: Calendar = parseCalendar(readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'))
export const calendars = [cn2026]

let made = 0

/** A missed greeting of one agent; what is given replaces it. */
export function finding(more: Partial<Finding> & Pick<Finding, 'occurredAt'>): Finding {
  made++
  return {
    id: `f${made}`,
    kind: 'item',
    foundAt: more.occurredAt,
    callId: `call-${made}`,
    agentId: 'A07',
    teamId: 'T1',
    item: 'greeting',
    percent: 20,
    purpose: 'measure',
    ...more,
  }
}

export function exposure(more: Partial<Exposure> & Pick<Exposure, 'date' | 'rated'>): Exposure {
  return { agentId: 'A07', teamId: 'T1', item: 'greeting', purpose: 'measure', ...more }
}

export function classify(input: AlertInput, policy: AlertPolicy, asOf = '2026-12-30T00:00:00+08:00'): AlertReview {
  return classifyAlerts(input, policy, { asOf, calendars })
}

export function eventOf(alert: Alert, kind: string, at: string, more: Partial<AlertEvent> = {}): AlertEvent {
  const { fingerprint, episode } = alert
  return { id: `${fingerprint}/${episode}/${kind}/${at}`, fingerprint, episode, kind, at, by: 'L01', ...more }
}

/** A policy of one rule, with the levels of the example. */
export function policyOf(rule: Partial<AlertPolicy['rules'][number]>, more: Partial<AlertPolicy> = {}): AlertPolicy {
  return parseAlertPolicy({
    format: 'callgrade/alert-policy@1',
    id: 'p',
    version: '1',
    title: 'P',
    timeZone: 'Asia/Shanghai',
    levels: [{ id: 'red' }, { id: 'yellow' }, { id: 'blue' }],
    rules: [
      {
        id: 'r',
        kinds: ['item'],
        groupBy: ['agent'],
        steps: [{ level: 'yellow', window: { days: 7 }, count: { atLeast: 3 } }],
        ...rule,
      },
    ],
    ...more,
  })
}

/** What of an alert two runs have to agree on. */
export function gist(alerts: readonly Alert[]): readonly unknown[] {
  return alerts.map(({ fingerprint, episode, level, levelSince, state, raisedAt, evidence, duties, endedAt }) => ({
    fingerprint,
    episode,
    level,
    levelSince,
    state,
    raisedAt,
    evidence,
    duties,
    endedAt,
  }))
}
