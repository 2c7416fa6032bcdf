import { CallgradeError } from '../../../issues/callgrade-error.js'
import { issueOf } from '../../../issues/issue-of.js'
import { unknownName } from '../../../issues/unknown-name.js'
import type { RatingTables } from './rating-tables.js'

/**
 * Returns the place of a rater in tables.
 * @throws CallgradeError `calibration/unknown-rater` where no rating has that rater
 */
export function raterPlace({ raters }: RatingTables, raterId: string): number {
  const place = raters.indexOf(raterId)
  if (place >= 0) return place
  const draft = unknownName({ code: 'calibration/unknown-rater', path: ['reference'], name: raterId, known: raters })
  throw new CallgradeError([issueOf(draft, undefined)])
}
