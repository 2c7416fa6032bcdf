/** 96 bits of the id's SHA-256 and the line, as 32-bit words: 16 bytes a call. */
const WORDS = 4
/** Calls of one piece of memory, a power of two; pieces are never moved, so that growing needs no second copy. */
const PIECE_BITS = 12
const PIECE_CALLS = 2 ** PIECE_BITS
const BYTES = WORDS * 4
/** Stretches up to this long are sorted by insertion. */
const SHORT = 24

/** A call whose id was in the data before. */
export interface RepeatedCall {
  readonly line: number
  readonly firstLine: number
}

/**
 * Remembers which ids were seen in 16 bytes a call, for ids of any length: 96 bits of SHA-256 and the line. Two
 * different ids of a frame of a million calls have the same 96 bits with a probability under 1 in 10^16, and would be
 * reported as a repetition, never missed.
 */
export class CallFingerprints {
  private readonly pieces: Uint32Array[] = []
  private count = 0

  get size(): number {
    return this.count
  }

  /**
   * Adds the id of a call.
   * @param digest - SHA-256 of the id
   */
  add(digest: Uint8Array, line: number): void {
    const piece = this.pieces[this.count >>> PIECE_BITS] ?? this.grow()
    const at = (this.count % PIECE_CALLS) * WORDS
    for (let word = 0; word < WORDS - 1; word++) {
      const byte = word * 4
      piece[at + word] =
        ((digest[byte] ?? 0) << 24) |
        ((digest[byte + 1] ?? 0) << 16) |
        ((digest[byte + 2] ?? 0) << 8) |
        (digest[byte + 3] ?? 0)
    }
    piece[at + 3] = line
    this.count++
  }

  /** Takes over the fingerprints of another part of the data. */
  addAll(words: Uint32Array): void {
    for (let from = 0; from < words.length; from += WORDS) {
      const piece = this.pieces[this.count >>> PIECE_BITS] ?? this.grow()
      piece.set(words.subarray(from, from + WORDS), (this.count % PIECE_CALLS) * WORDS)
      this.count++
    }
  }

  /** Returns all fingerprints in one array, to be sent to the process that merges the parts. */
  toWords(): Uint32Array {
    const words = new Uint32Array(this.count * WORDS)
    for (const [index, piece] of this.pieces.entries()) {
      const from = index * PIECE_CALLS * WORDS
      words.set(piece.subarray(0, Math.min(piece.length, words.length - from)), from)
    }
    return words
  }

  /** Sorts in place, and finds every call but the first of each id, in the order of lines, up to a limit. */
  repetitions(limit: number): readonly RepeatedCall[] {
    this.sort(
      0,
      this.count,
      0,
      Array.from({ length: BYTES }, () => new Uint32Array(2 * 256)),
    )
    const found: RepeatedCall[] = []
    let first = 0
    for (let call = 1; call < this.count; call++) {
      if (this.compare(first, call, false) !== 0) first = call
      else found.push({ line: this.word(call, 3), firstLine: this.word(first, 3) })
    }
    return found.sort((a, b) => a.line - b.line).slice(0, limit)
  }

  private grow(): Uint32Array {
    const piece = new Uint32Array(PIECE_CALLS * WORDS)
    this.pieces.push(piece)
    return piece
  }

  private word(call: number, word: number): number {
    return this.pieces[call >>> PIECE_BITS]?.[(call % PIECE_CALLS) * WORDS + word] ?? 0
  }

  private compare(a: number, b: number, withLine: boolean): number {
    for (let word = 0; word < (withLine ? WORDS : WORDS - 1); word++) {
      const difference = this.word(a, word) - this.word(b, word)
      if (difference !== 0) return difference
    }
    return 0
  }

  private swap(a: number, b: number): void {
    const first = this.pieces[a >>> PIECE_BITS]
    const second = this.pieces[b >>> PIECE_BITS]
    if (!first || !second) return
    const [atFirst, atSecond] = [(a % PIECE_CALLS) * WORDS, (b % PIECE_CALLS) * WORDS]
    for (let word = 0; word < WORDS; word++) {
      const kept = first[atFirst + word] ?? 0
      first[atFirst + word] = second[atSecond + word] ?? 0
      second[atSecond + word] = kept
    }
  }

  private byte(call: number, place: number): number {
    return (this.word(call, place >>> 2) >>> (24 - 8 * (place & 3))) & 0xff
  }

  /**
   * Sorts in place by radix, byte by byte from the first, short stretches by insertion: in time proportional to the
   * calls for any data. Method: American flag sort (McIlroy, Bostic and McIlroy 1993).
   * @param bounds - for every byte room for where each of its values is to go next, and where it ends
   */
  private sort(from: number, to: number, place: number, bounds: readonly Uint32Array[]): void {
    const bound = bounds[place]
    if (to - from <= SHORT || !bound) {
      for (let call = from + 1; call < to; call++)
        for (let at = call; at > from && this.compare(at - 1, at, true) > 0; at--) this.swap(at - 1, at)
      return
    }
    bound.fill(0)
    for (let call = from; call < to; call++) {
      const value = this.byte(call, place)
      bound[256 + value] = (bound[256 + value] ?? 0) + 1
    }
    let end = from
    for (let value = 0; value < 256; value++) {
      bound[value] = end
      end += bound[256 + value] ?? 0
      bound[256 + value] = end
    }
    for (let value = 0; value < 256; value++) {
      for (let call = bound[value] ?? 0; call < (bound[256 + value] ?? 0); call = bound[value] ?? 0) {
        const home = this.byte(call, place)
        const next = bound[home] ?? 0
        if (home !== value) this.swap(call, next)
        bound[home] = next + 1
      }
    }
    let start = from
    for (let value = 0; value < 256; value++) {
      const stop = bound[256 + value] ?? 0
      if (stop - start > 1) this.sort(start, stop, place + 1, bounds)
      start = stop
    }
  }
}
