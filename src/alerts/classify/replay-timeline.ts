import type { Calendar } from '../../calendar/calendar.js'
import { dayOfDate } from '../../documents/time/day-number.js'
import { instantOf } from '../../documents/time/instant.js'
import { utcText } from '../../documents/time/instant-text.js'
import { localTimes } from '../../documents/time/local-times.js'
import type { Alert, AlertReview } from '../alert.js'
import type { Exposure } from '../finding.js'
import type { CompiledPolicy } from '../policy/compile-policy.js'
import { AlertRegister } from './alert-register.js'
import { findCrossing } from './find-crossing.js'
import { FindingPlacer } from './finding-placer.js'
import { type GroupChange, GroupChanges } from './group-changes.js'
import { raiseAlert } from './raise-alert.js'
import { raiseLevel } from './raise-level.js'
import { RateThresholds } from './rate-thresholds.js'
import { remainingEvidence } from './remaining-evidence.js'
import { type RuleGroup, RuleGroups } from './rule-groups.js'
import type { Moment, Timeline } from './timeline.js'
import { untestableGroups } from './untestable-groups.js'

const DAY = 86_400_000

/** State that an earlier run left. */
export interface EarlierRun {
  readonly alerts: readonly Alert[]
  /** RFC 3339: what was found up to then was judged by another version of the policy and raises nothing. */
  readonly testedFrom: string | undefined
}

/** Alerts as they came about, without what is owed at the instant of the review. */
export type ReplayedAlerts = Pick<AlertReview, 'alerts' | 'unplaced' | 'notTestable' | 'refused'>

/**
 * Replays what happened, moment by moment, and returns the resulting alerts.
 * @param now - the instant of the review, in milliseconds since 1970
 */
export function replayTimeline(
  timeline: Timeline,
  earlier: EarlierRun,
  compiled: CompiledPolicy,
  calendars: readonly Calendar[],
  now: number,
): ReplayedAlerts {
  const { policy } = compiled
  const rules = compiled.rules.map((rule) => new RuleGroups(rule, policy.id))
  const thresholds = new RateThresholds(rules, policy.falseAlerts)
  const register = new AlertRegister(policy)
  const localTimeOf = localTimes(policy.timeZone ?? 'UTC')
  const dayOf = (instant: number): number => Math.floor(localTimeOf(instant) / DAY)
  const placer = new FindingPlacer(rules, thresholds, dayOf)
  const testFrom = earlier.testedFrom === undefined ? Number.NEGATIVE_INFINITY : instantOf(earlier.testedFrom)

  if (earlier.testedFrom !== undefined) takeOver(earlier.alerts, testFrom, rules, register)
  for (const exposure of timeline.known) countRatings(exposure, 1, rules, thresholds)
  for (const moment of timeline.moments) {
    for (const exposure of moment.replaced) countRatings(exposure, -1, rules, thresholds)
    for (const exposure of moment.rated) countRatings(exposure, 1, rules, thresholds)
    for (const change of changesAt(moment, placer)) {
      if (change.takenBack.size > 0) withdrawUnfounded(change, moment.at, compiled, thresholds)
      if (moment.at > testFrom) raiseOrLift(change, moment.at, compiled, calendars, thresholds, register)
    }
    for (const event of moment.events) register.apply(event)
  }
  register.keep(earlier.alerts)
  return {
    alerts: register.alerts(),
    unplaced: placer.unplaced,
    notTestable: untestableGroups(rules, thresholds, dayOf(now)),
    refused: register.refused,
  }
}

/** Takes over the alerts that another version of the policy raised, where a rule still has their group. */
function takeOver(
  alerts: readonly Alert[],
  testFrom: number,
  rules: readonly RuleGroups[],
  register: AlertRegister,
): void {
  for (const alert of alerts) {
    if (instantOf(alert.raisedAt) > testFrom) continue
    const groups = rules.find(({ rule }) => rule.source.id === alert.rule)
    const values = groups?.rule.source.groupBy.map((label) => alert.group[label])
    if (!groups || !values?.every((value) => value !== undefined)) continue
    const group = groups.groupOf(values)
    if (group.fingerprint !== alert.fingerprint) continue
    register.add(groups, group, alert)
    if (alert.endedAt !== undefined) group.notBefore = instantOf(alert.remediedAt ?? alert.endedAt)
  }
}

/** Counts for rates, which take the measured sample alone. */
function countRatings(
  exposure: Exposure,
  sign: 1 | -1,
  rules: readonly RuleGroups[],
  thresholds: RateThresholds,
): void {
  if (exposure.purpose !== 'measure' || exposure.rated === 0) return
  const day = dayOfDate(exposure.date)
  for (const groups of rules) if (groups.countRated(exposure, day, sign * exposure.rated)) thresholds.forgetAll()
}

function changesAt(moment: Moment, placer: FindingPlacer): Iterable<GroupChange> {
  const changes = new GroupChanges()
  for (const { finding } of moment.takenBack) placer.takeBack(finding, changes)
  for (const { finding } of moment.found) placer.place(finding, changes)
  return changes.values()
}

/** Raises an alert of the group, or lifts the open one, where a step holds. */
function raiseOrLift(
  change: GroupChange,
  at: number,
  compiled: CompiledPolicy,
  calendars: readonly Calendar[],
  thresholds: RateThresholds,
  register: AlertRegister,
): void {
  const { groups, group } = change
  const open = openAlertOf(group)
  const reachedRank = open ? compiled.rankOf(open.level) : Number.POSITIVE_INFINITY
  const crossing = findCrossing(change, reachedRank, at, compiled, thresholds)
  if (!crossing) return
  if (open) replaceOpen(group, raiseLevel(open, crossing, calendars))
  else {
    const episode = (group.alerts.at(-1)?.episode ?? 0) + 1
    const identity = { fingerprint: group.fingerprint, episode, group: group.labels }
    register.add(groups, group, raiseAlert(compiled.policy, groups.rule.source, identity, crossing, calendars))
  }
}

/** Withdraws the open alert where its level no longer holds without the findings that were taken back. */
function withdrawUnfounded(
  change: GroupChange,
  at: number,
  compiled: CompiledPolicy,
  thresholds: RateThresholds,
): void {
  const { group, found, takenBack } = change
  const open = openAlertOf(group)
  if (!open?.evidence.findings.some((id) => takenBack.has(id))) return
  const evidence = remainingEvidence(open, change, compiled, thresholds)
  if (evidence) {
    replaceOpen(group, { ...open, evidence })
    return
  }
  replaceOpen(group, { ...open, state: 'withdrawn', endedAt: utcText(at) })
  // The findings that are left may reach a less grave level.
  found.push(...group.findings.all.filter((placed) => !found.includes(placed)))
}

function openAlertOf(group: RuleGroup): Alert | undefined {
  const last = group.alerts.at(-1)
  return last?.endedAt === undefined ? last : undefined
}

function replaceOpen(group: RuleGroup, alert: Alert): void {
  group.alerts[group.alerts.length - 1] = alert
}
