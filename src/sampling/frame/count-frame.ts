import { compareUtf8 } from '../../documents/compare-utf8.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { parseSamplingDesign } from '../design/parse-sampling-design.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { compareStrata, type StratumName } from '../design/stratum-key.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import { FrameDigest } from './frame-digest.js'
import {
  type BrokenRow,
  type CellForm,
  type Cells,
  type FrameReader,
  type FrameRow,
  frameReader,
} from './frame-reader.js'
import { CallFingerprints } from './repeated-calls.js'

/** Calls of one stratum of the frame. */
export interface StratumCount extends StratumName {
  /** Calls, N_h. */
  readonly N: number
}

/** Calls of one agent in the frame. */
export interface AgentCount {
  readonly agent: string
  readonly calls: number
  /** Index of the first entry of `perAgent` that fits the agent; absent where none does. */
  readonly rule?: number
}

/** What the first pass over the data found: how many calls of what kind, and their digest. Parts add up. */
export interface FrameCounts {
  readonly design: SamplingDesign
  /** Rows read. */
  readonly rows: number
  /** Calls of the frame: rows for which `eligible` is true. */
  readonly N: number
  /** Faulty rows that were left out by choice. */
  readonly leftOut: number
  /** In the order of their keys. */
  readonly strata: readonly StratumCount[]
  /** Sum mod 2^256 of the calls' digests, 64 hexadecimal digits. */
  readonly frameDigest: string
  /** Agents in the order of their ids, where the design has `perAgent`. */
  readonly agents: readonly AgentCount[]
  /** Calls that name no agent, where a column has that role. */
  readonly withoutAgent: number
  /** By targeted rule: calls that fit, and calls of which that is unknown. */
  readonly targeted: readonly { readonly rule: string; readonly fitting: number; readonly unknown: number }[]
  /** Wall time of the last call in the design's zone, where a column says when calls were. */
  readonly lastCallAt?: string
  /** Fingerprints of the ids, 16 bytes a call, by which parts are checked for repeated calls; absent by choice. */
  readonly fingerprints?: Uint32Array
  /** Whether ids were taken to be unique without looking. */
  readonly assumeUnique: boolean
}

/** How data are read. */
export interface FrameOptions {
  /** @defaultValue values */
  readonly cells?: CellForm
  /** Takes ids to be unique without looking, which saves 16 bytes a call. @defaultValue false */
  readonly assumeUnique?: boolean
  /** `refuse` throws with every faulty row; `leave-out` leaves them out and counts them. @defaultValue refuse */
  readonly badRows?: 'refuse' | 'leave-out'
  /** A faster SHA-256, such as Node's. */
  readonly hash?: Sha256
}

/** Counts a frame row by row, for data that come in pieces. */
export interface FrameCounter {
  /**
   * Takes the next row.
   * @param line - where it stands in its file; counted from 1 where not given
   */
  readonly add: (row: FrameRow | BrokenRow, line?: number) => void
  /**
   * What was found.
   * @throws CallgradeError with the faults of all rows, unless they are left out, and with every repeated call
   */
  readonly counts: () => FrameCounts
}

/**
 * Counts the calls of a frame by stratum: the first of two passes over the data.
 * @param rows - each an object by the names of the columns
 * @param design - JSON text or value
 * @throws CallgradeError `sampling/...` with the line of every row that cannot be read, `sampling/duplicate-call`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' }, type: { type: 'string' } }, strata: ['type'] }
 * countFrame([{ id: '1', type: 'a' }, { id: '2', type: 'b' }, { id: '3', type: 'a' }], design).strata
 * //=> [{ key: '["a"]', labels: ['a'], N: 2 }, { key: '["b"]', labels: ['b'], N: 1 }]
 */
export function countFrame(
  rows: Iterable<FrameRow>,
  design: DocumentInput<SamplingDesign>,
  options: FrameOptions = {},
): FrameCounts {
  const counter = frameCounter(design, options)
  for (const row of rows) counter.add(row)
  return counter.counts()
}

/**
 * Like `countFrame`, for rows that are handed over one by one.
 * @example
 * const counter = frameCounter({ format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } } })
 * counter.add({ id: '1' })
 * counter.counts().N //=> 1
 */
export function frameCounter(design: DocumentInput<SamplingDesign>, options: FrameOptions = {}): FrameCounter {
  return new Counter(parseSamplingDesign(design), options)
}

