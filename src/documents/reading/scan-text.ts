import { LineIndex } from './line-index.js'
import { MAXIMUM_DEPTH } from './maximum-depth.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'
import { CERTAINLY_EXACT_LENGTH, numberFault } from './number-fault.js'
import { rightCharacter } from './right-character.js'
import type { TextFault } from './text-fault.js'
import { TextRepairs } from './text-repairs.js'
import { closingQuote, wideQuoteAtEnd } from './wide-quotes.js'

/** Result of one pass over the characters of a text. */
export interface TextScan {
  readonly faults: readonly TextFault[]
  /** The text with every repairable fault repaired in place; offsets are unchanged. */
  readonly repaired: string
  /** Whether `repaired` can be read further, so that later faults are reported in the same pass. */
  readonly readable: boolean
  /** Colons outside strings: as many as the value has keys, unless a key is repeated. */
  readonly colons: number
}

/**
 * Scans a JSON text for the faults that JSON parsers report badly: full-width punctuation and digits, curly quotes,
 * comments, trailing commas, unbalanced brackets, numbers that would lose digits, and nesting that is too deep. One
 * pass, linear in the text, no recursion.
 */
export function scanText(text: string): TextScan {
  const scanner = new Scanner(text)
  return scanner.scan()
}

const QUOTE = 34
const BACKSLASH = 92

class Scanner {
  private readonly faults: TextFault[] = []
  private readonly repairs = new TextRepairs()
  private readonly open: { bracket: string; offset: number }[] = []
  private colons = 0
  private readable = true
  private index = 0
  /** Offset of the last comma, when nothing but white space has followed it. */
  private pendingComma = -1

