export type { DocumentInput } from '../documents/reading/plain-copy.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export type { Rational } from '../rubric/exact/rational.js'
export type { Purpose } from '../scoring/evaluation/evaluation.js'
export type { AllocateOptions, AllocationGroup, AllocationMethod, AllocationStratum } from './allocation/allocate.js'
export { allocate } from './allocation/allocate.js'
export type { AllocationBox } from './allocation/allocation-box.js'
export type { AllocationFloor } from './allocation/allocation-floor.js'
export { boxAllocation } from './allocation/box-allocation.js'
export { budgetAllocation } from './allocation/budget-allocation.js'
export type { ClassicalAllocation } from './allocation/classical-allocation.js'
export { integerBoxAllocation } from './allocation/integer-box-allocation.js'
export type { MeasuredStratum } from './allocation/measured-stratum.js'
export { neymanAllocation } from './allocation/neyman-allocation.js'
export { powerAllocation } from './allocation/power-allocation.js'
export { proportionalAllocation } from './allocation/proportional-allocation.js'
export type { CallReplacer } from './audit/call-replacer.js'
export { callReplacer } from './audit/call-replacer.js'
export { replaceCall } from './audit/replace-call.js'
export type { ReplacementRequest } from './audit/replacement-request.js'
export type { SampleVerifier } from './audit/sample-verifier.js'
export { sampleVerifier } from './audit/sample-verifier.js'
export type { Verification, VerifyOptions } from './audit/verification.js'
export { verifySample } from './audit/verify-sample.js'
export { parseSamplingDesign, safeParseSamplingDesign } from './design/parse-sampling-design.js'
export type {
  AllocationRule,
  CoverageRule,
  FieldDefinition,
  FieldRole,
  FieldType,
  PerAgentRule,
  Precision,
  SamplingDesign,
  SlotDimension,
  StratumDimension,
  TargetedRule,
} from './design/sampling-design.js'
export { samplingDesignJsonSchema } from './design/sampling-design-json-schema.js'
export { samplingDesignStandardSchema } from './design/sampling-design-standard-schema.js'
export type { StratumName } from './design/stratum-key.js'
export { stratumKey } from './design/stratum-key.js'
export type { CollectedKeys, CollectedStratum } from './draw/collected-keys.js'
export type { DrawOptions } from './draw/draw-options.js'
export type { DrawPart } from './draw/draw-part.js'
export { drawSample } from './draw/draw-sample.js'
export { finishDraw } from './draw/finish-draw.js'
export type { SampleDrawer } from './draw/sample-drawer.js'
export { sampleDrawer } from './draw/sample-drawer.js'
export type { DomainOptions } from './estimation/domains/domain-estimate.js'
export { estimateDomain } from './estimation/domains/estimate-domain.js'
export { estimatePostStratified } from './estimation/domains/estimate-post-stratified.js'
export type { ApartReport, EstimateOptions, ScoreFigures, ScoreReport, VetoRate } from './estimation/estimate.js'
export { estimate } from './estimation/estimate.js'
export type {
  Estimate,
  EstimatedFigure,
  EstimationMethod,
  EstimationNote,
  NotEstimable,
  NotEstimableReason,
  SingleCallPolicy,
} from './estimation/estimate-result.js'
export type { CallValue, ValueOptions, ValueReport } from './estimation/estimate-values.js'
export { estimateValues } from './estimation/estimate-values.js'
export type { MeanOptions } from './estimation/means/estimate-mean.js'
export { estimateMean } from './estimation/means/estimate-mean.js'
export type { RatioStratum } from './estimation/means/estimate-ratio.js'
export { estimateRatio } from './estimation/means/estimate-ratio.js'
export type { ZeroableMeanOptions } from './estimation/means/estimate-zeroable-mean.js'
export { estimateZeroableMean } from './estimation/means/estimate-zeroable-mean.js'
export type { MeasureKind } from './estimation/measure-kind.js'
export { estimateRate } from './estimation/rates/estimate-rate.js'
export type { FoundInStratum } from './estimation/rates/estimate-rate-from-counts.js'
export { estimateRateFromCounts } from './estimation/rates/estimate-rate-from-counts.js'
export type { DrawnStratum } from './estimation/rates/greatest-unseen.js'
export { greatestUnseen } from './estimation/rates/greatest-unseen.js'
export type { RateOptions } from './estimation/rates/rate-options.js'
export type { SurveyRateMethod } from './estimation/rates/survey-rate.js'
export type { EstimationManifest, MissingScores } from './estimation/report/join-to-sample.js'
export type { GroupReport, ReportOptions, SampleReport, StratumReport } from './estimation/report/sample-report.js'
export type { EstimationOptions } from './estimation/strata/estimation-options.js'
export type { PostStratifiedOptions, PostStratumSample } from './estimation/strata/post-stratum-sample.js'
export type { DomainStratum, StratumSample } from './estimation/strata/stratum-sample.js'
export { countFrame } from './frame/count-frame.js'
export type { FrameCounter } from './frame/frame-counter.js'
export { frameCounter } from './frame/frame-counter.js'
export type { AgentCount, FrameCounts, StratumCount } from './frame/frame-counts.js'
export type { FrameOptions } from './frame/frame-options.js'
export { mergeFrameCounts } from './frame/merge-frame-counts.js'
export { BrokenRow } from './frame/reading/broken-row.js'
export type { CellForm, FrameRow } from './frame/reading/frame-row.js'
export { hexOf } from './keys/hex-of.js'
export { isSeed } from './keys/is-seed.js'
export type { KeyedCall } from './keys/keyed-call.js'
export { keyedUniform, uniformOf } from './keys/keyed-uniform.js'
export { selectionKey } from './keys/selection-key.js'
export type { Sha256 } from './keys/sha256.js'
export { sha256 } from './keys/sha256.js'
export type {
  DrawnCall,
  Manifest,
  ManifestInput,
  ManifestStratum,
  Replacement,
  ReplacementReason,
} from './manifest/manifest.js'
export { REPLACEMENT_REASONS } from './manifest/manifest.js'
export { manifestJsonSchema } from './manifest/manifest-json-schema.js'
export { parseManifest, safeParseManifest } from './manifest/parse-manifest.js'
export { inclusionProbabilities } from './selection/inclusion-probabilities.js'
export type { ParetoOptions, ParetoUnit } from './selection/pareto-sample.js'
export { paretoSample } from './selection/pareto-sample.js'
export { type PpsWeights, ppsWeights } from './selection/pps-weights.js'
export { streamSample } from './selection/stream-sample.js'
export type { SystematicOptions, SystematicSample } from './selection/systematic-sample.js'
export { systematicSample } from './selection/systematic-sample.js'
export { minimumTotal } from './size/minimum-total.js'
export { planSample } from './size/plan-sample.js'
export type { Budget, PlannedDomain, PlannedStratum, PlanOptions, SamplePlan } from './size/sample-plan.js'
export { type StratifiedSampleSizeOptions, stratifiedSampleSize } from './size/stratified-sample-size.js'
export type { StoredInstant } from './sql/dialects/sql-dialect.js'
export type { SqlCountRows } from './sql/frame-counts-from-sql.js'
export { frameCountsFromSql } from './sql/frame-counts-from-sql.js'
export { manifestFromSql } from './sql/manifest-from-sql.js'
export type { SamplingSql, SamplingSqlOptions, SqlDialectName } from './sql/sampling-sql.js'
export { samplingSql } from './sql/sampling-sql.js'
export type { SqlRow } from './sql/sql-row.js'
