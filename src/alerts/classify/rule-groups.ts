import { instantOf } from '../../documents/time/instant.js'
import type { Alert } from '../alert.js'
import type { Exposure } from '../finding.js'
import type { AlertStep } from '../policy/alert-policy.js'
import type { CompiledRule } from '../policy/compile-policy.js'
import { conditionFacts } from '../policy/condition-facts.js'
import { fingerprintOf } from '../policy/fingerprint-of.js'
import { groupKey, groupsOf } from '../policy/groups-of.js'
import { isSubject } from '../policy/labels.js'
import { RateCounts } from '../rates/rate-counts.js'
import { GroupFindings, type PlacedFinding } from './group-findings.js'
import { labelsOf } from './labels-of-group.js'
import { stratumOf } from './stratum-of.js'

/** A step with a rate, and its counts. */
export interface CountedRate {
  readonly step: AlertStep
  readonly counts: RateCounts
}

/** One combination of labels of a rule. */
export interface RuleGroup {
  readonly key: string
  readonly labels: Readonly<Record<string, string>>
  readonly fingerprint: string
  /** Findings that count towards the next alert. */
  findings: GroupFindings
  /** Episodes in order; the last one may still be open. */
  readonly alerts: Alert[]
  /** Findings up to this instant do not count: the group's last alert was remedied then. */
  notBefore: number
}

/** The groups of one rule. */
export class RuleGroups {
  readonly groups = new Map<string, RuleGroup>()
  readonly rates: readonly CountedRate[]
  private readonly countsDifferent: boolean
  private readonly topics: readonly boolean[]
  /** Whether ratings of items are counted, or calls as a whole. */
  private readonly countsItems: boolean

  constructor(
    readonly rule: CompiledRule,
    private readonly policy: string,
  ) {
    const { kinds, groupBy } = rule.source
    this.countsDifferent = rule.steps.some(({ agents, calls }) => agents ?? calls)
    this.rates = rule.steps.filter(({ rate }) => rate).map((step) => ({ step, counts: new RateCounts() }))
    this.topics = groupBy.map((label) => !isSubject(label))
    this.countsItems =
      kinds.every((kind) => kind === 'item' || kind === 'fault') || groupBy.includes('item') || groupBy.includes('tag')
  }

  /** Returns the group of these values, a new one where there is none. */
  groupOf(values: readonly string[]): RuleGroup {
    const key = groupKey(values)
    let group = this.groups.get(key)
    if (!group) {
      const labels = labelsOf(this.rule.source.groupBy, values)
      group = {
        key,
        labels,
        fingerprint: fingerprintOf(this.policy, this.rule.source.id, labels),
        findings: new GroupFindings(this.countsDifferent),
        alerts: [],
        notBefore: Number.NEGATIVE_INFINITY,
      }
      this.groups.set(key, group)
    }
    return group
  }

  /**
   * Ends the episode of a group: after a close only findings from after the remedy count, after a withdrawal all except
   * those of the alert.
   */
  endEpisode(group: RuleGroup, ended: Alert): void {
    const withdrawn = new Set(ended.state === 'withdrawn' ? ended.evidence.findings : [])
    if (ended.state === 'closed') group.notBefore = instantOf(ended.remediedAt ?? ended.endedAt ?? ended.levelSince)
    const left = group.findings.all.filter(({ at, finding }) => at > group.notBefore && !withdrawn.has(finding.id))
    group.findings = new GroupFindings(this.countsDifferent)
    for (const placed of left) group.findings.add(placed)
  }

  /** Counts ratings, or takes them back with a negative count; returns whether any step counts them. */
  countRated(source: Exposure, day: number, count: number): boolean {
    if (this.rates.length === 0 || (source.item !== undefined) !== this.countsItems) return false
    // Findings under a condition are a share of the ratings that the condition may hold for.
    if (this.rule.where?.test(conditionFacts(source)) === false) return false
    const placed = groupsOf(source, this.rule.source.groupBy)
    if ('missing' in placed) return false
    for (const values of placed.groups)
      for (const { step, counts } of this.rates)
        counts.addRated(groupKey(values), values, this.topicOf(values), stratumOf(source, step), day, count)
    return true
  }

  /** Counts a finding of a measured call among the wrong ratings of a group, or takes it back. */
  countFound(values: readonly string[], { finding, day }: PlacedFinding, change: 1 | -1): void {
    for (const { step, counts } of this.rates)
      counts.addFinding(
        groupKey(values),
        values,
        this.topicOf(values),
        stratumOf(finding, step),
        day,
        this.ratingOf(finding),
        change,
      )
  }

  /** Returns the name of the rating that a finding belongs to. */
  ratingOf(finding: PlacedFinding['finding']): string {
    const call = finding.callId ?? finding.evaluationId ?? finding.id
    return this.countsItems ? JSON.stringify([call, finding.item]) : call
  }

  /** Returns what a group and those it is compared with have in common: item, tag, business type and facts. */
  private topicOf(values: readonly string[]): string {
    return groupKey(values.filter((_value, index) => this.topics[index]))
  }
}
