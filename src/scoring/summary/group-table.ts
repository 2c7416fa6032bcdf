import { GroupSums } from './group-sums.js'
import type { GroupSummary, Summary } from './summary.js'

/** The groups of one summary, found by their labels. */
export class GroupTable {
  /** Outcomes that could not be scored. */
  failed = 0
  private readonly groups = new Map<string, GroupSums>()

  /** Finds the group with these labels, or starts it. */
  group(key: GroupSummary['key']): GroupSums {
    const name = JSON.stringify(Object.entries(key))
    let group = this.groups.get(name)
    if (!group) {
      group = new GroupSums(key)
      this.groups.set(name, group)
    }
    return group
  }

  summary(): Summary {
    const ordered = [...this.groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return { groups: ordered.map(([, group]) => group.data()), failed: this.failed }
  }
}
