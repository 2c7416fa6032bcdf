import { checkedInstant } from '../../../documents/time/checked-instant.js'
import { dateOfDay } from '../../../documents/time/day-number.js'
import { instantOf } from '../../../documents/time/instant.js'
import { wallTimeAt } from '../../../documents/time/wall-time.js'
import { mean } from '../../../statistics/mean.js'
import type { Alert } from '../../alert.js'
import type { AlertPolicy, ClosureTarget } from '../../policy/alert-policy.js'
import { type ClosureMonth, monthReport } from './closure-month.js'
import { closureStreak } from './closure-streak.js'
import { lastDue, nameOf } from './last-due.js'
import { DAY, monthOf, monthsBetween } from './local-month.js'

/** Labels that closure is counted by, or a function that gives them. */
export type ClosureGrouping = readonly string[] | ((alert: Alert) => Readonly<Record<string, string>>)

/** Options of `closureReport`. */
export interface ClosureOptions {
  /** RFC 3339 */
  readonly asOf: string
  /**
   * Labels: `rule`, `level`, and those of the alerts: `team`, `agent`, `item`, `kind`, a fact such as a shift; or a
   * function. An alert without a label counts under an empty one. All together where absent.
   */
  readonly by?: ClosureGrouping
}

/** Months, streak and time to close of one group. */
export interface ClosureGroup {
  readonly labels: Readonly<Record<string, string>>
  /** In order, from the first with alerts to the month of `asOf`. */
  readonly months: readonly ClosureMonth[]
  /** Months running up to the last full one in which the target was met. */
  readonly streak: number
  /** Actions that the streak leads to. */
  readonly onStreak: readonly string[]
  /** Actions that a missed last full month leads to. */
  readonly onMiss: readonly string[]
  /** Alerts with an overdue duty at `asOf`. */
  readonly overdue: number
  /** Hours from when alerts were raised to when they were closed; absent where none was. */
  readonly meanHoursToClose?: number
  readonly medianHoursToClose?: number
}

/** Closure by group. */
export interface ClosureReport {
  /** In order of their labels. */
  readonly groups: readonly ClosureGroup[]
  /** Alerts that belong to no month: their level has no duty, or the calendars end before the deadline. */
  readonly withoutDeadline: readonly string[]
}

const HOUR = 3_600_000

/**
 * Counts month by month how many alerts were closed, and names the actions that follow.
 * A month's alerts are those whose last duty is due in it; withdrawn ones are left out. A month without alerts breaks a
 * streak. Rates are compared with the target in whole numbers: `over` 95 % is not 19 of 20.
 * @param alerts - as of `asOf` (`classifyAlerts`, `alertAsOf`)
 * @param policy - its `closure`; without one months are counted and nothing is met
 * @throws CallgradeError `document/instant`
 * @example
 * closureReport(review.alerts, policy, { asOf: '2026-11-01T09:00:00+08:00', by: ['team'] }).groups[0]?.months[0]?.rate //=> 0.95
 */
export function closureReport(alerts: readonly Alert[], policy: AlertPolicy, options: ClosureOptions): ClosureReport {
  const now = checkedInstant(options.asOf, ['asOf'])
  const timeZone = policy.timeZone ?? 'UTC'
  const groups = new Map<string, { labels: Readonly<Record<string, string>>; alerts: Alert[] }>()
  const withoutDeadline: string[] = []
  for (const alert of alerts) {
    if (alert.state === 'withdrawn' || instantOf(alert.raisedAt) > now) continue
    if (lastDue(alert) === undefined) withoutDeadline.push(nameOf(alert))
    const labels = labelsOf(alert, options.by ?? [])
    const key = JSON.stringify(Object.entries(labels))
    const group = groups.get(key) ?? { labels, alerts: [] }
    groups.set(key, group)
    group.alerts.push(alert)
  }
  return {
    groups: [...groups.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => groupReport(group.labels, group.alerts, policy.closure, timeZone, now)),
    withoutDeadline,
  }
}

function labelsOf(alert: Alert, by: ClosureGrouping): Readonly<Record<string, string>> {
  if (typeof by === 'function') return by(alert)
  const known: Readonly<Record<string, string>> = {
    ...alert.labels,
    ...alert.group,
    rule: alert.rule,
    level: alert.level,
  }
  return Object.fromEntries(by.map((label) => [label, Object.hasOwn(known, label) ? (known[label] ?? '') : '']))
}

function groupReport(
  labels: Readonly<Record<string, string>>,
  alerts: readonly Alert[],
  target: ClosureTarget | undefined,
  timeZone: string,
  now: number,
): ClosureGroup {
  const byMonth = new Map<string, Alert[]>()
  for (const alert of alerts) {
    const due = lastDue(alert)
    if (due === undefined) continue
    const month = monthOf(due, timeZone)
    byMonth.set(month, [...(byMonth.get(month) ?? []), alert])
  }
  const present = dateOfDay(Math.floor(wallTimeAt(now, timeZone) / DAY)).slice(0, 7)
  const [first] = [...byMonth.keys()].sort()
  const months = monthsBetween(first ?? present, [...byMonth.keys(), present].sort().at(-1) ?? present).map((month) =>
    monthReport(month, byMonth.get(month) ?? [], target, timeZone, present),
  )
  const over = months.filter(({ month }) => month < present)
  const streak = target ? closureStreak(over, target) : 0
  const last = over.at(-1)
  const hours = alerts
    .flatMap(({ state, raisedAt, endedAt }) =>
      state === 'closed' && endedAt !== undefined ? [(instantOf(endedAt) - instantOf(raisedAt)) / HOUR] : [],
    )
    .sort((a, b) => a - b)
  return {
    labels,
    months,
    streak,
    onStreak: target && streak >= target.months ? (target.onStreak ?? []) : [],
    onMiss: target && last?.isMet === false ? (target.onMiss ?? []) : [],
    overdue: alerts.filter(
      ({ endedAt, duties }) => endedAt === undefined && duties.some(({ status }) => status === 'overdue'),
    ).length,
    ...(hours.length > 0 && {
      meanHoursToClose: mean(hours),
      medianHoursToClose: median(hours),
    }),
  }
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
