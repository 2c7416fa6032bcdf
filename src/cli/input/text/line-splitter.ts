import { MAXIMUM_TEXT_LENGTH } from '../../../documents/reading/size-limits.js'
import type { EvaluationText, SplitFault, Splitter } from './splitter.js'

/** Splits JSONL: one value a line. */
export class LineSplitter implements Splitter {
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
