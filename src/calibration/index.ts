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
} from './agreement/agreement.js'
export { type BlandAltman, blandAltman } from './agreement/bland-altman.js'
export { type Coefficient, type Coefficients, chanceCorrected } from './agreement/chance-corrected.js'
export { type CohenKappa, cohenKappa } from './agreement/cohen-kappa.js'
export type { Figure, FigureInterval, UndefinedReason } from './agreement/figure.js'
export { type FleissKappa, fleissKappa } from './agreement/fleiss-kappa.js'
export { type IccForm, type IntraclassCorrelation, intraclassCorrelation } from './agreement/intraclass-correlation.js'
export type { JudgedCalls, RaterRating, RatingScale } from './agreement/judged-calls.js'
export { type KendallW, kendallW } from './agreement/kendall-w.js'
export { type AlphaMetric, type BootstrapOptions, krippendorffAlpha } from './agreement/krippendorff-alpha.js'
export { type PercentAgreement, percentAgreement } from './agreement/percent-agreement.js'
export type { AgreementWeights, RatingTable } from './agreement/rating-table.js'
export { type TwoRaterAgreement, type TwoRaterOptions, twoRaterTable } from './agreement/two-rater-table.js'
export {
  type CalibrationCall,
  type Certification,
  type CertificationCheck,
  type CertificationRule,
  certify,
} from './certification/certify.js'
export {
  type CalibrationCandidate,
  type CalibrationPlan,
  type CalibrationPlanOptions,
  type CalibrationSize,
  calibrationSize,
  planCalibration,
} from './certification/plan-calibration.js'
export {
  compareWithReference,
  type ItemComparison,
  type RaterComparison,
  type ReferenceReport,
} from './raters/compare-with-reference.js'
export {
  adjustedScore,
  type RaterEffect,
  type RaterScore,
  type RaterSeverity,
  raterSeverity,
  severityProbability,
} from './raters/rater-severity.js'
export { type RescoredEvaluation, type Rescoring, rescore, type VersionImpact } from './review/rescore.js'
export type { ReviewAppeal } from './review/review-appeal.js'
export type {
  ReviewChanges,
  ReviewEvent,
  ReviewPolicy,
  ReviewTier,
  ReviewTopic,
} from './review/review-event.js'
export { type ReviewOptions, type ReviewState, reviewState } from './review/review-state.js'
export type { ReviewedScore } from './review/reviewed-score.js'
