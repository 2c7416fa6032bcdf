import { selectionKey } from './selection-key.js'
import { type Sha256, sha256 } from './sha256.js'

/** A key gives its first 52 bits (13 hex digits): the most that a double holds with the half added. */
const TWENTY_BITS = 2 ** 20

const FIFTY_TWO_BITS = 2 ** 52

/**
 * Turns a key into a number strictly between 0 and 1, evenly spread.
 * Method: (first 13 hex digits + 0.5) / 2^52, exact in a double.
 * @param key - at least 7 bytes
 * @returns 2^-53 to 1 - 2^-53
 * @example
 * uniformOf(selectionKey('s', '通话-42')) //=> 0.807468777232451
 */
export function uniformOf(key: Uint8Array): number {
  const high = (key[0] ?? 0) * 2 ** 24 + ((key[1] ?? 0) << 16) + ((key[2] ?? 0) << 8) + (key[3] ?? 0)
  const low = ((key[4] ?? 0) << 12) | ((key[5] ?? 0) << 4) | ((key[6] ?? 0) >> 4)
  return (high * TWENTY_BITS + low + 0.5) / FIFTY_TWO_BITS
}

/**
 * Returns the number between 0 and 1 that belongs to a call under a seed: `uniformOf(selectionKey(seed, callId))`.
 * @param seed - any text without `:`
 * @param callId - as written in the frame
 * @param hash - another SHA-256, such as Node's; `sha256` when left out
 * @throws CallgradeError `sampling/seed` when the seed holds a colon
 * @example
 * keyedUniform('2026-Q3', '录音-000017') //=> 0.1764734400053959
 */
export function keyedUniform(seed: string, callId: string, hash: Sha256 = sha256): number {
  return uniformOf(selectionKey(seed, callId, hash))
}
