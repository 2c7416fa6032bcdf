import type { ReplacementReason } from '../manifest/manifest.js'

/** A measured call that cannot be judged. */
export interface ReplacementRequest {
  readonly callId: string
  readonly reason: ReplacementReason
}
