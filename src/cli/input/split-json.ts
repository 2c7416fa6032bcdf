import { MAXIMUM_TEXT_LENGTH } from '../../documents/reading/limits.js'
import type { IssueCode } from '../../issues/index.js'

/** The text of one evaluation with its place in the file; lines and columns count from 1. */
export interface EvaluationText {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A fault between evaluations. */
export interface SplitFault {
  readonly code: IssueCode
  readonly line: number
  readonly column: number
  readonly expected?: string
  readonly received?: string
}

/**
 * Splits a stream of text into evaluations: a JSON array, JSON values one after the other, or one a line (JSONL).
 * A line that is broken is one broken evaluation, and the next line is read as ever.
 */
export async function* splitEvaluations(
  pieces: AsyncIterable<string>,
): AsyncGenerator<EvaluationText | SplitFault, void, undefined> {
  for await (const parts of splitPieces(pieces)) yield* parts
}

/**
 * The same without waiting between evaluations, for a million of them: of each piece of text what ended in it, to be
 * taken before the next piece is asked for.
 */
export async function* splitPieces(
  pieces: AsyncIterable<string>,
): AsyncGenerator<Iterable<EvaluationText | SplitFault>, void, undefined> {
  let splitter: Splitter | undefined
  let head = ''
  for await (const piece of pieces) {
    if (splitter) yield splitter.push(piece)
    else {
      head += piece
      splitter = splitterFor(head, false)
      if (splitter) yield splitter.push(head)
    }
  }
  if (!splitter) {
    splitter = splitterFor(head, true)
    if (splitter) yield splitter.push(head)
  }
  if (splitter) yield splitter.end()
}

interface Splitter {
  push(piece: string): Iterable<EvaluationText | SplitFault>
  end(): Iterable<EvaluationText | SplitFault>
}

/** Chooses by the first line; undefined while it is not complete. */
function splitterFor(head: string, isAll: boolean): Splitter | undefined {
  const start = head.search(/[^\s\ufeff]/u)
  if (start < 0) return undefined
  // JSON by its first character, also when a Chinese keyboard wrote it.
  if (/[[［【]/u.test(head[start] ?? '')) return new ValueSplitter(true)
  const end = head.indexOf('\n', start)
  if (end < 0 && !isAll && head.length < MAXIMUM_TEXT_LENGTH) return undefined
  // A first line that opens more than it closes begins a value over several lines.
  return isUnfinished(head.slice(start, end < 0 ? undefined : end)) && end >= 0
    ? new ValueSplitter(false)
    : new LineSplitter()
}

function isUnfinished(line: string): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < line.length; at++) {
    const character = line[at]
    if (isString) {
      if (character === '\\') at++
      else if (character === '"') isString = false
    } else if (character === '"') isString = true
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
  }
  return depth > 0 && !isString
}

class LineSplitter implements Splitter {
  private rest = ''
  private line = 0
  /** Whether a line that is too long is being passed over. */
  private isSkipping = false;

  *push(piece: string): Iterable<EvaluationText | SplitFault> {
    const text = this.rest + piece
    let from = 0
    if (this.isSkipping) {
      from = text.indexOf('\n') + 1
      if (from === 0) return
      this.isSkipping = false
      this.line++
    }
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const taken = this.take(text.slice(from, end))
      if (taken) yield taken
      from = end + 1
    }
    this.rest = text.slice(from)
    if (this.rest.length > MAXIMUM_TEXT_LENGTH) {
      yield { code: 'document/too-large', line: this.line + 1, column: 1, expected: `<= ${MAXIMUM_TEXT_LENGTH}` }
      this.rest = ''
      this.isSkipping = true
    }
  }

  *end(): Iterable<EvaluationText | SplitFault> {
    const taken = this.rest === '' ? undefined : this.take(this.rest)
    if (taken) yield taken
  }

  private take(written: string): EvaluationText | undefined {
    this.line++
    const text = written.endsWith('\r') ? written.slice(0, -1) : written
    return text.trim() === '' ? undefined : { text, line: this.line, column: 1 }
  }
}

