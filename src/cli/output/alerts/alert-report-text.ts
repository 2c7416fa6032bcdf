import type { Alert, AlertPolicy, AlertReview, ClosureReport, Duty } from '../../../alerts/index.js'
import type { Language } from '../../../issues/index.js'
import type { AlertWords } from '../../words/alert-words.js'
import type { Words } from '../../words/words.js'
import { markdownTable } from '../markdown-table.js'
import { percentText } from '../percent-text.js'
import { tableOf } from '../table-of.js'
import { dueCell } from './due-cell.js'
import { groupText } from './group-text.js'
import { type PolicyTitles, policyTitles } from './policy-titles.js'

/** Maximum number of findings or groups that are listed; the rest is counted. */
const LISTED = 10

/** Alerts and closure as tables for people, plain or in Markdown. */
export function alertReportText(
  review: AlertReview,
  closure: ClosureReport | undefined,
  policy: AlertPolicy,
  format: 'table' | 'markdown',
  language: Language,
  allWords: Words,
): string {
  const words = allWords.alerts
  const titles = policyTitles(policy, language, allWords)
  const timeZone = policy.timeZone ?? 'UTC'
  const isMarkdown = format === 'markdown'
  const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
    isMarkdown
      ? markdownTable(
          header,
          rows,
          header.map((_, column) => column),
        )
      : tableOf(header, rows, [0, 1, 2, 3, 4, 5, 6, 7, 8])
  const heading = (text: string, level: number): string => (isMarkdown ? `${'#'.repeat(level)} ${text}` : text)
  const open = review.alerts.filter(({ endedAt }) => endedAt === undefined)
  const overdue = open.filter(({ duties }) => duties.some(({ status }) => status === 'overdue'))
  const lines = [
    heading(words.title(review.asOf), 1),
    '',
    review.alerts.length === 0
      ? words.none
      : words.counts(open.length, overdue.length, review.alerts.length - open.length),
  ]
  if (review.alerts.length > 0)
    lines.push(
      '',
      table(
        words.alertHeader,
        gravestFirst(review.alerts, policy).map((alert) => alertRow(alert, titles, timeZone, words)),
      ),
    )
  if (review.unplaced.length > 0)
    lines.push(
      '',
      words.unplaced(review.unplaced.length),
      ...listed(
        review.unplaced.map(
          ({ finding, rule, reason, missing }) =>
            `- ${finding} (${titles.rule(rule)})${words.colon}${words.unplacedReasons[reason](titles.label(missing))}`,
        ),
        words,
      ),
    )
  if (review.notTestable.length > 0)
    lines.push(
      '',
      words.notTestable(review.notTestable.length),
      ...listed(
        review.notTestable.map(
          ({ rule, group, rated, reason }) =>
            `- ${titles.rule(rule)}${words.separator}${groupText(group, titles)}${words.colon}${rated}${words.separator}${words.untestableReasons[reason]}`,
        ),
        words,
      ),
    )
  if (closure && review.alerts.length > 0)
    lines.push('', heading(words.closureTitle, 2), '', ...closureLines(closure, titles, table, words))
  return lines.join('\n').trimEnd()
}

function closureLines(
  { groups, withoutDeadline }: ClosureReport,
  titles: PolicyTitles,
  table: (header: readonly string[], rows: readonly (readonly string[])[]) => string,
  words: AlertWords,
): readonly string[] {
  const nameOf = (labels: Readonly<Record<string, string>>): string => groupText(labels, titles) || words.all
  const rows = groups.flatMap(({ labels, months }) =>
    months.map(({ month, total, closed, rate, onTimeRate, isMet }) => [
      nameOf(labels),
      month,
      String(total),
      String(closed),
      rate === undefined ? '-' : percentText(rate),
      onTimeRate === undefined ? '-' : percentText(onTimeRate),
      isMet === undefined ? (total > 0 ? words.running : '-') : isMet ? words.met : words.notMet,
    ]),
  )
  const remarks = groups.flatMap(({ labels, streak, onStreak, onMiss, meanHoursToClose, medianHoursToClose }) => [
    ...(streak > 0
      ? [`${nameOf(labels)}${words.colon}${words.streak(streak, onStreak.map(titles.action).join(words.separator))}`]
      : []),
    ...(onMiss.length > 0
      ? [`${nameOf(labels)}${words.colon}${words.missed(onMiss.map(titles.action).join(words.separator))}`]
      : []),
    ...(meanHoursToClose !== undefined && medianHoursToClose !== undefined
      ? [
          `${nameOf(labels)}${words.colon}${words.timeToClose(meanHoursToClose.toFixed(1), medianHoursToClose.toFixed(1))}`,
        ]
      : []),
  ])
  if (withoutDeadline.length > 0) remarks.push(words.withoutDeadline(withoutDeadline.length))
  return [table(words.closureHeader, rows), '', ...remarks.map((remark) => `- ${remark}`)]
}

function gravestFirst(alerts: readonly Alert[], policy: AlertPolicy): readonly Alert[] {
  const rankOf = ({ level, endedAt }: Alert): number =>
    policy.levels.findIndex(({ id }) => id === level) + (endedAt === undefined ? 0 : policy.levels.length)
  return [...alerts].sort((a, b) => rankOf(a) - rankOf(b))
}

function alertRow(alert: Alert, titles: PolicyTitles, timeZone: string, words: AlertWords): readonly string[] {
  const { evidence } = alert
  const next = nextDuty(alert)
  return [
    titles.level(alert.level),
    titles.rule(alert.rule),
    groupText(alert.group, titles),
    words.states[alert.state],
    minuteText(alert.raisedAt, timeZone),
    evidence.rated === undefined || evidence.p === undefined
      ? words.evidence(evidence.count)
      : words.rate(evidence.count, evidence.rated, evidence.p.toPrecision(2)),
    next ? titles.duty(next) : '',
    next ? `${dueCell(next, timeZone, words)}${next.status === 'overdue' ? ` ${words.statuses.overdue}` : ''}` : '',
    alert.episode === 1 ? alert.fingerprint : `${alert.fingerprint} (${alert.episode})`,
  ]
}

function nextDuty({ duties, endedAt }: Alert): Duty | undefined {
  if (endedAt !== undefined) return undefined
  const owed = duties.filter(({ status }) => status === 'overdue' || status === 'open' || status === 'provisional')
  return [...owed].sort((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999'))[0]
}

/** An instant in a zone, to the minute. */
function minuteText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  )
}

function listed(lines: readonly string[], words: AlertWords): readonly string[] {
  return lines.length <= LISTED ? lines : [...lines.slice(0, LISTED), words.more(lines.length - LISTED)]
}
