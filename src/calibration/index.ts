export type { RatingScale } from '../rubric/items/comparison.js'
export { type AgreementReport, agreement } from './agreement/agreement.js'
export type { AgreementOptions } from './agreement/agreement-options.js'
export type { Discussion } from './agreement/calls-to-discuss.js'
export { type BlandAltman, blandAltman } from './agreement/coefficients/bland-altman.js'
export { chanceCorrected } from './agreement/coefficients/chance-corrected.js'
export type { Coefficient, Coefficients } from './agreement/coefficients/coefficients.js'
export { type CohenKappa, cohenKappa } from './agreement/coefficients/cohen-kappa.js'
export { type FleissKappa, fleissKappa } from './agreement/coefficients/fleiss-kappa.js'
export {
  type IccForm,
  type IntraclassCorrelation,
  intraclassCorrelation,
} from './agreement/coefficients/intraclass-correlation.js'
export { type KendallW, kendallW } from './agreement/coefficients/kendall-w.js'
export {
  type AlphaMetric,
  type BootstrapOptions,
  krippendorffAlpha,
} from './agreement/coefficients/krippendorff-alpha.js'
export { type PercentAgreement, percentAgreement } from './agreement/coefficients/percent-agreement.js'
export {
  type TwoRaterAgreement,
  type TwoRaterOptions,
  twoRaterTable,
} from './agreement/coefficients/two-rater-table.js'
export type { Figure, FigureInterval, UndefinedReason } from './agreement/figure.js'
export { type FigureName, figureOf, type NamedFigure } from './agreement/named-figures.js'
export type { RaterDeviation } from './agreement/rater-deviations.js'
export type { JudgedCalls, RaterRating } from './agreement/tables/judged-calls.js'
export type { AgreementWeights, RatingTable } from './agreement/tables/rating-table.js'
export type { TargetAgreement } from './agreement/target-agreement.js'
export type { BiasCheck } from './certification/bias-check.js'
export type { CalibrationCall } from './certification/calibration-call.js'
export { type CalibrationSize, calibrationSize } from './certification/calibration-size.js'
export type { CertificationCheck } from './certification/certification-check.js'
export { type Certification, type CertificationRule, certify } from './certification/certify.js'
export {
  type CalibrationCandidate,
  type CalibrationPlan,
  type CalibrationPlanOptions,
  planCalibration,
} from './certification/plan-calibration.js'
export type { ShareCheck } from './certification/share-check.js'
export type { VetoCheck } from './certification/veto-check.js'
export { adjustedScore } from './raters/adjusted-score.js'
export {
  compareWithReference,
  type ItemComparison,
  type RaterComparison,
  type ReferenceReport,
} from './raters/compare-with-reference.js'
export type { RaterScore } from './raters/rater-score.js'
export { type RaterEffect, type RaterSeverity, raterSeverity } from './raters/rater-severity.js'
export { severityProbability } from './raters/severity-probability.js'
export { type Rescoring, rescore } from './review/rescore.js'
export type { RescoredEvaluation } from './review/rescored-evaluation.js'
export type { ReviewAppeal } from './review/review-appeal.js'
export type { ReviewChanges, ReviewEvent, ReviewPolicy, ReviewTier, ReviewTopic } from './review/review-event.js'
export { type ReviewOptions, type ReviewState, reviewState } from './review/review-state.js'
export type { ReviewedScore } from './review/reviewed-score.js'
export type { VersionImpact } from './review/version-impact.js'
