import type { Calendar } from '../../calendar/calendar.js'
import { instantOf, localTimes } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import type { Alert, AlertEvent, RefusedEvent, UnplacedFinding, UntestableGroup } from '../alert.js'
import type { Exposure, Finding } from '../finding.js'
import { applyEvent } from '../follow-up/apply-event.js'
import { noSuchAlert } from '../follow-up/event-faults.js'
import type { CompiledPolicy } from '../policy/compile-policy.js'
import { conditionFacts } from '../policy/condition-facts.js'
import { groupsOf } from '../policy/group-labels.js'
import { leastChanceOf, obstacleOf, rateDataOf } from '../rates/rate-test.js'
import { shareFalseAlerts, type TestableGroups } from '../rates/share-false-alerts.js'
import type { PlacedFinding } from './group-findings.js'
import { raiseAlert, raiseLevel } from './raise-alert.js'
import { type RuleGroup, RuleGroups } from './rule-groups.js'
import { type StepTest, testStep, windowEnds } from './test-step.js'
import type { Moment, Timeline } from './timeline.js'

const DAY = 86_400_000

/** A group of a rule in which something changed at a moment. */
interface Touched {
  readonly groups: RuleGroups
  readonly group: RuleGroup
  readonly found: PlacedFinding[]
  /** Ids of findings that were taken back. */
  readonly takenBack: Set<string>
}

/** Goes through what happened, moment by moment, and keeps the alerts that come of it. */
export class AlertSweep {
  readonly unplaced: UnplacedFinding[] = []
  readonly refused: RefusedEvent[] = []
  private readonly rules: readonly RuleGroups[]
  private readonly byFingerprint = new Map<string, Alert[]>()
  private readonly groupOfFingerprint = new Map<string, { readonly groups: RuleGroups; readonly group: RuleGroup }>()
  /** Events of alerts that this run did not raise; `keep` may know them. */
  private readonly strayEvents: AlertEvent[] = []
  private readonly localTimeOf: (instant: number) => number
  /** By the last day of the window, then by level. */
  private readonly shares = new Map<number, Map<string, TestableGroups>>()
  /** Days of the shortest window before which there is a history; infinite where there is none. */
  private readonly shortestWindow: number
  private testFrom = Number.NEGATIVE_INFINITY
  private readonly placedOf = new Map<Finding, PlacedFinding>()
  private readonly test: StepTest

  constructor(
    private readonly compiled: CompiledPolicy,
    private readonly calendars: readonly Calendar[],
  ) {
    this.rules = compiled.rules.map((rule) => new RuleGroups(rule, compiled.policy.id))
    this.localTimeOf = localTimes(compiled.policy.timeZone ?? 'UTC')
    this.test = {
      sharesOf: (level, day) => this.sharesOf(level, day),
      falseAlertsOf: (level) => this.falseAlertsOf(level),
      dateOf,
    }
    const histories = compiled.rules.flatMap(({ steps }) =>
      steps.flatMap(({ rate, window }) =>
        rate && 'history' in rate.above && window && 'days' in window ? [window.days] : [],
      ),
    )
    this.shortestWindow = Math.min(...histories)
  }

  /** Takes over the alerts that another version of the policy raised: what was found by then raises nothing anew. */
  continueFrom(alerts: readonly Alert[], testedFrom: string): void {
    this.testFrom = instantOf(testedFrom)
    for (const alert of alerts) {
      if (instantOf(alert.raisedAt) > this.testFrom) continue
      const groups = this.rules.find(({ rule }) => rule.source.id === alert.rule)
      const values = groups?.rule.source.groupBy.map((label) => alert.group[label])
      if (!groups || !values?.every((value) => value !== undefined)) continue
      const group = groups.groupOf(values)
      if (group.fingerprint !== alert.fingerprint) continue
      this.remember(groups, group, alert)
      if (alert.endedAt !== undefined) group.notBefore = instantOf(alert.remediedAt ?? alert.endedAt)
    }
  }