/** Splits an array's elements, or values one after the other, by brackets and quotes alone. */
class ValueSplitter implements Splitter {
  private value = ''
  private depth = 0
  private isString = false
  private isEscaped = false
  private line = 1
  private column = 0
  private startLine = 1
  private startColumn = 1
  /** Before the array, before a value, in a value, behind a value, behind the array. */
  private state: 'start' | 'before' | 'in' | 'behind' | 'done'
  private hasStopped = false
  /** Whether a comma was the last thing read between values. */
  private commaAt: { readonly line: number; readonly column: number } | undefined

  constructor(private readonly isArray: boolean) {
    this.state = isArray ? 'start' : 'before'
  }

  *push(piece: string): Iterable<EvaluationText | SplitFault> {
    // The part of the piece that belongs to the open value is cut out at once, not character by character.
    let from = this.state === 'in' ? 0 : -1
    for (let at = 0; at < piece.length && !this.hasStopped; at++) {
      const character = piece[at] ?? ''
      this.column++
      if (this.state === 'in') {
        if (this.closes(character)) {
          this.value += piece.slice(from, at + 1)
          from = -1
          yield* this.finish()
        }
      } else if (/[\s\ufeff]/u.test(character)) {
        // White space between values.
      } else if (this.state === 'start') this.state = 'before'
      else if (this.state === 'done') yield* this.stop('document/syntax', 'end of text', character)
      else if (this.isArray && character === ']') {
        if (this.commaAt) yield { code: 'document/trailing-comma', ...this.commaAt, received: ',' }
        this.state = 'done'
      } else if (this.isArray && (character === ',' || character === '，')) {
        if (this.state === 'before')
          yield { code: 'document/syntax', line: this.line, column: this.column, expected: '{', received: character }
        else if (character === '，')
          yield {
            code: 'document/full-width',
            line: this.line,
            column: this.column,
            expected: ',',
            received: character,
          }
        this.state = 'before'
        this.commaAt = { line: this.line, column: this.column }
      } else {
        if (this.isArray && this.state === 'behind')
          yield {
            code: 'document/missing-comma',
            line: this.line,
            column: this.column,
            expected: ',',
            received: character,
          }
        this.state = 'in'
        this.commaAt = undefined
        this.startLine = this.line
        this.startColumn = this.column
        from = at
        if (this.closes(character)) {
          this.value = piece.slice(from, at + 1)
          from = -1
          yield* this.finish()
        }
      }
      if (character === '\n') {
        this.line++
        this.column = 0
      }
    }
    if (this.state === 'in' && from >= 0) {
      this.value += piece.slice(from)
      if (this.value.length > MAXIMUM_TEXT_LENGTH)
        yield* this.stop('document/too-large', `<= ${MAXIMUM_TEXT_LENGTH}`, undefined)
    }
  }

  *end(): Iterable<EvaluationText | SplitFault> {
    if (this.hasStopped) return
    if (this.state === 'in') yield* this.finish()
    if (this.isArray && this.state !== 'done')
      yield {
        code: 'document/unbalanced',
        line: this.line,
        column: this.column + 1,
        expected: ']',
        received: 'end of text',
      }
  }

  /** Whether the character ends the open value; keeps count of brackets and quotes. */
  private closes(character: string): boolean {
    if (this.isString) {
      if (this.isEscaped) this.isEscaped = false
      else if (character === '\\') this.isEscaped = true
      // A string never holds a line feed: one that seems to was not closed, and the count starts anew.
      else if (character === '"' || character === '\n') this.isString = false
      return false
    }
    if (character === '"') this.isString = true
    else if (character === '{' || character === '[') this.depth++
    else if (character === '}' || character === ']') this.depth--
    return this.depth <= 0 && !this.isString && (character === '}' || character === ']' || /[\s,]/u.test(character))
  }

  private *finish(): Iterable<EvaluationText> {
    yield { text: this.value, line: this.startLine, column: this.startColumn }
    this.value = ''
    this.depth = 0
    this.isString = false
    this.state = 'behind'
  }

  private *stop(code: IssueCode, expected: string, received: string | undefined): Iterable<SplitFault> {
    this.hasStopped = true
    yield { code, line: this.line, column: this.column, expected, ...(received !== undefined && { received }) }
  }
}