class Counter implements FrameCounter {
  private readonly reader: FrameReader
  private readonly hash: Sha256
  private readonly strata = new Map<string, { labels: readonly string[]; N: number }>()
  private readonly digest = new FrameDigest()
  private readonly fingerprints: CallFingerprints | undefined
  private readonly agents = new Map<string, { calls: number; rule: number }>()
  private readonly targeted: { fitting: number; unknown: number }[]
  private readonly hasAgents: boolean
  private readonly faults: RowFaults
  private rows = 0
  private N = 0
  private withoutAgent = 0
  private lastCall = Number.NEGATIVE_INFINITY

  constructor(
    private readonly design: SamplingDesign,
    options: FrameOptions,
  ) {
    this.reader = frameReader(design, options.cells ?? 'values')
    this.hash = options.hash ?? sha256
    this.fingerprints = options.assumeUnique ? undefined : new CallFingerprints()
    this.targeted = (design.targeted ?? []).map(() => ({ fitting: 0, unknown: 0 }))
    this.hasAgents = Object.values(design.fields).some(({ role }) => role === 'agent')
    this.faults = new RowFaults(options.badRows ?? 'refuse')
  }

  readonly add = (row: FrameRow | BrokenRow, line = this.rows + 1): void => {
    this.rows++
    const read = this.reader.read(row)
    if (read.kind === 'not-eligible') return
    if (read.kind === 'faulty') {
      this.faults.add(read.drafts, line)
      return
    }
    const { id, labels, stratum, agent, cells, wallTime } = read
    this.N++
    const count = this.strata.get(stratum)
    if (count) count.N++
    else this.strata.set(stratum, { labels, N: 1 })
    this.digest.add(this.hash(callText(id, stratum)))
    this.fingerprints?.add(this.hash(id), line)
    if (wallTime !== undefined && wallTime > this.lastCall) this.lastCall = wallTime
    for (let rule = 0; rule < this.targeted.length; rule++) {
      const truth = this.reader.targeted[rule]?.(cells)
      const tally = this.targeted[rule]
      if (tally && truth !== false) tally[truth === undefined ? 'unknown' : 'fitting']++
    }
    if (agent === undefined) {
      if (this.hasAgents) this.withoutAgent++
    } else if (this.reader.perAgent.length > 0) this.countAgent(agent, cells)
  }

  private countAgent(agent: string, cells: Cells): void {
    let tally = this.agents.get(agent)
    if (!tally) {
      tally = { calls: 0, rule: this.reader.perAgent.length }
      this.agents.set(agent, tally)
    }
    tally.calls++
    const rule = this.reader.perAgent.findIndex((test) => test(cells) === true)
    if (rule >= 0 && rule < tally.rule) tally.rule = rule
  }

  readonly counts = (): FrameCounts => {
    this.faults.throwIfAny()
    if (this.fingerprints) throwRepetitions(this.fingerprints)
    return {
      design: this.design,
      rows: this.rows,
      N: this.N,
      leftOut: this.faults.leftOut,
      strata: [...this.strata].map(([key, { labels, N }]) => ({ key, labels, N })).sort(compareStrata),
      frameDigest: this.digest.toHex(),
      agents: agentCounts(this.agents, this.reader.perAgent.length),
      withoutAgent: this.withoutAgent,
      targeted: (this.design.targeted ?? []).map(({ id }, index) => ({
        rule: id,
        fitting: this.targeted[index]?.fitting ?? 0,
        unknown: this.targeted[index]?.unknown ?? 0,
      })),
      ...(this.lastCall > Number.NEGATIVE_INFINITY && {
        lastCallAt: new Date(this.lastCall).toISOString().slice(0, 19),
      }),
      ...(this.fingerprints && { fingerprints: this.fingerprints.toWords() }),
      assumeUnique: this.fingerprints === undefined,
    }
  }
}

function agentCounts(
  agents: ReadonlyMap<string, { readonly calls: number; readonly rule: number }>,
  rules: number,
): readonly AgentCount[] {
  return [...agents]
    .map(([agent, { calls, rule }]) => ({ agent, calls, ...(rule < rules && { rule }) }))
    .sort((a, b) => compareUtf8(a.agent, b.agent))
}

/**
 * The text whose SHA-256 goes into the frame's digest: compact JSON of the id and the labels.
 * @param id - without control characters and halves of surrogate pairs
 */