  private readonly lines: LineIndex

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text)
  }

  scan(): TextScan {
    const { text } = this
    while (this.index < text.length && this.readable) {
      const code = text.charCodeAt(this.index)
      if (code === 32 || code === 10 || code === 13 || code === 9) this.index++
      else if (code === QUOTE) this.scanString(this.index + 1)
      else if (code < 128) this.scanStructure(text[this.index] ?? '')
      else this.scanWide()
      if (this.faults.length >= MAXIMUM_ISSUES) this.readable = false
    }
    const unclosed = this.open.at(-1)
    if (this.readable && unclosed) {
      this.stop({
        code: 'document/unbalanced',
        offset: text.length,
        expected: closingOf(unclosed.bracket),
        received: 'end of text',
        details: { openedLine: this.lineOf(unclosed.offset) },
      })
    }
    return { faults: this.faults, repaired: this.repairs.applyTo(text), readable: this.readable, colons: this.colons }
  }

  /**
   * Scans one character outside strings that is not white space.
   * @param character - the character at the index, or the one of JSON that takes its place
   */
  private scanStructure(character: string): void {
    if (character === ',') {
      this.pendingComma = this.index++
      return
    }
    if (character === '}' || character === ']') {
      if (this.pendingComma >= 0) {
        this.repair('document/trailing-comma', this.pendingComma, 1, ' ', { received: ',' })
        this.pendingComma = -1
      }
      this.close(character)
      return
    }
    if (character === '/') {
      // A comma before a comment may still be a trailing one.
      this.scanComment()
      return
    }
    this.pendingComma = -1
    if (character === '{' || character === '[') {
      this.open.push({ bracket: character, offset: this.index++ })
      if (this.open.length > MAXIMUM_DEPTH) {
        const details = { maximum: MAXIMUM_DEPTH }
        this.stop({ code: 'document/too-deep', offset: this.index - 1, expected: `<= ${MAXIMUM_DEPTH}`, details })
      }
    } else if (character === ':') {
      this.colons++
      this.index++
    } else if (/[-\d]/.test(character)) this.scanNumber()
    else this.index++
  }

  private close(character: string): void {
    const opened = this.open.pop()
    if (!opened) {
      this.stop({ code: 'document/unbalanced', offset: this.index, expected: 'end of text', received: character })
    } else if (closingOf(opened.bracket) !== character) {
      this.stop({
        code: 'document/unbalanced',
        offset: this.index,
        expected: closingOf(opened.bracket),
        received: character,
        details: { openedLine: this.lineOf(opened.offset) },
      })
    }
    this.index++
  }

  private scanString(start: number): void {
    this.pendingComma = -1
    const { text } = this
    let end = start
    for (;;) {
      const quote = text.indexOf('"', end)
      const lineEnd = newlineBefore(text, end, quote < 0 ? text.length : quote)
      if (lineEnd >= 0) {
        this.repairString(start, lineEnd)
        return
      }
      if (quote < 0) {
        this.repairString(start, text.length)
        return
      }
      let backslashes = 0
      while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH && quote - 1 - backslashes >= start) backslashes++
      end = quote + 1
      if (backslashes % 2 === 0) break
    }
    this.index = end
  }

  /** Repairs a string that meets the end of its line, often because a wide quote closes it. */
  private repairString(start: number, lineEnd: number): void {
    const rest = this.text.slice(start, lineEnd)
    const wide = wideQuoteAtEnd(rest)
    if (wide >= 0) {
      this.repairQuote(start + wide)
      this.index = start + wide + 1
      return
    }
    this.stop({ code: 'document/syntax', offset: start - 1, expected: '"', received: 'end of line' })
  }

  private scanComment(): void {
    const next = this.text[this.index + 1]
    let end = -1
    if (next === '/') {
      end = this.text.indexOf('\n', this.index)
      if (end < 0) end = this.text.length
    } else if (next === '*') {
      end = this.text.indexOf('*/', this.index + 2)
      end = end < 0 ? this.text.length : end + 2
    } else {
      this.index++
      return
    }
    const comment = this.text.slice(this.index, end)
    this.repair('document/comment', this.index, comment.length, comment.replace(/[^\n\r]/g, ' '), {
      received: comment.slice(0, 40),
    })
    this.index = end
  }

  private scanNumber(): void {
    const { text } = this
    const start = this.index
    let exponent = false
    for (this.index++; this.index < text.length; this.index++) {
      const code = text.charCodeAt(this.index)
      if (code === 69 || code === 101) exponent = true
      else if (!((code >= 48 && code <= 57) || code === 46 || code === 43 || code === 45)) break
    }
    if (!exponent && this.index - start <= CERTAINLY_EXACT_LENGTH) return
    const fault = numberFault(text.slice(start, this.index), start)
    if (fault) this.faults.push(fault)
  }

  /** Scans a character outside ASCII and outside strings; each is a fault, and most have one right character. */
  private scanWide(): void {
    const character = this.text[this.index] ?? ''
    const right = rightCharacter(character)
    if (right === undefined) {
      this.pendingComma = -1
      this.index++
      return
    }
    if (right === '"') {
      this.repairQuote(this.index)
      this.scanWideString(this.index + 1, character)
      return
    }
    this.repair('document/full-width', this.index, 1, right, {
      received: character,
      expected: right,
      suggestion: right,
    })
    if (right === ' ') this.index++
    else if (/[-\d]/.test(right)) {
      this.pendingComma = -1
      this.index++
    } else this.scanStructure(right)
  }

  /** Scans a string that a wide quote opens; a quote of its kind or a plain one on the same line ends it. */
  private scanWideString(start: number, opening: string): void {
    this.pendingComma = -1
    const [line = ''] = this.text.slice(start, start + 10_000).split('\n', 1)
    const end = closingQuote(line, opening)
    if (end < 0) {
      this.stop({ code: 'document/syntax', offset: start - 1, expected: '"', received: 'end of line' })
      return
    }
    if (line[end] !== '"') this.repairQuote(start + end)
    this.index = start + end + 1
  }

  private repairQuote(offset: number): void {
    const received = this.text[offset] ?? ''
    this.repair('document/full-width', offset, 1, '"', { received, expected: '"', suggestion: '"' })
  }

  private repair(
    code: TextFault['code'],
    offset: number,
    length: number,
    by: string,
    facts: Omit<TextFault, 'code' | 'offset'>,
  ): void {
    this.faults.push({ code, offset, ...facts })
    this.repairs.add(offset, length, by)
  }

  private stop(fault: TextFault): void {
    this.faults.push(fault)
    this.readable = false
  }

  private lineOf(offset: number): number {
    return this.lines.position(offset).line
  }
}

function closingOf(bracket: string): string {
  return bracket === '{' ? '}' : ']'
}

function newlineBefore(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return -1
}
