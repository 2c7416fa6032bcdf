export { type AcceptancePlan, type AcceptancePlanInput, acceptancePlan, type RiskPoint } from './acceptance-plan.js'
export { beta } from './beta.js'
export { binomial } from './binomial.js'
export { compareProportions, type ProportionComparison } from './compare-proportions.js'
export { type DifferenceIntervalInput, differenceInterval } from './difference-interval.js'
export { differenceOfIntervals, type EstimateWithLimits } from './difference-of-intervals.js'
export {
  type DiscoveryByCount,
  type DiscoveryByRate,
  type DiscoverySampleInput,
  discoverySample,
} from './discovery-sample.js'
export { type EstimatedShare, effectiveSampleSize } from './effective-sample-size.js'
export { type ErrorRateLimitInput, errorRateLimit } from './error-rate-limit.js'
export { type FisherExact, fisherExact } from './fisher-exact.js'
export { type HypergeometricDraw, hypergeometric } from './hypergeometric.js'
export type { Interval } from './interval.js'
export { normal } from './normal.js'
export { type OperatingCurveInput, operatingCurve } from './operating-curve.js'
export {
  type CountedProportion,
  type DesignProportion,
  type EffectiveProportion,
  type FinitePopulationProportion,
  type LogitProportion,
  type ProportionIntervalInput,
  proportionInterval,
} from './proportion-interval.js'
export {
  type MeanSampleSize,
  type SampleSizeInput,
  type ShareSampleSize,
  sampleSize,
  unroundedSampleSize,
} from './sample-size.js'
export { studentT } from './student-t.js'
export type { OneSample, TwoSamples } from './two-samples.js'
