export { type BlandAltman, blandAltman } from './bland-altman.js'
export { type Coefficient, type Coefficients, chanceCorrected } from './chance-corrected.js'
export { type CohenKappa, cohenKappa } from './cohen-kappa.js'
export type { Figure, FigureInterval, UndefinedReason } from './figure.js'
export { type FleissKappa, fleissKappa } from './fleiss-kappa.js'
export { type IccForm, type IntraclassCorrelation, intraclassCorrelation } from './intraclass-correlation.js'
export { type KendallW, kendallW } from './kendall-w.js'
export { type AlphaMetric, type BootstrapOptions, krippendorffAlpha } from './krippendorff-alpha.js'
export { type PercentAgreement, percentAgreement } from './percent-agreement.js'
export {
  adjustedScore,
  type RaterEffect,
  type RaterScore,
  type RaterSeverity,
  raterSeverity,
  severityProbability,
} from './rater-severity.js'
export type { AgreementWeights, RatingTable } from './rating-table.js'
export { type TwoRaterAgreement, type TwoRaterOptions, twoRaterTable } from './two-rater-table.js'
