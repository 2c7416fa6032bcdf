import { census } from '../census.js'
import type { Estimate, SingleCallPolicy } from '../estimate-result.js'
import { domainRate } from '../rates/domain-rate.js'
import { totalRate } from '../rates/total-rate.js'
import type { Scope } from '../scope.js'
import { countMoments, momentsOf, type StratumMoments } from '../strata/stratum-moments.js'
import type { DomainStratum } from '../strata/stratum-sample.js'
import { agentMean } from './agent-mean.js'
import { joinZeroable } from './join-zeroable.js'
import { ratioMean } from './ratio-mean.js'

/** Estimates the mean of scores from 0 on, some of them zeroed by vetoes. */
export function zeroableMean(
  strata: readonly DomainStratum[],
  scope: Scope,
  confidence: number,
  maximum: number | undefined,
  policy: SingleCallPolicy | undefined,
): Estimate {
  const plain = ratioMean(strata.map(momentsOf), policy)
  if (plain === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (scope === 'total' && strata.every(({ size, drawn }) => drawn === size))
    return census(plain.n, plain.estimate, confidence)

  const others = strata.map((stratum) => ({ ...stratum, values: stratum.values.filter((value) => value !== 0) }))
  const counts = strata.map(({ size, drawn, values }, index) =>
    countMoments(size, drawn, values.length, others[index]?.values.length ?? 0),
  )
  const moments = others.map(momentsOf)
  const found = ratioMean(moments, policy)
  const rest = found && scope === 'agent' ? agentMean(moments, found) : found
  const degreesOfFreedom = rest === undefined ? 0 : scope === 'agent' ? rest.n - 1 : rest.degreesOfFreedomWithin
  return joinZeroable(
    { plain, share: shareOf(counts, scope, confidence, policy), rest, degreesOfFreedom },
    confidence,
    maximum,
  )
}

function shareOf(
  counts: readonly StratumMoments[],
  scope: Scope,
  confidence: number,
  policy: SingleCallPolicy | undefined,
): Estimate {
  const mean = ratioMean(counts, policy)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  return scope === 'total' ? totalRate(counts, mean, confidence) : domainRate(mean, confidence)
}
