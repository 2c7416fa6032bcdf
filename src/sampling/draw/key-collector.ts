import type { SamplingDesign } from '../design/sampling-design.js'
import type { ScannedRows } from '../frame/frame-scan.js'
import type { FrameCall } from '../frame/reading/frame-call.js'
import type { FrameReader } from '../frame/reading/frame-reader.js'
import { checkSeed } from '../keys/check-seed.js'
import { hexOf } from '../keys/hex-of.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import { leadingBits } from '../keys/leading-bits.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import { SmallestKeys } from '../keys/smallest-keys.js'
import type { CollectedKeys } from './collected-keys.js'

/** Options of a `KeyCollector`. */
export interface CollectOptions {
  readonly design: SamplingDesign
  readonly seed: string
  /** Measured calls. */
  readonly n: number
  /** Calls to keep of each stratum; of strata that are absent here none. */
  readonly strata: readonly { readonly key: string; readonly n: number }[]
  readonly hash?: Sha256
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

/** Keeps those of a frame's calls that may be in the sample, so that memory grows with the sample alone. */
export class KeyCollector {
  private readonly seed: string
  private readonly hash: Sha256
  private readonly prefix: string
  private readonly strata = new Map<string, HeldStratum>()
  /** The same strata by the reader's number. */
  private readonly byIndex: (HeldStratum | undefined)[] = []
  private readonly targeted: readonly SmallestKeys[]
  private readonly agents = new Map<string, SmallestKeys>()
  private readonly callsPerAgent: number
  private readonly pending: FrameCall[] = []

  /**
   * @param tests - the tests of the targeted rules, by the reader of the frame
   * @throws CallgradeError `sampling/seed`
   */
  constructor(
    { design, seed, n, strata, hash = sha256 }: CollectOptions,
    private readonly tests: FrameReader['targeted'],
  ) {
    checkSeed(seed)
    this.seed = seed
    this.hash = hash
    this.prefix = `${seed}:`
    for (const stratum of strata) this.strata.set(stratum.key, { N: 0, smallest: new SmallestKeys(stratum.n) })
    // The calls with the smallest keys that fit a rule may all be drawn for the sample or for an earlier rule.
    let drawnBefore = n
    this.targeted = (design.targeted ?? []).map(({ limit }) => {
      const smallest = new SmallestKeys(limit + drawnBefore)
      drawnBefore += limit
      return smallest
    })
    // An agent lacks at most the minimum, so that this many of the agent's calls are enough.
    this.callsPerAgent = Math.max(0, ...(design.perAgent ?? []).map(({ minimum }) => minimum))
  }

  add(call: FrameCall): void {
    this.pending.push(call)
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
    // Most calls are not kept, and no object is made for those.
    let call: KeyedCall | undefined
    if (bits <= held.smallest.limit) {
      call = keyedCall(digest, read)
      held.smallest.add(call)
    }
    for (let rule = 0; rule < this.targeted.length; rule++) {
      const smallest = this.targeted[rule]
      if (!smallest || bits > smallest.limit || this.tests[rule]?.(cells) !== true) continue
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

  /** Returns the calls kept of all that were added. */
  keys(): Omit<CollectedKeys, keyof ScannedRows> {
    this.hashPending()
    return {
      seed: this.seed,
      strata: [...this.strata].map(([key, { N, smallest }]) => ({ key, N, calls: smallest.sorted() })),
      targeted: this.targeted.map((smallest) => smallest.sorted()),
      agents: Object.fromEntries([...this.agents].map(([agent, smallest]) => [agent, smallest.sorted()])),
    }
  }
}

function keyedCall(digest: Uint8Array, { id, stratum, agent }: FrameCall): KeyedCall {
  return { key: hexOf(digest), callId: id, stratum, ...(agent !== undefined && { agent }) }
}
