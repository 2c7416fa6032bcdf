import { sampleSize } from '../../statistics/sizes/sample-size.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { SharePrecision } from './share-precision.js'

/**
 * Computes the calls of a simple random sample by the formula that the design names; 0 for a design without a
 * precision.
 */
export function formulaSize(
  { precision }: SamplingDesign,
  N: number,
  { expected, confidence }: SharePrecision,
): number {
  if (!precision) return 0
  return sampleSize({
    method: precision.method ?? 'cochran',
    margin: precision.marginPercent / 100,
    proportion: expected,
    confidence,
    population: N,
  })
}
