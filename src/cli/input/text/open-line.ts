import type { Encoding } from './encoding.js'

const LINE_FEED = 10
/** Bytes of an open line that are kept; of a longer one only the number is known. */
const LONGEST_LINE = 1_000_000

/**
 * Remembers the line that is open at the end of a chunk. Decoding can start again with a line, so that a fault is
 * reported with its line and the text before it is kept.
 */
export class OpenLine {
  number = 1
  private bytes: Uint8Array[] = []
  private byteLength = 0
  private textLength = 0

  constructor(private readonly encoding: Encoding) {}

  /** @param chunk - whole units; @param text - what it decoded to */
  passOver(chunk: Uint8Array, text: string): void {
    const end = this.lastLineEnd(chunk)
    if (end < 0) {
      this.byteLength += chunk.length
      this.textLength += text.length
      if (this.byteLength <= LONGEST_LINE) this.bytes.push(chunk)
      else this.bytes = []
      return
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.number++
    this.bytes = [chunk.subarray(end)]
    this.byteLength = chunk.length - end
    this.textLength = text.length - (text.lastIndexOf('\n') + 1)
  }

  /** The text of the chunk's sound lines, and the number of the line that is not. */
  soundTextBefore(chunk: Uint8Array): { readonly sound: string; readonly number: number } {
    if (this.byteLength > LONGEST_LINE) return { sound: '', number: this.number }
    const bytes = Buffer.concat([...this.bytes, chunk])
    let sound = ''
    let number = this.number
    for (let from = 0; ; number++) {
      const end = this.nextLineEnd(bytes, from)
      if (end < 0) break
      try {
        const decoder = new TextDecoder(this.encoding, { fatal: true, ignoreBOM: number > 1 })
        sound += decoder.decode(bytes.subarray(from, end))
      } catch {
        break
      }
      from = end
    }
    return { sound: sound.slice(this.textLength), number }
  }

  /** The place behind the next line feed; -1 where there is none. */
  private nextLineEnd(bytes: Uint8Array, from: number): number {
    for (let at = bytes.indexOf(LINE_FEED, from); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
      const end = this.lineEndAt(bytes, at)
      if (end >= 0) return end
    }
    return -1
  }

  private lastLineEnd(bytes: Uint8Array): number {
    for (let at = bytes.lastIndexOf(LINE_FEED); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, at - 1)) {
      const end = this.lineEndAt(bytes, at)
      if (end >= 0) return end
    }
    return -1
  }

  /**
   * The place behind a byte of 10 if it is a line feed. In UTF-8 and GB 18030 it always is; in UTF-16 it may be half of
   * another character, such as 上 (4E 0A).
   */
  private lineEndAt(bytes: Uint8Array, at: number): number {
    if (this.encoding === 'utf-16le') return at % 2 === 0 && bytes[at + 1] === 0 ? at + 2 : -1
    if (this.encoding === 'utf-16be') return at % 2 === 1 && bytes[at - 1] === 0 ? at + 1 : -1
    return at + 1
  }
}
