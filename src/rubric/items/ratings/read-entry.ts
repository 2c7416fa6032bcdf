import { excerptOf } from '../../../issues/excerpt-of.js'
import { unknownName } from '../../../issues/unknown-name.js'
import type { RatingPath, ReportIssue } from './reading.js'

const RATING_KEYS: ReadonlySet<string> = new Set(['rating', 'comment', 'evidence', 'note'])

/** Keys of a marked veto or bonus. */
export const MARK_KEYS: ReadonlySet<string> = new Set(['id', 'comment', 'evidence', 'note'])

/** Reads `id` or `{"id", ...}`; returns undefined for anything else, which is reported. */
export function readMark(
  entry: unknown,
  path: RatingPath,
  keys: ReadonlySet<string>,
  report: ReportIssue,
  details?: { readonly item: string },
): { readonly id: string; readonly count?: unknown; readonly isEntry: boolean } | undefined {
  if (typeof entry === 'string') return { id: entry, isEntry: false }
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    checkEntryKeys(entry, path, keys, report)
    const { id, count } = entry as { readonly id?: unknown; readonly count?: unknown }
    if (typeof id === 'string') return { id, isEntry: true, ...(count !== undefined && { count }) }
    report(
      id === undefined
        ? { code: 'document/missing-key', path: [...path, 'id'], expected: 'string' }
        : { code: 'document/type', path: [...path, 'id'], expected: 'string', received: excerptOf(id) },
    )
    return undefined
  }
  report({
    code: 'evaluation/rating-type',
    path,
    expected: '"id" | {"id": ...}',
    received: excerptOf(entry),
    ...(details && { details }),
  })
  return undefined
}

/** Takes the rating out of `{"rating", "comment", ...}`; any other value is the rating itself. */
export function unwrapRating(given: unknown, path: RatingPath, report: ReportIssue): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  checkEntryKeys(given, path, RATING_KEYS, report)
  return (given as { readonly rating?: unknown }).rating
}

function checkEntryKeys(entry: object, path: RatingPath, keys: ReadonlySet<string>, report: ReportIssue): void {
  for (const key of Object.keys(entry)) {
    if (keys.has(key)) continue
    report(unknownName({ code: 'document/unknown-key', path: [...path, key], at: 'key', name: key, known: keys }))
  }
  const { comment } = entry as { readonly comment?: unknown }
  if (comment !== undefined && typeof comment !== 'string')
    report({ code: 'document/type', path: [...path, 'comment'], expected: 'string', received: excerptOf(comment) })
}
