import type { Language } from '../issues/index.js'
import type { Console } from './console.js'
import type { Encoding } from './input/text/encoding.js'
import type { Words } from './words/words.js'

/** What every command receives besides its own arguments and options. */
export interface CommandContext {
  readonly console: Console
  readonly language: Language
  readonly words: Words
  /** Encoding of data files. */
  readonly encoding: Encoding
  /** Whether CSV begins with a byte-order mark. */
  readonly hasByteOrderMark: boolean
  /** Writes to the file of `--out`, or to standard output. */
  readonly write: (text: string) => Promise<void>
  /** Writes a line to standard error. */
  readonly report: (line: string) => void
}
