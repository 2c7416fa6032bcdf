import type { CellForm } from '../frame/reading/frame-row.js'
import type { Sha256 } from '../keys/sha256.js'
import type { ManifestInput } from '../manifest/manifest.js'

/** Options of `drawSample`. */
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
