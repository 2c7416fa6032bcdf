// Findings and ratings become alerts with deadlines; what was done about them is applied, or refused with a reason.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  applyEvent,
  classifyAlerts,
  dueDuties,
  type Finding,
  isCallgradeError,
  messageOf,
  parseAlertPolicy,
  parseCalendar,
} from 'callgrade'
import { closureReport } from 'callgrade/alerts'
import { dueText } from 'callgrade/calendar'
import { print } from './support/print.js'

const rubrics = join(import.meta.dirname, '../rubrics')
const policy = parseAlertPolicy(readFileSync(join(rubrics, 'outbound-alerts.json'), 'utf8'))
const calendars = [parseCalendar(readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'))]

// The greeting missed in three calls of one agent within a week, the last on the eve of National Day.
const missed = ['2026-09-24', '2026-09-27', '2026-09-30'].map(
  (date, index): Finding => ({
    id: `e${index}/item/greeting`,
    kind: 'item',
    occurredAt: `${date}T10:00:00+08:00`,
    foundAt: `${date}T17:00:00+08:00`,
    callId: `C-${index}`,
    agentId: 'A07',
    teamId: 'T1',
    item: 'greeting',
    percent: 20,
    purpose: 'measure',
  }),
)
const complaint: Finding = {
  id: 'K-1',
  kind: 'complaint',
  occurredAt: '2026-10-09T08:40:00+08:00',
  foundAt: '2026-10-09T08:50:00+08:00',
  callId: 'C-9',
  purpose: 'targeted',
  facts: { risk: 'legal-dispute' },
}

const asOf = '2026-10-09T09:00:00+08:00'
const review = classifyAlerts({ findings: [...missed, complaint] }, policy, { asOf, calendars })
for (const { fingerprint, level, raisedAt, evidence } of review.alerts)
  print(`${level} ${fingerprint}, raised ${raisedAt}, ${evidence.count} findings`)

print('')
for (const { alert, duty, overdueMinutes } of dueDuties(review.alerts, policy, { asOf, calendars }))
  print(
    `${duty.dueAt === undefined ? 'no date yet' : dueText(duty.dueAt, 'Asia/Shanghai')} ${duty.status}${overdueMinutes === undefined ? '' : ` by ${(overdueMinutes / 60).toFixed(0)} h`}: ${duty.id} (${duty.assignTo.join(', ')}) of ${alert.fingerprint}`,
  )

// Events come from whatever the team works with; the same event twice changes nothing.
const [yellow] = review.alerts
if (!yellow) throw new Error('no alert')
const event = { fingerprint: yellow.fingerprint, episode: 1, by: 'L01' }
const remedied = applyEvent(yellow, { ...event, id: '1', kind: 'remedied', at: '2026-10-09T10:00:00+08:00' }, policy)
print('')
print(remedied.duties.map(({ id, status }) => `${id} ${status}`).join(', '))
try {
  applyEvent(remedied, { ...event, id: '2', kind: 'closed', at: '2026-10-09T11:00:00+08:00' }, policy)
} catch (error) {
  if (!isCallgradeError(error)) throw error
  for (const issue of error.issues) {
    print(`${issue.code}: ${messageOf(issue, 'en')}`)
    print(messageOf(issue, 'zh-CN'))
  }
}

print('')
const { groups } = closureReport(review.alerts, policy, { asOf, by: ['level'] })
for (const { labels, months } of groups)
  print(
    `${labels.level}: ${months.map(({ month, total, closed }) => `${month} ${closed} of ${total} closed`).join(', ')}`,
  )
