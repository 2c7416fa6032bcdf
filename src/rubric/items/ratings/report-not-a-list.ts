import { excerptOf } from '../../../issues/excerpt-of.js'
import type { RatingPath, ReportIssue } from './reading.js'

/**
 * Reports a rating that should be a list, and suggests the list of one entry where the rating is the name of an entry.
 * @param entries - ids that the list may hold
 */
export function reportNotAList(
  rating: unknown,
  entries: { has: (id: string) => boolean },
  item: { readonly id: string },
  path: RatingPath,
  report: ReportIssue,
): void {
  const suggestion = typeof rating === 'string' && entries.has(rating) ? `[${JSON.stringify(rating)}]` : undefined
  report({
    code: 'evaluation/rating-type',
    path,
    expected: 'list',
    received: excerptOf(rating),
    ...(suggestion !== undefined && { suggestion }),
    details: { item: item.id },
  })
}
