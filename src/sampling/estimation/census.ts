import type { Estimate } from './estimate-result.js'

/** Makes the estimate of a full census: no sampling error. */
export function census(n: number, estimate: number, confidence: number): Estimate {
  const interval = { lower: estimate, upper: estimate }
  return { status: 'estimated', estimate, interval, confidence, method: 'census', n, standardError: 0, notes: [] }
}
