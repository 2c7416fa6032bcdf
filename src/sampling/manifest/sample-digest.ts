import { compareUtf8 } from '../../documents/compare-utf8.js'
import { hexOf } from '../keys/hex-of.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import type { DrawnCall } from './manifest.js'

/** Computes the SHA-256 of the measured ids in the order of their UTF-8 bytes, each followed by a line feed. */
export function sampleDigest(drawn: readonly DrawnCall[], hash: Sha256 = sha256): string {
  const ids = drawn.filter(({ purpose }) => purpose === 'measure').map(({ callId }) => callId)
  return hexOf(
    hash(
      [...ids]
        .sort(compareUtf8)
        .map((id) => `${id}\n`)
        .join(''),
    ),
  )
}