export function callText(id: string, stratum: string): string {
  // Ids hold nothing else that JSON writes with a backslash.
  const written = id.includes('"') || id.includes('\\') ? JSON.stringify(id) : `"${id}"`
  return stratum === '[]' ? `[${written}]` : `[${written},${stratum.slice(1)}`
}

/** Faults of rows: all told, or left out and counted. */
export class RowFaults {
  leftOut = 0
  private readonly issues: Issue[] = []

  constructor(private readonly choice: 'refuse' | 'leave-out') {}

  add(drafts: readonly IssueDraft[], line: number): void {
    if (this.choice === 'leave-out') this.leftOut++
    else if (this.issues.length < MAXIMUM_ISSUES)
      for (const draft of drafts)
        this.issues.push(issueOf({ ...draft, details: { ...draft.details, line } }, undefined))
  }

  throwIfAny(): void {
    throwIssues(this.issues)
  }
}

function throwRepetitions(fingerprints: CallFingerprints): void {
  throwIssues(
    fingerprints
      .repetitions(MAXIMUM_ISSUES)
      .map(({ line, firstLine }) =>
        issueOf({ code: 'sampling/duplicate-call', path: [], details: { line, firstLine } }, undefined),
      ),
  )
}

/**
 * Adds up what was counted in parts of one frame; any order and any grouping of the parts give the same.
 * @throws CallgradeError `sampling/parts-differ` for parts of different designs, `sampling/duplicate-call` for a call
 * that is in two parts
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } } }
 * mergeFrameCounts(countFrame([{ id: '1' }], design), countFrame([{ id: '2' }], design)).N //=> 2
 */
export function mergeFrameCounts(first: FrameCounts, ...others: readonly FrameCounts[]): FrameCounts {
  const parts = [first, ...others]
  const written = JSON.stringify(first.design)
  for (const part of others) {
    if (JSON.stringify(part.design) !== written) throw partsDiffer('design')
    if (part.assumeUnique !== first.assumeUnique) throw partsDiffer('assumeUnique')
  }
  const strata = new Map<string, StratumCount>()
  const agents = new Map<string, { calls: number; rule: number }>()
  const digest = new FrameDigest()
  const rules = first.design.perAgent?.length ?? 0
  const fingerprints = first.assumeUnique ? undefined : new CallFingerprints()
  for (const part of parts) {
    for (const { key, labels, N } of part.strata) strata.set(key, { key, labels, N: N + (strata.get(key)?.N ?? 0) })
    for (const { agent, calls, rule = rules } of part.agents) {
      const before = agents.get(agent)
      agents.set(agent, { calls: calls + (before?.calls ?? 0), rule: Math.min(rule, before?.rule ?? rules) })
    }
    digest.addHex(part.frameDigest)
    if (fingerprints) {
      if (!(part.fingerprints instanceof Uint32Array)) throw partsDiffer('fingerprints')
      fingerprints.addAll(part.fingerprints)
    }
  }
  if (fingerprints) throwRepetitions(fingerprints)
  const sum = (of: (part: FrameCounts) => number): number => parts.reduce((total, part) => total + of(part), 0)
  const lastCalls = parts.flatMap(({ lastCallAt }) => (lastCallAt === undefined ? [] : [lastCallAt])).sort()
  const lastCallAt = lastCalls.at(-1)
  return {
    design: first.design,
    rows: sum(({ rows }) => rows),
    N: sum(({ N }) => N),
    leftOut: sum(({ leftOut }) => leftOut),
    strata: [...strata.values()].sort(compareStrata),
    frameDigest: digest.toHex(),
    agents: agentCounts(agents, rules),
    withoutAgent: sum(({ withoutAgent }) => withoutAgent),
    targeted: first.targeted.map(({ rule }, index) => ({
      rule,
      fitting: sum(({ targeted }) => targeted[index]?.fitting ?? 0),
      unknown: sum(({ targeted }) => targeted[index]?.unknown ?? 0),
    })),
    ...(lastCallAt !== undefined && { lastCallAt }),
    ...(fingerprints && { fingerprints: fingerprints.toWords() }),
    assumeUnique: first.assumeUnique,
  }
}

export function partsDiffer(what: string): CallgradeError {
  return new CallgradeError([issueOf({ code: 'sampling/parts-differ', path: [], details: { what } }, undefined)])
}
