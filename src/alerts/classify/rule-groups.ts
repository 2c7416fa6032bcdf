import type { Alert } from '../alert.js'
import type { Exposure } from '../finding.js'
import type { AlertStep } from '../policy/alert-policy.js'
import type { CompiledRule } from '../policy/compile-policy.js'
import { conditionFacts } from '../policy/condition-facts.js'
import { fingerprintOf, groupKey, groupsOf, isSubject, type LabelSource, labelValues } from '../policy/group-labels.js'
import { RateCounts } from '../rates/rate-counts.js'
import { GroupFindings, type PlacedFinding } from './group-findings.js'

/** A step with a rate, and what it counts. */
export interface CountedRate {
  readonly step: AlertStep
  readonly counts: RateCounts
}

/** One combination of labels of a rule. */
export interface RuleGroup {
  readonly key: string
  readonly labels: Readonly<Record<string, string>>
  readonly fingerprint: string
  /** What counts towards the next alert. */
  findings: GroupFindings
  /** Episodes in order; the last one may still be open. */
  readonly alerts: Alert[]
  /** Only what occurred after this instant counts: the group's last alert was remedied then. */
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

  /** The group of these values, made where it is new. */
  groupOf(values: readonly string[]): RuleGroup {
    const key = groupKey(values)
    let group = this.groups.get(key)
    if (!group) {
      const labels = Object.fromEntries(this.rule.source.groupBy.map((label, index) => [label, values[index] ?? '']))
      group = {
        key,
        labels,
        fingerprint: fingerprintOf(this.policy, this.rule.source.id, labels),
        findings: this.noFindings(),
        alerts: [],
        notBefore: Number.NEGATIVE_INFINITY,
      }
      this.groups.set(key, group)
    }
    return group
  }

  noFindings(): GroupFindings {
    return new GroupFindings(this.countsDifferent)
  }

  /** Counts ratings, or takes them back with a negative count; whether any step took them. */
  countRated(source: Exposure, day: number, count: number): boolean {
    if (this.rates.length === 0 || (source.item !== undefined) !== this.countsItems) return false
    // A row that the condition certainly leaves out is none of the ratings that its findings are a share of.
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

  /** Names the rating that a finding is of. */
  ratingOf(finding: PlacedFinding['finding']): string {
    const call = finding.callId ?? finding.evaluationId ?? finding.id
    return this.countsItems ? JSON.stringify([call, finding.item]) : call
  }

  /** Groups are compared with those that have the same item, tag, business type and facts. */
  private topicOf(values: readonly string[]): string {
    return groupKey(values.filter((_value, index) => this.topics[index]))
  }
}

/** What calls are alike in, for a step that adjusts for it. */
export function stratumOf(source: LabelSource, { rate }: AlertStep): string {
  if (!rate?.adjustFor?.length) return ''
  return JSON.stringify(rate.adjustFor.map((label) => labelValues(source, label)))
}
