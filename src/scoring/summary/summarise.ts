import { toNumber } from '../../rubric/exact/rational.js'
import type { ExplainedNode, ExplainedScore } from '../explanation/explanation.js'
import type { CriticalErrorState, Score, ScoreOutcome } from '../score.js'
import { isFailedScore } from '../score-all.js'

/** What scores can be grouped by; `month` is the date's `YYYY-MM`. */
export type SummaryKey =
  | 'rubric'
  | 'rubricVersion'
  | 'businessType'
  | 'agentId'
  | 'teamId'
  | 'evaluatorId'
  | 'purpose'
  | 'date'
  | 'month'
  | 'subject'

/** How to group: keys of the score, or labels of one's own. */
export type SummaryGrouping =
  | SummaryKey
  | readonly SummaryKey[]
  | ((score: Score) => Readonly<Record<string, string | null>>)

/** Summed figures, grouped. Plain data: may be stored, sent and merged in any order. */
export interface Summary {
  /** In the order of their labels. */
  readonly groups: readonly GroupSummary[]
  /** Outcomes that could not be scored; they carry no labels. */
  readonly failed: number
}

/**
 * Sums of values with at most 6 decimals, exact: `sum` in whole millionths, `sumOfSquares` in whole units of 10^-12,
 * as decimal text since it outgrows a double.
 */
export interface Moments {
  readonly count: number
  readonly sum: string
  readonly sumOfSquares: string
}

/** Sums of one group. */
export interface GroupSummary {
  /** The labels; null where a score has none. */
  readonly key: Readonly<Record<string, string | null>>
  readonly evaluations: number
  /** Evaluations in which nothing of weight applied; counted besides by verdict, vetoes, undetermined rules and critical errors alone. */
  readonly notScored: number
  /** Scores, vetoed zeros in. */
  readonly score: Moments
  readonly rawScore: Moments
  readonly qualified: number
  readonly unqualified: number
  /** Evaluations with at least one veto. */
  readonly vetoed: number
  /** Evaluations by band, veto, gate, bonus and undetermined rule. */
  readonly bands: Counts
  readonly vetoes: Counts
  readonly gates: Counts
  readonly bonuses: Counts
  readonly undetermined: Counts
  /** Evaluations by family and state. */
  readonly criticalErrors: Readonly<Record<string, Readonly<Record<CriticalErrorState, number>>>>
  /** Section scores. */
  readonly sections: Readonly<Record<string, NodeSummary>>
  /** Item percents. */
  readonly items: Readonly<Record<string, NodeSummary>>
  /** By item and fault. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, FaultSummary>>>>
  /** By item and option: evaluations that chose it. */
  readonly options: Readonly<Record<string, Counts>>
}

/** Evaluations by id. */
export type Counts = Readonly<Record<string, number>>

/** Figures of a section or item. */
export interface NodeSummary extends Moments {
  readonly notApplicable: number
  /** Rounded points lost in whole millionths, of explained scores alone. */
  readonly lost?: string
}

/** How often a fault was found. */
export interface FaultSummary {
  readonly evaluations: number
  readonly occurrences: number
}

/** Takes scores one by one, in constant memory per group. */
export interface SummaryBuilder {
  /** Counts one outcome in. */
  readonly add: (outcome: ScoreOutcome | ExplainedScore) => void
  /** The figures so far; more may be added behind it. */
  readonly summary: () => Summary
}

/**
 * Sums up scores by any grouping. Explained scores also give the points that each item lost.
 * @param by - `[]` for one group of all
 * @example
 * const summary = summarise(scores, 'agentId')
 * summary.groups.map((group) => [group.key.agentId, figuresOf(group).mean])
 * //=> [['A01', 84.2], ['A02', 91.05]]
 */
export function summarise(outcomes: Iterable<ScoreOutcome | ExplainedScore>, by: SummaryGrouping): Summary {
  const builder = summaryBuilder(by)
  for (const outcome of outcomes) builder.add(outcome)
  return builder.summary()
}

/** Starts a summary for outcomes that come in one by one. */
export function summaryBuilder(by: SummaryGrouping): SummaryBuilder {
  const groups = new Map<string, Group>()
  let failed = 0
  const labelsOf = typeof by === 'function' ? by : labelsBy(typeof by === 'string' ? [by] : by)
  return {
    add: (outcome) => {
      if (isFailedScore(outcome)) {
        failed++
        return
      }
      const key = labelsOf(outcome)
      groupOf(groups, key).addScore(outcome)
    },
    summary: () => summaryOf(groups, failed),
  }
}

/**
 * Merges summaries of parts into the summary of the whole. Sums are whole numbers, so the result is the same to the
 * last digit whatever the split and the order.
 */
export function mergeSummaries(...summaries: readonly Summary[]): Summary {
  const groups = new Map<string, Group>()
  let failed = 0
  for (const summary of summaries) {
    failed += summary.failed
    for (const group of summary.groups) groupOf(groups, group.key).addGroup(group)
  }
  return summaryOf(groups, failed)
}

/** What people read off a group. Undefined where nothing was scored. */
export interface GroupFigures {
  /** Mean of the rounded scores, vetoed zeros in. */
  readonly mean?: number
  /** Sample standard deviation of the scores; from two scores up. */
  readonly standardDeviation?: number
  readonly meanRawScore?: number
  /** Qualified of the evaluations with a verdict, 0 to 1. */
  readonly passRate?: number
  /** Evaluations with a veto, of all, 0 to 1. */
  readonly vetoRate?: number
}

