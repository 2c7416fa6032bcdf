import type { Sha256 } from '../keys/sha256.js'
import type { CellForm } from './reading/frame-row.js'

/** Options of reading the data. */
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
