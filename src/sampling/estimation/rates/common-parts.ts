import type { EstimatedFigure } from '../estimate-result.js'
import type { RatioMean } from '../means/ratio-mean.js'

export function commonParts(mean: RatioMean, confidence: number): Omit<EstimatedFigure, 'method' | 'interval'> {
  const { n, estimate, variance } = mean
  return { status: 'estimated', estimate, confidence, n, standardError: Math.sqrt(variance), notes: [] }
}
