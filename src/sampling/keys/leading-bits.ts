/** Returns the first 52 bits of a key: equal to its first 13 hexadecimal digits. */
export function leadingBits(key: Uint8Array): number {
  const high = (key[0] ?? 0) * 0x1000000 + (((key[1] ?? 0) << 16) | ((key[2] ?? 0) << 8) | (key[3] ?? 0))
  return high * 0x100000 + (((key[4] ?? 0) << 12) | ((key[5] ?? 0) << 4) | ((key[6] ?? 0) >> 4))
}
