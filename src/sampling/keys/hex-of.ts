import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * Writes bytes as lower-case hex digits, two a byte.
 * @param bytes - any number of them
 * @returns twice as many characters as bytes
 * @example
 * hexOf(Uint8Array.of(0, 171)) //=> '00ab'
 */
export function hexOf(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}
