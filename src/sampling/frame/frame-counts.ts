import type { SamplingDesign } from '../design/sampling-design.js'
import type { StratumName } from '../design/stratum-key.js'

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

/** Result of the first pass over the data: calls by stratum, agent and rule, and their digest. Parts add up. */
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
  /** By targeted rule: calls that fit, and calls for which that is unknown. */
  readonly targeted: readonly { readonly rule: string; readonly fitting: number; readonly unknown: number }[]
  /** Wall time of the last call in the design's zone, where a column says when calls were. */
  readonly lastCallAt?: string
  /** Fingerprints of the ids, 16 bytes a call, by which parts are checked for repeated calls; absent by choice. */
  readonly fingerprints?: Uint32Array
  /** Whether ids were taken to be unique without looking. */
  readonly assumeUnique: boolean
}
