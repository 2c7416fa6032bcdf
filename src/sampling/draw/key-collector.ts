import type { SamplingDesign } from '../design/sampling-design.js'
import { RowFaults } from '../frame/count-frame.js'
import {
  type BrokenRow,
  type CellForm,
  type FrameCall,
  type FrameReader,
  type FrameRow,
  frameReader,
} from '../frame/frame-reader.js'
import { hexOf } from '../keys/hex-of.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import { leadingBits } from '../keys/leading-bits.js'
import { checkSeed } from '../keys/seed.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import { SmallestKeys } from '../keys/smallest-keys.js'

/** What is drawn by, and how data are read. */
export interface CollectOptions {
  readonly design: SamplingDesign
  readonly seed: string
  /** Measured calls. */
  readonly n: number
  /** How many calls of each stratum are kept; of others none. */
  readonly strata: readonly { readonly key: string; readonly n: number }[]
  readonly cells?: CellForm
  readonly badRows?: 'refuse' | 'leave-out'
  readonly hash?: Sha256
  /** Is shown every call of the frame. */
  readonly onCall?: (call: FrameCall) => void
}

/** The calls with the smallest keys: of each stratum, of each targeted rule, of each agent. */
export interface CollectedKeys {
  readonly seed: string
  readonly cells: CellForm
  readonly badRows: 'refuse' | 'leave-out'
  readonly rows: number
  readonly leftOut: number
  /** In the order in which the strata were given; behind them those that nobody asked for. */
  readonly strata: readonly CollectedStratum[]
  /** By targeted rule. */
  readonly targeted: readonly (readonly KeyedCall[])[]
  /** By agent. */
  readonly agents: Readonly<Record<string, readonly KeyedCall[]>>
}

/** The calls of one stratum that may be in the sample. */
export interface CollectedStratum {
  readonly key: string
  /** Calls that went by. */
  readonly N: number
  /** Those with the smallest keys, by rising key. */
  readonly calls: readonly KeyedCall[]
}

/**
 * Calls that are read before they are hashed. A native digest leaves nothing of the reader in the processor's cache:
 * in turns of one call both take a fifth longer.
 */
const CALLS_AT_ONCE = 64

interface HeldStratum {
  N: number
  readonly smallest: SmallestKeys
}

/** Lets the calls of a frame go by and keeps those that may be in the sample: memory of the sample alone. */
export class KeyCollector {
  private readonly reader: FrameReader
  private readonly hash: Sha256
  private readonly prefix: string
  private readonly strata = new Map<string, HeldStratum>()
  /** The same by the reader's number. */
  private readonly byIndex: (HeldStratum | undefined)[] = []
  private readonly targeted: readonly SmallestKeys[]
  private readonly agents = new Map<string, SmallestKeys>()
  private readonly callsPerAgent: number
  private readonly faults: RowFaults
  private readonly pending: FrameCall[] = []
  private rows = 0

  /** @throws CallgradeError `sampling/seed` */
  constructor(private readonly options: CollectOptions) {
    checkSeed(options.seed)
    const { design } = options
    this.reader = frameReader(design, options.cells ?? 'values')
    this.hash = options.hash ?? sha256
    this.prefix = `${options.seed}:`
    for (const { key, n } of options.strata) this.strata.set(key, { N: 0, smallest: new SmallestKeys(n) })
    // Of the calls that fit a rule, those with the smallest keys may all be drawn before by others.
    let drawnBefore = options.n
    this.targeted = (design.targeted ?? []).map(({ limit }) => {
      const smallest = new SmallestKeys(limit + drawnBefore)
      drawnBefore += limit
      return smallest
    })
    // Of an agent who lacks calls fewer than the minimum are drawn: among that many smallest there are enough.
    this.callsPerAgent = Math.max(0, ...(design.perAgent ?? []).map(({ minimum }) => minimum))
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
    this.options.onCall?.(read)
    this.pending.push(read)
    if (this.pending.length === CALLS_AT_ONCE) this.hashPending()
  }

  private hashPending(): void {
    for (const call of this.pending) this.consider(call)
    this.pending.length = 0
  }

  private consider(read: FrameCall): void {
    const { id, agent, cells } = read
    const held = this.byIndex[read.stratumIndex] ?? this.hold(read)
    held.N++
    const digest = this.hash(this.prefix + id)
    const bits = leadingBits(digest)
    // Most calls are not kept by anybody: then nothing is made of them.
    let call: KeyedCall | undefined
    if (bits <= held.smallest.limit) {
      call = keyedCall(digest, read)
      held.smallest.add(call)
    }
    for (let rule = 0; rule < this.targeted.length; rule++) {
      const smallest = this.targeted[rule]
      if (!smallest || bits > smallest.limit || this.reader.targeted[rule]?.(cells) !== true) continue
      call ??= keyedCall(digest, read)
      smallest.add(call)
    }
    if (agent === undefined || this.callsPerAgent === 0) return
    let smallest = this.agents.get(agent)
    if (!smallest) {
      smallest = new SmallestKeys(this.callsPerAgent)
      this.agents.set(agent, smallest)
    }
    if (bits <= smallest.limit) smallest.add(call ?? keyedCall(digest, read))
  }

  private hold({ stratum, stratumIndex }: FrameCall): HeldStratum {
    let held = this.strata.get(stratum)
    if (!held) {
      held = { N: 0, smallest: new SmallestKeys(0) }
      this.strata.set(stratum, held)
    }
    this.byIndex[stratumIndex] = held
    return held
  }

  /** @throws CallgradeError with the faults of all rows, unless they are left out */
  found(): CollectedKeys {
    this.faults.throwIfAny()
    this.hashPending()
    return {
      seed: this.options.seed,
      cells: this.options.cells ?? 'values',
      badRows: this.options.badRows ?? 'refuse',
      rows: this.rows,
      leftOut: this.faults.leftOut,
      strata: [...this.strata].map(([key, { N, smallest }]) => ({ key, N, calls: smallest.sorted() })),
      targeted: this.targeted.map((smallest) => smallest.sorted()),
      agents: Object.fromEntries([...this.agents].map(([agent, smallest]) => [agent, smallest.sorted()])),
    }
  }
}

function keyedCall(digest: Uint8Array, { id, stratum, agent }: FrameCall): KeyedCall {
  return { key: hexOf(digest), callId: id, stratum, ...(agent !== undefined && { agent }) }
}
