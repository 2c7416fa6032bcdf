import type { Estimate } from '../estimate-result.js'
import { checkStrata } from '../strata/check-strata.js'
import { expectedValue } from '../strata/expected-value.js'
import type { DomainStratum } from '../strata/stratum-sample.js'
import { type DomainOptions, domainEstimate } from './domain-estimate.js'

/**
 * Estimates the mean or rate of the calls of a domain, such as an agent's, whose number in each stratum is not known.
 * Method: ratio mean by linearisation (Särndal, Swensson and Wretman 1992, 5.8); rates by exact limits at the effective
 * size, at most Kish's, as is an agent's mean; scores as `estimateZeroableMean`.
 * @param strata - those of the domain suffice; `drawn` counts all calls drawn from the stratum
 * @returns `not-estimable` with `no-call` where the domain has no drawn call
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateDomain([{ key: 'sales', size: 50, drawn: 5, values: [1, 1, 0] }], { kind: 'rate', of: 'agent' }).notes
 * //=> ['too-thin']
 */
export function estimateDomain(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  const { kind, minimum = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0, maximum = Infinity } = options
  if (kind === 'rate') checkStrata(strata, options, '0 or 1', (value) => value === 0 || value === 1)
  else checkStrata(strata, options, expectedValue(options), (value) => value >= minimum && value <= maximum)
  return domainEstimate(strata, options)
}
