import { BadEncoding, type CommandContext, WrongUse } from '../console.js'
import { wordsOf } from '../words/usage.js'

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-'

/** Reads a file, or standard input for `-`, as text in pieces; bytes that are no text in its encoding are an error. */
export async function* readTextPieces(
  file: string,
  { console, encoding, language }: CommandContext,
): AsyncGenerator<string, void, undefined> {
  const words = wordsOf(language)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const line = new OpenLine()
  const refuse = (at: number): BadEncoding => new BadEncoding(words.notEncoded(file, encoding, at))
  const chunks = file === STANDARD_INPUT ? console.standardInput() : console.open(file)
  const iterator = chunks[Symbol.asyncIterator]()
  for (;;) {
    let step: IteratorResult<Uint8Array>
    try {
      step = await iterator.next()
    } catch (error) {
      throw new WrongUse(words.unreadable(file, error instanceof Error ? error.message : String(error)))
    }
    if (step.done) break
    let text: string
    try {
      text = decoder.decode(step.value, { stream: true })
    } catch {
      const { sound, number } = line.soundTextBefore(step.value, encoding)
      if (sound !== '') yield sound
      throw refuse(number)
    }
    line.passOver(step.value, text)
    if (text !== '') yield text
  }
  try {
    decoder.decode()
  } catch {
    throw refuse(line.number)
  }
}

const LINE_FEED = 10
/** Bytes of an open line that are kept; of a longer one only the number is known. */
const LONGEST_LINE = 1_000_000

/**
 * Remembers the line that is open at the end of a chunk. No encoding here has a line feed inside a character, so
 * that decoding can start anew with the line: to tell the very line of a fault, and to keep what stood before it.
 */
class OpenLine {
  number = 1
  private bytes: Uint8Array[] = []
  private byteLength = 0
  private textLength = 0

  passOver(chunk: Uint8Array, text: string): void {
    const end = chunk.lastIndexOf(LINE_FEED)
    if (end < 0) {
      this.byteLength += chunk.length
      this.textLength += text.length
      if (this.byteLength <= LONGEST_LINE) this.bytes.push(chunk)
      else this.bytes = []
      return
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.number++
    this.bytes = [chunk.subarray(end + 1)]
    this.byteLength = chunk.length - (end + 1)
    this.textLength = text.length - (text.lastIndexOf('\n') + 1)
  }

  /** The text of the chunk's sound lines, and the number of the line that is not. */
  soundTextBefore(chunk: Uint8Array, encoding: string): { readonly sound: string; readonly number: number } {
    if (this.byteLength > LONGEST_LINE) return { sound: '', number: this.number }
    const bytes = Buffer.concat([...this.bytes, chunk])
    let sound = ''
    let number = this.number
    for (let from = 0; ; number++) {
      const end = bytes.indexOf(LINE_FEED, from)
      if (end < 0) break
      try {
        sound += new TextDecoder(encoding, { fatal: true, ignoreBOM: number > 1 }).decode(bytes.subarray(from, end + 1))
      } catch {
        break
      }
      from = end + 1
    }
    return { sound: sound.slice(this.textLength), number }
  }
}

/** Reads a whole file as text. */
export async function readText(file: string, context: CommandContext): Promise<string> {
  let text = ''
  for await (const piece of readTextPieces(file, context)) text += piece
  return text
}