/** Works out mean, spread and rates of a group; each is rounded to a double once. */
export function figuresOf(group: GroupSummary): GroupFigures {
  const { score, rawScore, qualified, unqualified } = group
  const judged = qualified + unqualified
  return {
    ...(score.count > 0 && { mean: meanOf(score), meanRawScore: meanOf(rawScore) }),
    ...(score.count > 1 && { standardDeviation: standardDeviationOf(score) }),
    ...(judged > 0 && { passRate: qualified / judged }),
    ...(group.evaluations > 0 && { vetoRate: group.vetoed / group.evaluations }),
  }
}

/** The mean of summed values; NaN is never given: call it with a count over 0. */
export function meanOf({ count, sum }: Moments): number {
  return quotient(BigInt(sum), BigInt(count) * MILLION)
}

function standardDeviationOf({ count, sum, sumOfSquares }: Moments): number {
  const n = BigInt(count)
  const spread = n * BigInt(sumOfSquares) - BigInt(sum) ** 2n
  return Math.sqrt(quotient(spread, n * (n - 1n) * MILLION * MILLION))
}

const MILLION = 1_000_000n

/** The quotient of whole numbers as a double: the nearest where both are whole doubles, as they nearly always are. */
function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator <= LARGEST_EXACT && denominator <= LARGEST_EXACT) return Number(numerator) / Number(denominator)
  return toNumber({ numerator, denominator })
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER)

function labelsBy(keys: readonly SummaryKey[]): (score: Score) => Record<string, string | null> {
  return (score) => Object.fromEntries(keys.map((key) => [key, labelOf(score, key)]))
}

function labelOf(score: Score, key: SummaryKey): string | null {
  if (key === 'month') return (score.date ?? score.period?.from)?.slice(0, 7) ?? null
  if (key === 'date') return score.date ?? score.period?.from ?? null
  if (key === 'subject') return score.subject ? `${score.subject.kind}:${score.subject.id}` : null
  return score[key] ?? null
}

function groupOf(groups: Map<string, Group>, key: Readonly<Record<string, string | null>>): Group {
  const name = JSON.stringify(Object.entries(key))
  let group = groups.get(name)
  if (!group) {
    group = new Group(key)
    groups.set(name, group)
  }
  return group
}

function summaryOf(groups: ReadonlyMap<string, Group>, failed: number): Summary {
  const ordered = [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { groups: ordered.map(([, group]) => group.data()), failed }
}

class MutableMoments {
  count = 0
  private sum = 0n
  private squares = 0n

  add(value: number): void {
    this.count++
    const units = BigInt(Math.round(value * 1e6))
    this.sum += units
    this.squares += units * units
  }

  merge(other: Moments): void {
    this.count += other.count
    this.sum += BigInt(other.sum)
    this.squares += BigInt(other.sumOfSquares)
  }

  data(): Moments {
    return { count: this.count, sum: String(this.sum), sumOfSquares: String(this.squares) }
  }
}

class MutableNode {
  readonly moments = new MutableMoments()
  notApplicable = 0
  lost: bigint | undefined

  add(value: number | null): void {
    if (value === null) this.notApplicable++
    else this.moments.add(value)
  }

  addLost(lost: bigint): void {
    this.lost = (this.lost ?? 0n) + lost
  }

  data(): NodeSummary {
    return {
      ...this.moments.data(),
      notApplicable: this.notApplicable,
      ...(this.lost !== undefined && { lost: String(this.lost) }),
    }
  }
}

class Tally {
  private readonly counts = new Map<string, number>()

  add(id: string, count = 1): void {
    this.counts.set(id, (this.counts.get(id) ?? 0) + count)
  }

  merge(counts: Counts): void {
    for (const [id, count] of Object.entries(counts)) this.add(id, count)
  }

  data(): Counts {
    return sorted(this.counts, (count) => count)
  }
}

/** Ids in one order whatever was added first, so that equal summaries print the same. */
function sorted<Value, Data>(map: ReadonlyMap<string, Value>, dataOf: (value: Value) => Data): Record<string, Data> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => [id, dataOf(value)]))
}

function entryOf<Value>(map: Map<string, Value>, id: string, make: () => Value): Value {
  let value = map.get(id)
  if (value === undefined) {
    value = make()
    map.set(id, value)
  }
  return value
}

class Group {
  private evaluations = 0
  private notScored = 0
  private qualified = 0
  private unqualified = 0
  private vetoed = 0
  private readonly score = new MutableMoments()
  private readonly rawScore = new MutableMoments()
  private readonly tallies = {
    bands: new Tally(),
    vetoes: new Tally(),
    gates: new Tally(),
    bonuses: new Tally(),
    undetermined: new Tally(),
  }
  private readonly families = new Map<string, Record<CriticalErrorState, number>>()
  private readonly nodes = { sections: new Map<string, MutableNode>(), items: new Map<string, MutableNode>() }
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
      for (const [id, other] of Object.entries(group[name])) {
        const node = this.node(name, id)
        node.moments.merge(other)
        node.notApplicable += other.notApplicable
        if (other.lost !== undefined) node.addLost(BigInt(other.lost))
      }
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

  private node(name: 'sections' | 'items', id: string): MutableNode {
    return entryOf(this.nodes[name], id, () => new MutableNode())
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
      criticalErrors: sorted(this.families, (states) => ({ ...states })),
      sections: sorted(this.nodes.sections, (node) => node.data()),
      items: sorted(this.nodes.items, (node) => node.data()),
      faults: sorted(this.faults, (faults) => sorted(faults, (fault) => ({ ...fault }))),
      options: sorted(this.options, (tally) => tally.data()),
    }
  }
}

const STATES: readonly CriticalErrorState[] = ['error', 'clear', 'not-assessed']
