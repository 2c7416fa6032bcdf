// Raises an alert, dates its duties by a calendar and judges a remedy: the same on every runtime.
import { classifyAlerts, isCallgradeError } from 'callgrade'
import { remedyEffect } from 'callgrade/alerts'
import { deadline } from 'callgrade/calendar'

const calendar = {
  format: 'callgrade/calendar@1',
  id: 'ny',
  version: '1',
  title: 'New York',
  timeZone: 'America/New_York',
  valid: { from: '2026-01-01', through: '2026-12-31' },
  weekend: ['saturday', 'sunday'],
  workingHours: [['09:00', '17:00']],
}
const policy = {
  format: 'callgrade/alert-policy@1',
  id: 'p',
  version: '1',
  title: 'P',
  timeZone: 'America/New_York',
  roles: [{ id: 'leader' }],
  kinds: [{ id: 'complaint' }],
  levels: [{ id: 'red', duties: [{ id: 'd', doneBy: 'done', within: { workingDays: 1 }, assignTo: ['leader'] }] }],
  rules: [{ id: 'r', kinds: ['complaint'], groupBy: ['agent'], steps: [{ level: 'red', count: { atLeast: 1 } }] }],
}
// Friday 6 March 2026: the clocks go forward on Sunday.
const at = '2026-03-06T12:00:00-05:00'
const finding = { id: 'f', kind: 'complaint', occurredAt: at, foundAt: at, agentId: '甲', purpose: 'measure' }
const { alerts } = classifyAlerts({ findings: [finding] }, policy, {
  asOf: '2026-03-10T00:00:00Z',
  calendars: [calendar],
})
let code
try {
  classifyAlerts({ findings: [{ ...finding, kind: 'compliant' }] }, policy, { asOf: at })
} catch (error) {
  code = isCallgradeError(error) && error.issues[0].code
}
const { answer } = remedyEffect({
  before: { kind: 'counts', found: 40, judged: 200 },
  after: { kind: 'counts', found: 12, judged: 200 },
  wanted: 'lower',
})
console.log(
  JSON.stringify({
    fingerprint: alerts[0].fingerprint,
    dueAt: alerts[0].duties[0].dueAt,
    elapsed: deadline('2026-03-07T12:00:00-05:00', { hours: 24 }, [calendar]).dueAt,
    code,
    answer,
  }),
)
