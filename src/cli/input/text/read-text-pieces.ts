import type { CommandContext } from '../../command-context.js'
import { BadEncoding } from '../../faults/bad-encoding.js'
import { systemReason } from '../../faults/system-reason.js'
import { WrongUse } from '../../faults/wrong-use.js'
import { type Encoding, encodingOfMark } from './encoding.js'
import { OpenLine } from './open-line.js'
import { STANDARD_INPUT } from './standard-input.js'

/** Bytes of the longest byte-order mark. */
const MARK_LENGTH = 3

/**
 * Reads a file, or standard input for `-`, as text in pieces. A byte-order mark decides the encoding, whatever
 * `--encoding` says (WHATWG Encoding, "decode").
 * @throws BadEncoding for bytes that are no text in the encoding, after the sound lines before them
 * @throws WrongUse for a file that cannot be read
 */
export async function* readTextPieces(file: string, context: CommandContext): AsyncGenerator<string, void, undefined> {
  const { words } = context
  let encoding: Encoding = context.encoding
  let reader: { readonly decoder: InstanceType<typeof TextDecoder>; readonly line: OpenLine } | undefined
  for await (const chunk of wholeUnits(readBytes(file, context))) {
    if (!reader) {
      encoding = encodingOfMark(chunk) ?? encoding
      reader = { decoder: new TextDecoder(encoding, { fatal: true }), line: new OpenLine(encoding) }
    }
    const { decoder, line } = reader
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      const { sound, number } = line.soundTextBefore(chunk)
      if (sound !== '') yield sound
      throw new BadEncoding(words.faults.notEncoded(file, encoding, number))
    }
    line.passOver(chunk, text)
    if (text !== '') yield text
  }
  try {
    reader?.decoder.decode()
  } catch {
    throw new BadEncoding(words.faults.notEncoded(file, encoding, reader?.line.number ?? 1))
  }
}

async function* readBytes(file: string, { console, words }: CommandContext): AsyncGenerator<Uint8Array> {
  try {
    yield* file === STANDARD_INPUT ? console.standardInput() : console.open(file)
  } catch (error) {
    throw new WrongUse(words.faults.unreadable(file, systemReason(error, words)))
  }
}

/** Joins chunks so that the first holds a whole byte-order mark and none ends within a unit of UTF-16. */
async function* wholeUnits(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array()
  let isFirst = true
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const isTooShort = isFirst && bytes.length <= MARK_LENGTH
    const length = isTooShort ? 0 : bytes.length - (bytes.length % 2)
    rest = bytes.subarray(length)
    if (length === 0) continue
    isFirst = false
    yield bytes.subarray(0, length)
  }
  if (rest.length > 0) yield rest
}
