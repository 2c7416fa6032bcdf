import type { PlacedFinding } from './group-findings.js'
import type { RuleGroup, RuleGroups } from './rule-groups.js'

/** Changes in one group of a rule at one moment. */
export interface GroupChange {
  readonly groups: RuleGroups
  readonly group: RuleGroup
  /** Findings that may raise an alert. */
  readonly found: PlacedFinding[]
  /** Ids of findings that a later rating took back. */
  readonly takenBack: Set<string>
}

/** The groups in which something changed at one moment, in the order of their first change. */
export class GroupChanges {
  private readonly byGroup = new Map<RuleGroup, GroupChange>()

  /** Returns the change of a group, an empty one at first. */
  of(groups: RuleGroups, group: RuleGroup): GroupChange {
    let change = this.byGroup.get(group)
    if (!change) {
      change = { groups, group, found: [], takenBack: new Set() }
      this.byGroup.set(group, change)
    }
    return change
  }

  values(): Iterable<GroupChange> {
    return this.byGroup.values()
  }
}
