import type { CellForm } from '../frame/frame-reader.js'
import type { Sha256 } from '../keys/sha256.js'
import type { ManifestInput } from '../manifest/manifest.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { CollectedKeys } from './key-collector.js'

/** How a sample is drawn. */
export interface DrawOptions {
  /** Any text without `:`; the same seed draws the same calls. */
  readonly seed: string
  /** Instant at which the seed was fixed; goes into the manifest. */
  readonly seedFixedAt?: string
  /** The files that were read; go into the manifest. */
  readonly inputs?: readonly ManifestInput[]
  /** @defaultValue values */
  readonly cells?: CellForm
  /** As when the frame was counted. @defaultValue refuse */
  readonly badRows?: 'refuse' | 'leave-out'
  /** A faster SHA-256, such as Node's. */
  readonly hash?: Sha256
}

/** The calls of one part of the data that may be in the sample; parts add up, in any order. */
export interface DrawPart extends CollectedKeys {
  readonly plan: SamplePlan
}
