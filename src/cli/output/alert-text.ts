import type { Alert, AlertPolicy, AlertReview, ClosureReport, Duty } from '../../alerts/index.js'
import { dueText } from '../../calendar/index.js'
import { textIn } from '../../documents/text.js'
import type { Language } from '../../issues/index.js'
import { type AlertWords, alertWordsOf } from '../words/alerts.js'
import { markdownTable, percentText, tableOf } from './table.js'

/** Lines of findings or groups that are listed before the rest is counted. */
const LISTED = 10

/** Titles of a policy's parts in a language, by id. */
export interface PolicyTitles {
  readonly level: (id: string) => string
  readonly rule: (id: string) => string
  readonly role: (id: string) => string
  readonly action: (id: string) => string
  readonly duty: (duty: Pick<Duty, 'level' | 'id'>) => string
}

export function titlesOf(policy: AlertPolicy, language: Language): PolicyTitles {
  type Named = { readonly id: string; readonly title?: Parameters<typeof textIn>[0] }
  const of =
    (list: readonly Named[] = []) =>
    (id: string): string => {
      const title = list.find((part) => part.id === id)?.title
      return title === undefined ? id : textIn(title, language)
    }
  return {
    level: of(policy.levels),
    rule: of(policy.rules),
    role: of(policy.roles),
    action: of(policy.actions),
    duty: ({ level, id }) => of(policy.levels.find((one) => one.id === level)?.duties)(id),
  }
}

/** Alerts and closure as tables for people, plain or in Markdown. */
export function alertReportText(
  review: AlertReview,
  closure: ClosureReport | undefined,
  policy: AlertPolicy,
  format: string,
  language: Language,
): string {
  const words = alertWordsOf(language)
  const titles = titlesOf(policy, language)
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
            `- ${finding} (${titles.rule(rule)}): ${words.unplacedReasons[reason](missing)}`,
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
            `- ${titles.rule(rule)}, ${groupText(group)}: ${rated}, ${words.untestableReasons[reason]}`,
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
  const nameOf = (labels: Readonly<Record<string, string>>): string => groupText(labels) || words.all
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
    ...(streak > 0 ? [`${nameOf(labels)}: ${words.streak(streak, onStreak.map(titles.action).join(', '))}`] : []),
    ...(onMiss.length > 0 ? [`${nameOf(labels)}: ${words.missed(onMiss.map(titles.action).join(', '))}`] : []),
    ...(meanHoursToClose !== undefined && medianHoursToClose !== undefined
      ? [`${nameOf(labels)}: ${words.timeToClose(meanHoursToClose.toFixed(1), medianHoursToClose.toFixed(1))}`]
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
    groupText(alert.group),
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

/** A deadline for people; the end of a day as 23:59. */
export function dueCell({ dueAt }: Pick<Duty, 'dueAt'>, timeZone: string, words: AlertWords): string {
  return dueAt === undefined ? words.noDeadline : dueText(dueAt, timeZone)
}

/** An instant in a zone, to the minute. */
function minuteText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  )
}

export function groupText(group: Readonly<Record<string, string>>): string {
  return Object.entries(group)
    .map(([label, value]) => `${label}=${value}`)
    .join(' ')
}

function listed(lines: readonly string[], words: AlertWords): readonly string[] {
  return lines.length <= LISTED ? lines : [...lines.slice(0, LISTED), words.more(lines.length - LISTED)]
}
