import { studentT } from '../distributions/student-t.js'

/**
 * Computes the effective size of a complex sample for a share: that of the simple random sample with the same standard
 * error, lowered by the ratio of Student's t for the degrees of freedom that strata cost.
 * Method: Korn and Graubard (1998), p (1 - p) / se^2 x (t(n - 1) / t(df))^2.
 * @param share.proportion - estimated share, above 0 and below 1
 * @param share.standardError - by the design, above 0
 * @param share.sampleSize - calls in the sample, 2 or more
 * @param share.degreesOfFreedom - of the design, above 0
 * @param share.confidence - two-sided, above 0 and below 1
 */
export function kornGraubardSize(share: {
  readonly proportion: number
  readonly standardError: number
  readonly sampleSize: number
  readonly degreesOfFreedom: number
  readonly confidence: number
}): number {
  const { proportion, standardError, sampleSize, degreesOfFreedom } = share
  const upper = (1 + share.confidence) / 2
  const ratio = studentT.quantile(upper, sampleSize - 1) / studentT.quantile(upper, degreesOfFreedom)
  // The root is squared last: the square of a small standard error would lose its digits or become 0.
  const root = (Math.sqrt(proportion * (1 - proportion)) / standardError) * ratio
  return root * root
}
