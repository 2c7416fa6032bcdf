import { sha256 as digest } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The 32 bytes of SHA-256 (FIPS 180-4) of a text's UTF-8. A faster one may be passed where a `Sha256` is asked for:
 * in Node `(text) => createHash('sha256').update(text, 'utf8').digest()`.
 */
export type Sha256 = (text: string) => Uint8Array

/**
 * SHA-256 of a text's UTF-8, in plain JavaScript, the same everywhere. Source: FIPS 180-4, by @noble/hashes.
 * @param text - without lone surrogates, which UTF-8 cannot express
 * @returns 32 bytes
 * @example
 * hexOf(sha256('abc')) //=> 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 */
export const sha256: Sha256 = (text) => digest(utf8ToBytes(text))
