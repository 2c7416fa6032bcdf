import type { Finding } from '../finding.js'

/** A finding with its instant and local date. */
export interface PlacedFinding {
  readonly finding: Finding
  /** `occurredAt` in milliseconds. */
  readonly at: number
  /** Local date of `occurredAt`, as days since 1970. */
  readonly day: number
}

/** A stretch of the findings of a group: `from` included, `to` not. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The findings of one group that count towards its next alert, in order of `occurredAt`, then of id. */
export class GroupFindings {
  private readonly placed: PlacedFinding[] = []
  /** Different agents and calls by day; only where a step counts them. */
  private readonly days = new Map<number, Readonly<Record<'agentId' | 'callId', Map<string, number>>>>()

  constructor(private readonly countsDifferent: boolean) {}

  get all(): readonly PlacedFinding[] {
    return this.placed
  }

  add(placed: PlacedFinding): void {
    const last = this.placed.at(-1)
    // Findings come in the order in which they were found; they usually occurred in the same order.
    if (!last || compare(last, placed) < 0) this.placed.push(placed)
    else this.placed.splice(this.indexOf(placed), 0, placed)
    if (this.countsDifferent) this.countDifferent(placed, 1)
  }

  remove(placed: PlacedFinding): void {
    const index = this.indexOf(placed)
    if (this.placed[index]?.finding.id !== placed.finding.id) return
    this.placed.splice(index, 1)
    if (this.countsDifferent) this.countDifferent(placed, -1)
  }

  /** Returns the findings of the local dates `from` to `through`. */
  ofDays(from: number, through: number): Stretch {
    return { from: this.firstWhere(({ day }) => day >= from), to: this.firstWhere(({ day }) => day > through) }
  }

  /** Returns the findings after one instant, up to another. */
  between(after: number, through: number): Stretch {
    return { from: this.firstWhere(({ at }) => at > after), to: this.firstWhere(({ at }) => at > through) }
  }

  /** Returns whether at least so many different agents or calls are named in the stretch. */
  hasDifferent(key: 'agentId' | 'callId', atLeast: number, stretch: Stretch): boolean {
    if (stretch.to - stretch.from < atLeast) return false
    const seen = new Set<string>()
    for (let index = stretch.from; index < stretch.to && seen.size < atLeast; ) {
      const placed = this.placed[index]
      if (!placed) break
      const wholeDay = this.ofDays(placed.day, placed.day)
      if (wholeDay.from >= stretch.from && wholeDay.to <= stretch.to) {
        // A whole day counts by the names of the day instead of finding by finding.
        for (const name of this.days.get(placed.day)?.[key].keys() ?? []) {
          seen.add(name)
          if (seen.size >= atLeast) break
        }
        index = wholeDay.to
      } else {
        const name = placed.finding[key]
        if (name !== undefined) seen.add(name)
        index++
      }
    }
    return seen.size >= atLeast
  }

  private countDifferent({ day, finding }: PlacedFinding, change: 1 | -1): void {
    let names = this.days.get(day)
    if (!names) {
      names = { agentId: new Map(), callId: new Map() }
      this.days.set(day, names)
    }
    for (const key of ['agentId', 'callId'] as const) {
      const name = finding[key]
      if (name === undefined) continue
      const count = (names[key].get(name) ?? 0) + change
      if (count > 0) names[key].set(name, count)
      else names[key].delete(name)
    }
  }

  private indexOf(placed: PlacedFinding): number {
    return this.firstWhere((other) => compare(other, placed) >= 0)
  }

  /** The first place from which on the condition holds, as it then does for all after it. */
  private firstWhere(holds: (placed: PlacedFinding) => boolean): number {
    let [low, high] = [0, this.placed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const placed = this.placed[middle]
      if (placed && holds(placed)) high = middle
      else low = middle + 1
    }
    return low
  }
}

function compare(a: PlacedFinding, b: PlacedFinding): number {
  return a.at - b.at || (a.finding.id < b.finding.id ? -1 : a.finding.id > b.finding.id ? 1 : 0)
}
