export {
  type AgreementOptions,
  type AgreementReport,
  agreement,
  type Discussion,
  type FigureName,
  figureOf,
  type NamedFigure,
  type RaterDeviation,
  type TargetAgreement,
} from './agreement.js'
export { type BlandAltman, blandAltman } from './bland-altman.js'
export {
  type CalibrationCall,
  type Certification,
  type CertificationCheck,
  type CertificationRule,
  certify,
} from './certify.js'
export { type Coefficient, type Coefficients, chanceCorrected } from './chance-corrected.js'
export { type CohenKappa, cohenKappa } from './cohen-kappa.js'
export {
  compareWithReference,
  type ItemComparison,
  type RaterComparison,
  type ReferenceReport,
} from './compare-with-reference.js'
export type { Figure, FigureInterval, UndefinedReason } from './figure.js'
export { type FleissKappa, fleissKappa } from './fleiss-kappa.js'
export { type IccForm, type IntraclassCorrelation, intraclassCorrelation } from './intraclass-correlation.js'
export type { JudgedCalls, RaterRating, RatingScale } from './judged-calls.js'
export { type KendallW, kendallW } from './kendall-w.js'
export { type AlphaMetric, type BootstrapOptions, krippendorffAlpha } from './krippendorff-alpha.js'
export { type PercentAgreement, percentAgreement } from './percent-agreement.js'
export {
  type CalibrationCandidate,
  type CalibrationPlan,
  type CalibrationPlanOptions,
  type CalibrationSize,
  calibrationSize,
  planCalibration,
} from './plan-calibration.js'
export {
  adjustedScore,
  type RaterEffect,
  type RaterScore,
  type RaterSeverity,
  raterSeverity,
  severityProbability,
} from './rater-severity.js'
export type { AgreementWeights, RatingTable } from './rating-table.js'
export { type RescoredEvaluation, type Rescoring, rescore, type VersionImpact } from './rescore.js'
export type {
  ReviewChanges,
  ReviewEvent,
  ReviewPolicy,
  ReviewTier,
  ReviewTopic,
} from './review-event.js'
export {
  type ReviewAppeal,
  type ReviewedScore,
  type ReviewOptions,
  type ReviewState,
  reviewState,
} from './review-state.js'
export { type TwoRaterAgreement, type TwoRaterOptions, twoRaterTable } from './two-rater-table.js'
