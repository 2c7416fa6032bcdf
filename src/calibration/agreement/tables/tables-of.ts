import { parseRubric, type Rubric } from '../../../rubric/index.js'
import type { JudgedCalls } from './judged-calls.js'
import type { RatingTables } from './rating-tables.js'
import { tablesOfEvaluations } from './tables-of-evaluations.js'
import { tablesOfRatings } from './tables-of-ratings.js'

/**
 * Puts ratings or evaluations in tables of calls by raters, in the order of first occurrence.
 * @throws CallgradeError `calibration/unknown-item`, `calibration/not-a-rating`, `calibration/rated-twice`, and what
 *   the scorer reports within a rating, with the place of each
 */
export function tablesOf(judged: JudgedCalls, rubric: Rubric): RatingTables {
  const sound = parseRubric(rubric)
  return 'evaluations' in judged
    ? tablesOfEvaluations(judged.evaluations, sound)
    : tablesOfRatings(judged.ratings, sound)
}
