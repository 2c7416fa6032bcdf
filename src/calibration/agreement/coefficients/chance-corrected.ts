import type { AgreementWeights, RatingTable } from '../tables/rating-table.js'
import { countLevels, weightMatrix } from '../tables/rating-table.js'
import type { Coefficients } from './coefficients.js'
import { WeightedAgreement } from './weighted-agreement.js'

/**
 * Computes the chance-corrected agreement of any number of raters with missing ratings, on the levels that the scale
 * declares.
 * Method: Gwet (2014), Handbook of Inter-Rater Reliability; standard errors by linearisation over calls, intervals by
 * Student's t with calls - 1 degrees of freedom, as R's irrCAC gives them.
 * @param table - calls by raters; a call with one rating counts for what levels are used, not for agreement
 * @param categories - all declared levels in rising order
 * @param confidence - of the intervals, as a fraction
 * @returns each coefficient, or the named reason why there is none
 * @throws CallgradeError `calibration/argument` for a rating that is no level
 * @example
 * chanceCorrected([[1, 1], [2, 2], [1, 2], [2, 2]], [1, 2], 'nominal').percent.observed //=> 0.75
 */
export function chanceCorrected(
  table: RatingTable,
  categories: readonly number[],
  weights: AgreementWeights,
  confidence = 0.95,
): Coefficients {
  return new WeightedAgreement(
    countLevels(table, categories),
    weightMatrix(categories, weights),
    confidence,
  ).coefficients()
}
