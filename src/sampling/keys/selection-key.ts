import { CallgradeError } from '../../issues/callgrade-error.js'
import { type Sha256, sha256 } from './sha256.js'

/**
 * Returns the key that selects a call, its permanent random number: the seed is enough to compute it, in any order and
 * anywhere.
 * Method: SHA-256 of the UTF-8 of `seed + ":" + callId` (permanent random numbers; Ohlsson 1995).
 * @param seed - any text without `:`, so that no two pairs of seed and id share a key
 * @param callId - as written in the frame; neither trimmed nor normalised
 * @param hash - another SHA-256, such as Node's; `sha256` when left out
 * @returns 32 bytes, compared as unsigned numbers from the first on
 * @throws CallgradeError `sampling/seed` when the seed holds a colon
 * @example
 * hexOf(selectionKey('s', '通话-42')).slice(0, 16) //=> 'ceb64616c126020c'
 */
export function selectionKey(seed: string, callId: string, hash: Sha256 = sha256): Uint8Array {
  if (seed.includes(':')) {
    throw new CallgradeError([
      {
        code: 'sampling/seed',
        severity: 'error',
        path: ['seed'],
        expected: 'text without ":"',
        received: JSON.stringify(seed),
      },
    ])
  }
  return hash(`${seed}:${callId}`)
}
