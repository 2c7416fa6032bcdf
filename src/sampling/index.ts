export type { DocumentInput } from '../documents/plain-value.js'
export type { Rational } from '../rubric/rational.js'
export type { Purpose } from '../scoring/evaluation.js'
export type { AllocateOptions, AllocationGroup, AllocationMethod, AllocationStratum } from './allocate.js'
export { allocate } from './allocate.js'
export type { AllocationFloor } from './allocation-groups.js'
export type { ClassicalAllocation, MeasuredStratum } from './allocation-moments.js'
export type { AllocationBox } from './box-allocation.js'
export { boxAllocation } from './box-allocation.js'
export { budgetAllocation } from './budget-allocation.js'
export type { CollectedKeys, CollectedStratum } from './collect-keys.js'
export type { AgentCount, FrameCounter, FrameCounts, FrameOptions, StratumCount } from './count-frame.js'
export { countFrame, frameCounter, mergeFrameCounts } from './count-frame.js'
export type { DrawOptions, DrawPart, SampleDrawer } from './draw-sample.js'
export { drawSample, finishDraw, sampleDrawer } from './draw-sample.js'
export type { ApartReport, EstimateOptions, ScoreFigures, ScoreReport, VetoRate } from './estimate.js'
export { estimate } from './estimate.js'
export type { DomainOptions, MeasureKind } from './estimate-domain.js'
export { estimateDomain } from './estimate-domain.js'
export type { MeanOptions } from './estimate-mean.js'
export { estimateMean } from './estimate-mean.js'
export { estimatePostStratified } from './estimate-post-stratified.js'
export type { FoundInStratum, RateOptions } from './estimate-rate.js'
export { estimateRate, estimateRateFromCounts } from './estimate-rate.js'
export type { RatioStratum } from './estimate-ratio.js'
export { estimateRatio } from './estimate-ratio.js'
export type { CallValue, ValueOptions, ValueReport } from './estimate-values.js'
export { estimateValues } from './estimate-values.js'
export type { ZeroableMeanOptions } from './estimate-zeroable-mean.js'
export { estimateZeroableMean } from './estimate-zeroable-mean.js'
export type { EstimationManifest, MissingScores } from './estimation-manifest.js'
export type { DrawnStratum } from './estimation-none-found.js'
export { greatestUnseen } from './estimation-none-found.js'
export type { PostStratifiedOptions, PostStratumSample } from './estimation-post-strata.js'
export type { SurveyRateMethod } from './estimation-rate-methods.js'
export type { GroupReport, ReportOptions, SampleReport, StratumReport } from './estimation-report-types.js'
export type {
  Estimate,
  EstimatedFigure,
  EstimationMethod,
  EstimationNote,
  NotEstimable,
  NotEstimableReason,
  SingleCallPolicy,
} from './estimation-result.js'
export type { DomainStratum, EstimationOptions, StratumSample } from './estimation-strata.js'
export type { CellForm, FrameRow } from './frame-reader.js'
export { BrokenRow } from './frame-reader.js'
export { inclusionProbabilities } from './inclusion-probabilities.js'
export { integerBoxAllocation } from './integer-box-allocation.js'
export { manifestJsonSchema, samplingDesignJsonSchema } from './json-schema.js'
export { keyedUniform, selectionKey, uniformOf } from './keyed-uniform.js'
export type {
  DrawnCall,
  Manifest,
  ManifestInput,
  ManifestStratum,
  Replacement,
  ReplacementReason,
} from './manifest.js'
export { REPLACEMENT_REASONS } from './manifest.js'
export { minimumTotal } from './minimum-total.js'
export { neymanAllocation } from './neyman-allocation.js'
export type { ParetoOptions, ParetoUnit } from './pareto-sample.js'
export { paretoSample } from './pareto-sample.js'
export { parseManifest, safeParseManifest } from './parse-manifest.js'
export { parseSamplingDesign, safeParseSamplingDesign } from './parse-sampling-design.js'
export type { Budget, PlannedDomain, PlannedStratum, PlanOptions, SamplePlan } from './plan-sample.js'
export { planSample } from './plan-sample.js'
export { powerAllocation } from './power-allocation.js'
export { type PpsWeights, ppsWeights } from './pps-weights.js'
export { proportionalAllocation } from './proportional-allocation.js'
export type { CallReplacer, ReplacementRequest } from './replace-call.js'
export { callReplacer, replaceCall } from './replace-call.js'
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
} from './sampling-design.js'
export type { SamplingSql, SamplingSqlOptions, SqlDialectName } from './sampling-sql.js'
export { samplingSql } from './sampling-sql.js'
export { isSeed } from './seed.js'
export type { Sha256 } from './sha256.js'
export { hexOf, sha256 } from './sha256.js'
export type { KeyedCall } from './smallest-keys.js'
export type { StoredInstant } from './sql-dialect.js'
export type { SqlCountRows } from './sql-frame-counts.js'
export { frameCountsFromSql } from './sql-frame-counts.js'
export { manifestFromSql } from './sql-manifest.js'
export type { SqlRow } from './sql-rows.js'
export { type StratifiedSampleSizeOptions, stratifiedSampleSize } from './stratified-sample-size.js'
export type { StratumName } from './stratum-key.js'
export { stratumKey } from './stratum-key.js'
export { streamSample } from './stream-sample.js'
export type { SystematicOptions, SystematicSample } from './systematic-sample.js'
export { systematicSample } from './systematic-sample.js'
export type { SampleVerifier, Verification, VerifyOptions } from './verify-sample.js'
export { sampleVerifier, verifySample } from './verify-sample.js'
