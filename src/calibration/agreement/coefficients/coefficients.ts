import type { Figure } from '../figure.js'

/** A chance-corrected coefficient with what it is made of. */
export interface Coefficient {
  readonly figure: Figure
  /** Observed agreement, 0 to 1. */
  readonly observed: number
  /** Agreement expected by chance, by the coefficient's own idea of chance. */
  readonly expected: number
}

/** All coefficients of one table under one set of weights. */
export interface Coefficients {
  /** Gwet's AC1 with nominal weights, AC2 with others: chance is that raters guess only on what is hard. */
  readonly ac: Coefficient
  /** Fleiss' kappa, generalised: chance is the share of each level over all raters. */
  readonly fleiss: Coefficient
  /** Conger's kappa, Cohen's for two raters: chance is each rater's own share of each level. */
  readonly conger: Coefficient
  /** Chance is that every level is as likely. */
  readonly brennanPrediger: Coefficient
  /** Krippendorff's alpha with the small-sample correction. */
  readonly krippendorff: Coefficient
  /** No correction at all. */
  readonly percent: Coefficient
}
