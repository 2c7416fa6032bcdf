import type { ExplainedNode, ExplainedScore } from '../explanation/explanation.js'
import type { CriticalErrorState, Score } from '../score.js'
import { entryOf } from './entry-of.js'
import { MomentSums } from './moment-sums.js'
import { NodeSums } from './node-sums.js'
import { sortedRecord } from './sorted-record.js'
import type { GroupSummary } from './summary.js'
import { Tally } from './tally.js'

/** Sums of one group, while they grow. */
export class GroupSums {
  private evaluations = 0
  private notScored = 0
  private qualified = 0
  private unqualified = 0
  private vetoed = 0
  private readonly score = new MomentSums()
  private readonly rawScore = new MomentSums()
  private readonly tallies = {
    bands: new Tally(),
    vetoes: new Tally(),
    gates: new Tally(),
    bonuses: new Tally(),
    undetermined: new Tally(),
  }
  private readonly families = new Map<string, Record<CriticalErrorState, number>>()
  private readonly nodes = { sections: new Map<string, NodeSums>(), items: new Map<string, NodeSums>() }
  private readonly faults = new Map<string, Map<string, { evaluations: number; occurrences: number }>>()
  private readonly options = new Map<string, Tally>()

  constructor(private readonly key: Readonly<Record<string, string | null>>) {}

  addScore(score: Score | ExplainedScore): void {
    this.evaluations++
    if (score.vetoes.length > 0) this.vetoed++
    if (score.verdict === 'qualified') this.qualified++
    else if (score.verdict === 'unqualified') this.unqualified++
    for (const name of ['vetoes', 'gates', 'bonuses', 'undetermined'] as const)
      for (const id of new Set(score[name])) this.tallies[name].add(id)
    for (const [family, state] of Object.entries(score.criticalErrors)) this.family(family)[state]++
    if (score.score === null || score.rawScore === null) {
      this.notScored++
      return
    }
    this.score.add(score.score)
    this.rawScore.add(score.rawScore)
    if (score.band !== null) this.tallies.bands.add(score.band)
    for (const name of ['sections', 'items'] as const)
      for (const [id, value] of Object.entries(score[name])) this.node(name, id).add(value)
    for (const [item, counts] of Object.entries(score.faults ?? {}))
      for (const [fault, count] of Object.entries(counts)) this.addFault(item, fault, 1, count)
    for (const [item, chosen] of Object.entries(score.options ?? {}))
      for (const option of chosen) entryOf(this.options, item, () => new Tally()).add(option)
    if ('explanation' in score) this.addLost(score.explanation.tree)
  }

  private addLost(nodes: readonly ExplainedNode[]): void {
    for (const node of nodes) {
      if (node.status === 'recorded') continue
      this.node(node.kind === 'item' ? 'items' : 'sections', node.id).addLost(
        BigInt(Math.round(node.roundedLost * 1e6)),
      )
      if (node.children) this.addLost(node.children)
    }
  }

  addGroup(group: GroupSummary): void {
    this.evaluations += group.evaluations
    this.notScored += group.notScored
    this.qualified += group.qualified
    this.unqualified += group.unqualified
    this.vetoed += group.vetoed
    this.score.merge(group.score)
    this.rawScore.merge(group.rawScore)
    for (const name of ['bands', 'vetoes', 'gates', 'bonuses', 'undetermined'] as const)
      this.tallies[name].merge(group[name])
    for (const [family, states] of Object.entries(group.criticalErrors)) {
      const mine = this.family(family)
      for (const state of STATES) mine[state] += states[state]
    }
    for (const name of ['sections', 'items'] as const) {
      for (const [id, other] of Object.entries(group[name])) this.node(name, id).merge(other)
    }
    for (const [item, faults] of Object.entries(group.faults))
      for (const [fault, { evaluations, occurrences }] of Object.entries(faults))
        this.addFault(item, fault, evaluations, occurrences)
    for (const [item, counts] of Object.entries(group.options))
      entryOf(this.options, item, () => new Tally()).merge(counts)
  }

  private family(id: string): Record<CriticalErrorState, number> {
    return entryOf(this.families, id, () => ({ error: 0, clear: 0, 'not-assessed': 0 }))
  }

  private node(name: 'sections' | 'items', id: string): NodeSums {
    return entryOf(this.nodes[name], id, () => new NodeSums())
  }

  private addFault(item: string, fault: string, evaluations: number, occurrences: number): void {
    const entry = entryOf(
      entryOf(this.faults, item, () => new Map<string, { evaluations: number; occurrences: number }>()),
      fault,
      () => ({ evaluations: 0, occurrences: 0 }),
    )
    entry.evaluations += evaluations
    entry.occurrences += occurrences
  }

  data(): GroupSummary {
    return {
      key: this.key,
      evaluations: this.evaluations,
      notScored: this.notScored,
      score: this.score.data(),
      rawScore: this.rawScore.data(),
      qualified: this.qualified,
      unqualified: this.unqualified,
      vetoed: this.vetoed,
      bands: this.tallies.bands.data(),
      vetoes: this.tallies.vetoes.data(),
      gates: this.tallies.gates.data(),
      bonuses: this.tallies.bonuses.data(),
      undetermined: this.tallies.undetermined.data(),
      criticalErrors: sortedRecord(this.families, (states) => ({ ...states })),
      sections: sortedRecord(this.nodes.sections, (node) => node.data()),
      items: sortedRecord(this.nodes.items, (node) => node.data()),
      faults: sortedRecord(this.faults, (faults) => sortedRecord(faults, (fault) => ({ ...fault }))),
      options: sortedRecord(this.options, (tally) => tally.data()),
    }
  }
}

const STATES: readonly CriticalErrorState[] = ['error', 'clear', 'not-assessed']
