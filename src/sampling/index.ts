export type { DocumentInput } from '../documents/plain-value.js'
export type { CollectedKeys, CollectedStratum } from './collect-keys.js'
export type { AgentCount, FrameCounter, FrameCounts, FrameOptions, StratumCount } from './count-frame.js'
export { countFrame, frameCounter, mergeFrameCounts } from './count-frame.js'
export type { DrawOptions, DrawPart, SampleDrawer } from './draw-sample.js'
export { drawSample, finishDraw, sampleDrawer } from './draw-sample.js'
export type { CellForm, FrameRow } from './frame-reader.js'
export type {
  DrawnCall,
  Manifest,
  ManifestInput,
  ManifestStratum,
  Purpose,
  Replacement,
  ReplacementReason,
} from './manifest.js'
export { REPLACEMENT_REASONS } from './manifest.js'
export { parseManifest, safeParseManifest } from './parse-manifest.js'
export { parseSamplingDesign, safeParseSamplingDesign } from './parse-sampling-design.js'
export type { Budget, PlannedDomain, PlannedStratum, PlanOptions, SamplePlan } from './plan-sample.js'
export { planSample } from './plan-sample.js'
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
export type { Sha256 } from './sha256.js'
export { sha256 } from './sha256.js'
export type { KeyedCall } from './smallest-keys.js'
export type { StratumName } from './stratum-key.js'
export { stratumKey } from './stratum-key.js'
export type { SampleVerifier, Verification, VerifyOptions } from './verify-sample.js'
export { sampleVerifier, verifySample } from './verify-sample.js'
