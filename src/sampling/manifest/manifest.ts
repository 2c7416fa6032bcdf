import type { Text } from '../../issues/text.js'
import type { Purpose } from '../../scoring/evaluation/evaluation.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { CellForm } from '../frame/reading/frame-row.js'

/**
 * A drawn sample with everything needed to draw it again. One JSON document of the format
 * `callgrade/manifest@1`.
 */
export interface Manifest {
  readonly $schema?: string
  readonly format: 'callgrade/manifest@1'
  /** The id of the design. */
  readonly id: string
  /** The version of the design. */
  readonly version: string
  readonly title: Text
  readonly note?: Text
  readonly design: SamplingDesign
  readonly seed: string
  /** Instant at which seed and design were fixed, which is before the calls are known. */
  readonly seedFixedAt?: string
  /** The files that were read. */
  readonly inputs?: readonly ManifestInput[]
  /** Form in which cells were written. */
  readonly cells: CellForm
  /** Whether ids were taken to be unique without looking. */
  readonly assumeUnique: boolean
  /** Treatment of rows that could not be read. */
  readonly badRows: 'refuse' | 'leave-out'
  /** Rows read. */
  readonly rows: number
  /** Faulty rows that were left out. */
  readonly leftOut: number
  /** Calls of the frame. */
  readonly N: number
  /** Sum mod 2^256 of SHA-256 of every call's compact JSON `[id, label...]`: 64 hexadecimal digits. */
  readonly frameDigest: string
  /** Wall time of the last call, in the design's zone. */
  readonly lastCallAt?: string
  /** Measured calls. */
  readonly n: number
  /** Half the width of the interval of a share over the whole frame, as a fraction. */
  readonly margin: number
  /** The number of measured calls where it was given instead of computed. */
  readonly givenTotal?: number
  /** Calls of each stratum in the sample that this one grew from. */
  readonly minima?: Readonly<Record<string, number>>
  /** In the order of their keys. */
  readonly strata: readonly ManifestStratum[]
  /** In the order of stratum key, then of the key that the call was chosen by. */
  readonly drawn: readonly DrawnCall[]
  readonly replacements: readonly Replacement[]
  /** SHA-256 of the measured ids in the order of their UTF-8 bytes, each followed by a line feed. */
  readonly sampleDigest: string
  /** By targeted rule: calls taken, and calls of the frame for which it is unknown whether they fit. */
  readonly targeted: readonly { readonly rule: string; readonly taken: number; readonly unknown: number }[]
  /** Calls of the frame that name no agent. */
  readonly withoutAgent: number
  /** Agents with fewer calls in the frame than the design wants of them. */
  readonly agentsWithTooFew: readonly { readonly agent: string; readonly calls: number; readonly minimum: number }[]
}

/** A file that was read. */
export interface ManifestInput {
  readonly name: string
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/** A stratum as it was drawn from. */
export interface ManifestStratum {
  /** Compact JSON of its labels. */
  readonly key: string
  readonly N: number
  readonly lower: number
  readonly n: number
  /** N / n: number of calls of the frame that a measured call represents. */
  readonly weight: number
}

/** A call that is listened to. Only measured ones carry a weight. */
export interface DrawnCall {
  readonly callId: string
  readonly stratum: string
  readonly purpose: Purpose
  /** The targeted rule. */
  readonly rule?: string
}

/** Reason why a measured call could not be judged. */
export type ReplacementReason = (typeof REPLACEMENT_REASONS)[number]

/**
 * Reasons that do not depend on how the call went. A call that was merely hard to judge, or went badly, is no reason:
 * replacing those would make the result look better than it is.
 */
export const REPLACEMENT_REASONS = [
  'no-recording',
  'recording-damaged',
  'no-conversation',
  'wrong-record',
  'language-not-judged',
  'privacy',
] as const

/** A measured call whose place another one took. */
export interface Replacement {
  readonly callId: string
  readonly replacedBy: string
  readonly stratum: string
  readonly reason: ReplacementReason
}
