import type { ScannedRows } from '../frame/frame-scan.js'
import type { KeyedCall } from '../keys/keyed-call.js'

/** The calls with the smallest keys: of each stratum, of each targeted rule, of each agent. */
export interface CollectedKeys extends ScannedRows {
  readonly seed: string
  /** In the order in which the strata were given, then strata of the data that were not. */
  readonly strata: readonly CollectedStratum[]
  /** By targeted rule. */
  readonly targeted: readonly (readonly KeyedCall[])[]
  /** By agent. */
  readonly agents: Readonly<Record<string, readonly KeyedCall[]>>
}

/** The calls of one stratum that may be in the sample. */
export interface CollectedStratum {
  readonly key: string
  /** Calls of the stratum in the data. */
  readonly N: number
  /** Calls with the smallest keys, by rising key. */
  readonly calls: readonly KeyedCall[]
}
