export { type AcceptancePlan, type AcceptancePlanInput, acceptancePlan, type RiskPoint } from './acceptance-plan.js'
export { beta } from './beta.js'
export { binomial } from './binomial.js'
export { chiSquare } from './chi-square.js'
export { compareProportions, type ProportionComparison } from './compare-proportions.js'
export { type ComparisonSizeInput, comparisonSize } from './comparison-size.js'
export type { ChartOptions, ChartPoint, ControlChart } from './control-chart.js'
export { type ChartCounts, pChart, uChart } from './count-charts.js'
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
export { type FunnelLimit, funnelLimits } from './funnel-limits.js'
export { type HypergeometricDraw, hypergeometric } from './hypergeometric.js'
export type { Interval } from './interval.js'
export { type CusumInput, type CusumPoint, cusum, type EwmaInput, type EwmaPoint, ewmaChart } from './memory-charts.js'
export { type NelsonRule, nelsonRules, runsOnOneSide } from './nelson-rules.js'
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
export { type GChart, gChart, type TChart, tChart } from './rare-event-charts.js'
export {
  type MeanSampleSize,
  type SampleSizeInput,
  type ShareSampleSize,
  sampleSize,
  unroundedSampleSize,
} from './sample-size.js'
export { studentT } from './student-t.js'
export { sumOfDraws } from './sum-of-draws.js'
export type { OneSample, TwoSamples } from './two-samples.js'
