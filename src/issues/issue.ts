import type { IssueCode } from './issue-code.js'

/** One step into a document: a key of an object or an index of an array. */
export type PathSegment = string | number

/** Place of a fault in a text. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
  /** UTF-16 units before the place, from 0; a byte-order mark is not counted. */
  readonly offset: number
}

/**
 * One fault, as data. Prose is made by `messageOf` alone, so that every language says the same.
 */
export interface Issue {
  /** `capability/reason`; part of the public interface. */
  readonly code: IssueCode
  /** `error` refuses the document; `warning` is legal but worth a look. */
  readonly severity: 'error' | 'warning'
  /** From the root of the document to the value at fault; empty for the document itself. */
  readonly path: readonly PathSegment[]
  /** Known when the document was given as text. */
  readonly position?: Position
  /** The value that would have been right, in a notation of no language: `number`, `"ratio" | "span"`, `0..6`. */
  readonly expected?: string
  /** The value at the path, shortened, as JSON. */
  readonly received?: string
  /** The value that was probably meant; for names the name itself. */
  readonly suggestion?: string
  /** Further facts that the message names, by name. */
  readonly details?: Readonly<Record<string, string | number>>
}

/** The outcome of the `safe` functions: a value, or at least one issue. */
export type Result<T> =
  | { readonly success: true; readonly data: T; readonly issues?: undefined }
  | { readonly success: false; readonly issues: readonly [Issue, ...Issue[]]; readonly data?: undefined }

/** Languages in which every message exists. */
export type Language = 'en' | 'zh-CN'

/**
 * Writes a path the way people point at it.
 * @example
 * formatPath(['sections', 0, 'items', 2, 'scale']) //=> 'sections[0].items[2].scale'
 */
export function formatPath(path: readonly PathSegment[]): string {
  let text = ''
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`
    else if (/^[\p{L}\p{N}_$-]+$/u.test(segment)) text += text === '' ? segment : `.${segment}`
    else text += `[${JSON.stringify(segment)}]`
  }
  return text
}
