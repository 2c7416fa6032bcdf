const WORDS = 8
/** Additions after which a sum of 32-bit words in doubles is carried over, far from 2^53. */
const ADDITIONS_BEFORE_CARRY = 1_048_576
const WORD = 2 ** 32

/**
 * The sum mod 2^256 of digests: the same for any order of the calls, and sums of parts add up. A call that is added,
 * removed or moved to another stratum changes it.
 */
export class FrameDigest {
  /** Big-endian words of 32 bits, not yet carried over. */
  private readonly words = new Float64Array(WORDS)
  private additions = 0

  /**
   * Adds the digest of a call.
   * @param digest - 32 bytes
   */
  add(digest: Uint8Array): void {
    for (let word = 0; word < WORDS; word++) {
      const at = word * 4
      this.words[word] =
        (this.words[word] ?? 0) +
        (digest[at] ?? 0) * 0x1000000 +
        (((digest[at + 1] ?? 0) << 16) | ((digest[at + 2] ?? 0) << 8) | (digest[at + 3] ?? 0))
    }
    if (++this.additions >= ADDITIONS_BEFORE_CARRY) this.carry()
  }

  /** Adds the sum of another part. @param hexadecimal - 64 digits */
  addHex(hexadecimal: string): void {
    for (let word = 0; word < WORDS; word++)
      this.words[word] = (this.words[word] ?? 0) + Number.parseInt(hexadecimal.slice(word * 8, word * 8 + 8), 16)
    this.carry()
  }

  /** Returns the digest in 64 hexadecimal digits. */
  toHex(): string {
    this.carry()
    return [...this.words].map((word) => word.toString(16).padStart(8, '0')).join('')
  }

  private carry(): void {
    let over = 0
    for (let word = WORDS - 1; word >= 0; word--) {
      const value = (this.words[word] ?? 0) + over
      over = Math.floor(value / WORD)
      this.words[word] = value - over * WORD
    }
    this.additions = 0
  }
}
