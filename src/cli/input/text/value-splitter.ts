import { MAXIMUM_TEXT_LENGTH } from '../../../documents/reading/size-limits.js'
import type { IssueCode } from '../../../issues/index.js'
import type { EvaluationText, SplitFault, Splitter } from './splitter.js'

/** Splits an array's elements, or values one after the other, by brackets and quotes alone. */
export class ValueSplitter implements Splitter {
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
      // A string never holds a line feed: one that seems to was not closed, and counting starts again.
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
