import { MAXIMUM_TEXT_LENGTH } from '../../../documents/reading/size-limits.js'
import { LineSplitter } from './line-splitter.js'
import type { EvaluationText, SplitFault, Splitter } from './splitter.js'
import { ValueSplitter } from './value-splitter.js'

export type { EvaluationText, SplitFault }

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
