export type { ChartCounts } from './charts/chart-counts.js'
export type { ChartOptions, ChartPoint, ControlChart } from './charts/control-chart.js'
export { type CusumInput, type CusumPoint, cusum } from './charts/cusum.js'
export { type EwmaInput, type EwmaPoint, ewmaChart } from './charts/ewma-chart.js'
export { type FunnelLimit, funnelLimits } from './charts/funnel-limits.js'
export { type GChart, gChart } from './charts/g-chart.js'
export { type NelsonRule, nelsonRules, runsOnOneSide } from './charts/nelson-rules.js'
export { pChart } from './charts/p-chart.js'
export { type TChart, tChart } from './charts/t-chart.js'
export { uChart } from './charts/u-chart.js'
export { beta } from './distributions/beta.js'
export { binomial } from './distributions/binomial.js'
export { chiSquare } from './distributions/chi-square.js'
export { hypergeometric } from './distributions/hypergeometric.js'
export type { HypergeometricDraw } from './distributions/hypergeometric-draw.js'
export { normal } from './distributions/normal.js'
export { studentT } from './distributions/student-t.js'
export { sumOfDraws } from './distributions/sum-of-draws.js'
export { type DifferenceIntervalInput, differenceInterval } from './intervals/difference-interval.js'
export { differenceOfIntervals, type EstimateWithLimits } from './intervals/difference-of-intervals.js'
export { type EstimatedShare, effectiveSampleSize } from './intervals/effective-sample-size.js'
export type { Interval } from './intervals/interval.js'
export {
  type CountedProportion,
  type DesignProportion,
  type EffectiveProportion,
  type FinitePopulationProportion,
  type LogitProportion,
  type ProportionIntervalInput,
  proportionInterval,
} from './intervals/proportion-interval.js'
export {
  type AcceptancePlan,
  type AcceptancePlanInput,
  acceptancePlan,
  type RiskPoint,
} from './sizes/acceptance-plan.js'
export { type ComparisonSizeInput, comparisonSize } from './sizes/comparison-size.js'
export {
  type DiscoveryByCount,
  type DiscoveryByRate,
  type DiscoverySampleInput,
  discoverySample,
} from './sizes/discovery-sample.js'
export { type ErrorRateLimitInput, errorRateLimit } from './sizes/error-rate-limit.js'
export { type OperatingCurveInput, operatingCurve } from './sizes/operating-curve.js'
export {
  type MeanSampleSize,
  type SampleSizeInput,
  type ShareSampleSize,
  sampleSize,
  unroundedSampleSize,
} from './sizes/sample-size.js'
export { compareProportions, type ProportionComparison } from './tests/compare-proportions.js'
export { type FisherExact, fisherExact } from './tests/fisher-exact.js'
export type { OneSample, TwoSamples } from './tests/two-samples.js'
