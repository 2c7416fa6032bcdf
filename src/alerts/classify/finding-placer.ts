import { instantOf } from '../../documents/time/instant.js'
import type { UnplacedFinding } from '../alert.js'
import type { Finding } from '../finding.js'
import { conditionFacts } from '../policy/condition-facts.js'
import { groupsOf } from '../policy/groups-of.js'
import type { GroupChanges } from './group-changes.js'
import type { PlacedFinding } from './group-findings.js'
import type { RateThresholds } from './rate-thresholds.js'
import type { RuleGroups } from './rule-groups.js'

/** Groups of one finding under a rule: by their values, or what the finding lacks. */
type Placement = { readonly groups: readonly (readonly string[])[] } | Pick<UnplacedFinding, 'reason' | 'missing'>

const NO_GROUPS: Placement = { groups: [] }

/** Puts findings into the groups of all rules, and takes them out again. */
export class FindingPlacer {
  /** Findings that a rule asks for and that lack what the rule needs. */
  readonly unplaced: UnplacedFinding[] = []
  private readonly placed = new Map<Finding, PlacedFinding>()

  /** @param dayOf - local date of an instant, as days since 1970 */
  constructor(
    private readonly rules: readonly RuleGroups[],
    private readonly thresholds: RateThresholds,
    private readonly dayOf: (instant: number) => number,
  ) {}

  place(finding: Finding, changes: GroupChanges): void {
    const at = instantOf(finding.occurredAt)
    const placed = { finding, at, day: this.dayOf(at) }
    this.placed.set(finding, placed)
    for (const groups of this.rules) {
      const placement = placementOf(finding, groups)
      if ('missing' in placement) {
        this.unplaced.push({ finding: finding.id, rule: groups.rule.source.id, ...placement })
        continue
      }
      for (const values of placement.groups) {
        const group = groups.groupOf(values)
        this.countFound(groups, values, placed, 1)
        // Findings from before the remedy of the last alert cannot bring it back.
        if (at > group.notBefore) {
          group.findings.add(placed)
          changes.of(groups, group).found.push(placed)
        }
      }
    }
  }

  takeBack(finding: Finding, changes: GroupChanges): void {
    const placed = this.placed.get(finding)
    if (!placed) return
    for (const groups of this.rules) {
      const placement = placementOf(finding, groups)
      if ('missing' in placement) continue
      for (const values of placement.groups) {
        const group = groups.groupOf(values)
        this.countFound(groups, values, placed, -1)
        group.findings.remove(placed)
        changes.of(groups, group).takenBack.add(finding.id)
      }
    }
  }

  /** Counts for rates, which take the measured sample alone. */
  private countFound(groups: RuleGroups, values: readonly string[], placed: PlacedFinding, change: 1 | -1): void {
    if (placed.finding.purpose !== 'measure' || groups.rates.length === 0) return
    groups.countFound(values, placed, change)
    this.thresholds.forgetAfterFindingOf(placed.day)
  }
}

function placementOf(finding: Finding, { rule }: RuleGroups): Placement {
  if (!rule.kinds.has(finding.kind)) return NO_GROUPS
  if (rule.where) {
    const facts = conditionFacts(finding)
    const holds = rule.where.test(facts)
    if (holds === undefined) return { reason: 'unknown', missing: rule.where.missing(facts) }
    if (!holds) return NO_GROUPS
  }
  const placed = groupsOf(finding, rule.source.groupBy)
  return 'missing' in placed ? { reason: 'label', missing: placed.missing } : placed
}
