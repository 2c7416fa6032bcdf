/** 96 bits of the id's SHA-256 and the line, as 32-bit words: 16 bytes a call. */
const WORDS = 4
/** Calls of one piece of memory; pieces are never moved, so that growing needs no second copy. */
const PIECE_CALLS = 4_096

/** A call whose id was in the data before. */
export interface RepeatedCall {
  readonly line: number
  readonly firstLine: number
}

/**
 * Remembers which ids were seen in 16 bytes a call, whatever their length: 96 bits of SHA-256 and the line. Two
 * different ids of a frame of a million calls have the same 96 bits with a probability under 1 in 10^16, and would be
 * told as a repetition, never passed over.
 */
export class CallFingerprints {
  private readonly pieces: Uint32Array[] = []
  private count = 0

  get size(): number {
    return this.count
  }

  /** @param digest - SHA-256 of the id */
  add(digest: Uint8Array, line: number): void {
    const piece = this.pieces[Math.floor(this.count / PIECE_CALLS)] ?? this.grow()
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
      const piece = this.pieces[Math.floor(this.count / PIECE_CALLS)] ?? this.grow()
      piece.set(words.subarray(from, from + WORDS), (this.count % PIECE_CALLS) * WORDS)
      this.count++
    }
  }

  /** All fingerprints one after the other, to be sent to whoever puts the parts together. */
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
    this.sort(0, this.count, 31)
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
    return this.pieces[Math.floor(call / PIECE_CALLS)]?.[(call % PIECE_CALLS) * WORDS + word] ?? 0
  }

  private compare(a: number, b: number, withLine: boolean): number {
    for (let word = 0; word < (withLine ? WORDS : WORDS - 1); word++) {
      const difference = this.word(a, word) - this.word(b, word)
      if (difference !== 0) return difference
    }
    return 0
  }

  private swap(a: number, b: number): void {
    const first = this.pieces[Math.floor(a / PIECE_CALLS)]
    const second = this.pieces[Math.floor(b / PIECE_CALLS)]
    if (!first || !second) return
    const [atFirst, atSecond] = [(a % PIECE_CALLS) * WORDS, (b % PIECE_CALLS) * WORDS]
    for (let word = 0; word < WORDS; word++) {
      const kept = first[atFirst + word] ?? 0
      first[atFirst + word] = second[atSecond + word] ?? 0
      second[atSecond + word] = kept
    }
  }

  /** Radix exchange on the bits of the first word, which are as good as random; short stretches by insertion. */
  private sort(from: number, to: number, bit: number): void {
    if (to - from <= 12 || bit < 0) {
      for (let call = from + 1; call < to; call++)
        for (let at = call; at > from && this.compare(at - 1, at, true) > 0; at--) this.swap(at - 1, at)
      return
    }
    let [low, high] = [from, to - 1]
    while (low <= high) {
      if (((this.word(low, 0) >>> bit) & 1) === 0) low++
      else this.swap(low, high--)
    }
    this.sort(from, low, bit - 1)
    this.sort(low, to, bit - 1)
  }
}