  run({ known, moments }: Timeline): void {
    for (const exposure of known) this.countRated(exposure, 1)
    for (const moment of moments) this.runMoment(moment)
  }

  /** Keeps alerts of an earlier run that this one did not come to; their events apply all the same. */
  keep(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const known = this.byFingerprint.get(alert.fingerprint) ?? []
      if (known.some(({ episode }) => episode === alert.episode)) continue
      this.byFingerprint.set(alert.fingerprint, [...known, alert])
    }
    for (const event of this.strayEvents) this.applyTo(event)
  }

  /** All alerts, in order of when they were raised. */
  alerts(): readonly Alert[] {
    return [...this.byFingerprint.values()]
      .flat()
      .map((alert) => ({ alert, at: instantOf(alert.raisedAt) }))
      .sort(
        (a, b) => a.at - b.at || byText(a.alert.fingerprint, b.alert.fingerprint) || a.alert.episode - b.alert.episode,
      )
      .map(({ alert }) => alert)
  }

  /** Groups that no rate could have brought to a level in the window that ends at an instant. */
  notTestable(now: number): readonly UntestableGroup[] {
    const through = this.dayOf(now)
    const untestable: UntestableGroup[] = []
    for (const { rule, rates } of this.rules) {
      for (const { step, counts } of rates) {
        if (!step.rate || !step.window || !('days' in step.window)) continue
        const { limit } = this.sharesOf(step.level, through)
        const days = { from: through - step.window.days + 1, through }
        for (const group of counts.groups.values()) {
          const data = rateDataOf(group, step.rate.above, days)
          if (data.rated === 0 && data.found === 0) continue
          const obstacle =
            obstacleOf(data, step.rate.above) ??
            (leastChanceOf(data, step.rate.above) > limit ? ('too-few' as const) : undefined)
          if (obstacle === undefined) continue
          const labels = Object.fromEntries(rule.source.groupBy.map((label, at) => [label, group.values[at] ?? '']))
          untestable.push({
            rule: rule.source.id,
            level: step.level,
            group: labels,
            rated: data.rated,
            reason: obstacle,
          })
        }
      }
    }
    return untestable
  }

  private runMoment(moment: Moment): void {
    for (const exposure of moment.replaced) this.countRated(exposure, -1)
    for (const exposure of moment.rated) this.countRated(exposure, 1)
    const touched = new Map<RuleGroup, Touched>()
    for (const { finding } of moment.takenBack) this.takeBack(finding, touched)
    for (const { finding } of moment.found) this.place(finding, touched)
    for (const change of touched.values()) {
      if (change.takenBack.size > 0) this.withdrawUnfounded(change, moment.at)
      if (moment.at > this.testFrom) this.testGroup(change, moment.at)
    }
    for (const event of moment.events) this.applyTo(event, this.strayEvents)
  }

  private dayOf(instant: number): number {
    return Math.floor(this.localTimeOf(instant) / DAY)
  }

  private countRated(exposure: Exposure, sign: 1 | -1): void {
    if (exposure.purpose !== 'measure' || exposure.rated === 0) return
    const day = Date.parse(exposure.date) / DAY
    for (const groups of this.rules) if (groups.countRated(exposure, day, sign * exposure.rated)) this.shares.clear()
  }

  private place(finding: Finding, touched: Map<RuleGroup, Touched>): void {
    const at = instantOf(finding.occurredAt)
    const placed = { finding, at, day: this.dayOf(at) }
    this.placedOf.set(finding, placed)
    for (const groups of this.rules) {
      for (const values of this.valuesOf(finding, groups, true)) {
        const group = groups.groupOf(values)
        if (finding.purpose === 'measure') this.countFound(groups, values, placed, 1)
        // What occurred before the remedy of the last alert cannot bring it back.
        if (at > group.notBefore) {
          group.findings.add(placed)
          touchedIn(touched, groups, group).found.push(placed)
        }
      }
    }
  }

  private takeBack(finding: Finding, touched: Map<RuleGroup, Touched>): void {
    const placed = this.placedOf.get(finding)
    if (!placed) return
    for (const groups of this.rules) {
      for (const values of this.valuesOf(finding, groups, false)) {
        const group = groups.groupOf(values)
        if (finding.purpose === 'measure') this.countFound(groups, values, placed, -1)
        group.findings.remove(placed)
        touchedIn(touched, groups, group).takenBack.add(finding.id)
      }
    }
  }

  private countFound(groups: RuleGroups, values: readonly string[], placed: PlacedFinding, change: 1 | -1): void {
    if (groups.rates.length === 0) return
    groups.countFound(values, placed, change)
    // What is found changes only what later windows are compared with.
    this.forgetShares(placed.day + this.shortestWindow)
  }

  /** The groups of a rule that a finding is in. */
  private valuesOf(finding: Finding, groups: RuleGroups, isTold: boolean): readonly (readonly string[])[] {
    const { rule } = groups
    if (!rule.kinds.has(finding.kind)) return []
    const tell = (reason: UnplacedFinding['reason'], missing: string): readonly [] => {
      if (isTold) this.unplaced.push({ finding: finding.id, rule: rule.source.id, reason, missing })
      return []
    }
    if (rule.where) {
      const facts = conditionFacts(finding)
      const holds = rule.where.test(facts)
      if (holds === undefined) return tell('unknown', rule.where.missing(facts))
      if (!holds) return []
    }
    const placed = groupsOf(finding, rule.source.groupBy)
    return 'missing' in placed ? tell('label', placed.missing) : placed.groups
  }

  /** Raises an alert of the group, or lifts the open one, where a step holds. */
  private testGroup({ groups, group, found }: Touched, at: number): void {
    const alert = openAlertOf(group)
    const reached = alert ? this.compiled.rankOf(alert.level) : Number.POSITIVE_INFINITY
    const inOrder = found.length > 1 ? [...found].sort((a, b) => a.at - b.at) : found
    for (const step of groups.rule.steps) {
      const level = this.compiled.levels.get(step.level)
      if (!level || this.compiled.rankOf(step.level) >= reached) continue
      for (const end of windowEnds(step, group.findings.all, inOrder)) {
        const evidence = testStep(groups, group, step, end, this.test)
        if (!evidence) continue
        const ids = new Set(evidence.findings)
        const findings = group.findings.all.map(({ finding }) => finding).filter(({ id }) => ids.has(id))
        const crossing = { level, evidence, findings, at: foundAtOf(inOrder, at) }
        if (alert) this.replace(group, raiseLevel(alert, crossing, this.calendars))
        else {
          const episode = (group.alerts.at(-1)?.episode ?? 0) + 1
          const identity = { fingerprint: group.fingerprint, episode, group: group.labels }
          const raised = raiseAlert(this.compiled.policy, groups.rule.source, identity, crossing, this.calendars)
          this.remember(groups, group, raised)
        }
        return
      }
    }
  }

  /** Withdraws an open alert whose level no longer holds without the findings that were taken back. */
  private withdrawUnfounded({ groups, group, takenBack, found }: Touched, at: number): void {
    const alert = openAlertOf(group)
    if (!alert?.evidence.findings.some((id) => takenBack.has(id))) return
    const rank = this.compiled.rankOf(alert.level)
    const left = new Set(alert.evidence.findings.filter((id) => !takenBack.has(id)))
    const ends = group.findings.all.filter(({ finding }) => left.has(finding.id))
    for (const step of groups.rule.steps) {
      if (this.compiled.rankOf(step.level) > rank) continue
      for (const end of ends) {
        const evidence = testStep(groups, group, step, end, this.test)
        if (!evidence) continue
        this.replace(group, { ...alert, evidence })
        return
      }
    }
    this.replace(group, { ...alert, state: 'withdrawn', endedAt: new Date(at).toISOString() })
    // What is left may reach a less grave level.
    found.push(...group.findings.all.filter((placed) => !found.includes(placed)))
  }

  private applyTo(event: AlertEvent, strays?: AlertEvent[]): void {
    const alerts = this.byFingerprint.get(event.fingerprint)
    const index = alerts?.findIndex(({ episode }) => episode === event.episode) ?? -1
    const alert = alerts?.[index]
    if (!alerts || !alert) {
      if (strays) strays.push(event)
      else this.refused.push({ event: event.id, issue: noSuchAlert(event, [...this.byFingerprint.keys()]) })
      return
    }
    try {
      const changed = applyEvent(alert, event, this.compiled.policy)
      alerts[index] = changed
      if (changed.endedAt !== undefined && alert.endedAt === undefined) this.endEpisode(changed)
    } catch (error) {
      if (!(error instanceof CallgradeError)) throw error
      this.refused.push({ event: event.id, issue: error.issues[0] })
    }
  }

  /** After an alert has ended, only what occurred after its remedy counts; after a withdrawal all but its findings. */
  private endEpisode(alert: Alert): void {
    const known = this.groupOfFingerprint.get(alert.fingerprint)
    if (!known) return
    const { groups, group } = known
    const withdrawn = new Set(alert.state === 'withdrawn' ? alert.evidence.findings : [])
    if (alert.state === 'closed') group.notBefore = instantOf(alert.remediedAt ?? alert.endedAt ?? alert.levelSince)
    const left = group.findings.all.filter(({ at, finding }) => at > group.notBefore && !withdrawn.has(finding.id))
    group.findings = groups.noFindings()
    for (const placed of left) group.findings.add(placed)
  }

  private remember(groups: RuleGroups, group: RuleGroup, alert: Alert): void {
    // One list for both, so that events change what the group goes by.
    group.alerts.push(alert)
    this.byFingerprint.set(group.fingerprint, group.alerts)
    this.groupOfFingerprint.set(group.fingerprint, { groups, group })
  }

  private replace(group: RuleGroup, alert: Alert): void {
    group.alerts[group.alerts.length - 1] = alert
  }

  private falseAlertsOf(level: string): number {
    return this.compiled.policy.falseAlerts?.[level] ?? 0
  }

  /** Forgets how false alerts are shared in windows that end on a day or later. */
  private forgetShares(from: number): void {
    for (const day of this.shares.keys()) if (day >= from) this.shares.delete(day)
  }

  /** How the false alerts of a level are shared over the groups of all its rates, with windows that end on a day. */
  private sharesOf(level: string, through: number): TestableGroups {
    let byLevel = this.shares.get(through)
    if (!byLevel) {
      byLevel = new Map()
      this.shares.set(through, byLevel)
    }
    let shares = byLevel.get(level)
    if (!shares) {
      const chances: number[] = []
      for (const { rates } of this.rules) {
        for (const { step, counts } of rates) {
          if (step.level !== level || !step.rate || !step.window || !('days' in step.window)) continue
          const days = { from: through - step.window.days + 1, through }
          for (const group of counts.groups.values()) {
            const data = rateDataOf(group, step.rate.above, days)
            if (!obstacleOf(data, step.rate.above)) chances.push(leastChanceOf(data, step.rate.above))
          }
        }
      }
      shares = shareFalseAlerts(chances, this.falseAlertsOf(level))
      byLevel.set(level, shares)
    }
    return shares
  }
}

function openAlertOf(group: RuleGroup): Alert | undefined {
  const last = group.alerts.at(-1)
  return last?.endedAt === undefined ? last : undefined
}

function touchedIn(touched: Map<RuleGroup, Touched>, groups: RuleGroups, group: RuleGroup): Touched {
  let change = touched.get(group)
  if (!change) {
    change = { groups, group, found: [], takenBack: new Set() }
    touched.set(group, change)
  }
  return change
}

/** The moment as the first of the findings wrote it, offset and all. */
function foundAtOf(found: readonly PlacedFinding[], at: number): string {
  const texts = found.map(({ finding }) => finding.foundAt).filter((text) => instantOf(text) === at)
  return texts.sort()[0] ?? new Date(at).toISOString()
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
