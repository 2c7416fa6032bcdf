import { estimateDomain } from '../../src/sampling/estimation/domains/estimate-domain.js'
import { estimatePostStratified } from '../../src/sampling/estimation/domains/estimate-post-stratified.js'
import type { Estimate, EstimatedFigure, SingleCallPolicy } from '../../src/sampling/estimation/estimate-result.js'
import { estimateMean } from '../../src/sampling/estimation/means/estimate-mean.js'
import { estimateRatio } from '../../src/sampling/estimation/means/estimate-ratio.js'
import { estimateZeroableMean } from '../../src/sampling/estimation/means/estimate-zeroable-mean.js'
import { estimateRate } from '../../src/sampling/estimation/rates/estimate-rate.js'
import type { RateOptions } from '../../src/sampling/estimation/rates/rate-options.js'
import { normal } from '../../src/statistics/distributions/normal.js'
import { studentT } from '../../src/statistics/distributions/student-t.js'

type Numbers = readonly number[]
interface StratumInput {
  readonly N: number
  readonly y: Numbers
  readonly domain?: readonly string[]
  readonly agent?: readonly string[]
}
type StrataInput = Readonly<Record<string, StratumInput>>

const sampleOf = (strata: StrataInput) => Object.entries(strata).map(([key, { N, y }]) => ({ key, size: N, values: y }))
/** Sizes far beyond the sample, which take the finite-population correction away and keep the weights' ratios. */
const withoutCorrection = (strata: StrataInput) =>
  sampleOf(strata).map((stratum) => ({ ...stratum, size: stratum.size * 2 ** 38 }))
const drawnOf = (strata: StrataInput) => Object.values(strata).reduce((sum, { y }) => sum + y.length, 0)
const populationOf = (strata: StrataInput) => Object.values(strata).reduce((sum, { N }) => sum + N, 0)
const designDegrees = (strata: StrataInput) => drawnOf(strata) - Object.keys(strata).length
const labelled = (strata: StrataInput, by: 'domain' | 'agent', label: string) =>
  Object.entries(strata).map(([key, stratum]) => ({
    key,
    size: stratum.N,
    drawn: stratum.y.length,
    values: stratum.y.filter((_, index) => stratum[by]?.[index] === label),
  }))
const labelsOf = (strata: StrataInput, by: 'domain' | 'agent') =>
  [...new Set(Object.values(strata).flatMap((stratum) => stratum[by] ?? []))].sort()

function estimated(estimate: Estimate | undefined): EstimatedFigure {
  if (estimate?.status !== 'estimated') throw new Error(`not estimable: ${estimate?.reason}`)
  return estimate
}
const pairOf = ({ interval }: EstimatedFigure) => [interval.lower, interval.upper]
const around = (centre: number, reach: number) => [centre - reach, centre + reach]

function stratifiedMean({ strata }: { strata: StrataInput }) {
  const { estimate, standardError: se = 0 } = estimated(estimateMean(sampleOf(strata)))
  const df = designDegrees(strata)
  const population = populationOf(strata)
  // The variance of a simple random sample of as many calls, which R's design effect is against.
  const everyCall = Object.values(strata).flatMap(({ N, y }) => y.map((value) => ({ value, weight: N / y.length })))
  const spread = everyCall.reduce((sum, { value, weight }) => sum + weight * (value - estimate) ** 2, 0) / population
  const n = everyCall.length
  const simple = ((spread * n) / (n - 1) / n) * (1 - n / population)
  return {
    mean: estimate,
    se,
    df,
    total: estimate * population,
    seTotal: se * population,
    deff: se ** 2 / simple,
    ciT: around(estimate, studentT.quantile(0.975, df) * se),
    ciZ: around(estimate, normal.quantile(0.975) * se),
  }
}

function stratifiedProportion(input: { strata: StrataInput; method: 'beta'; level: number }) {
  const { strata, method, level } = input
  const found = estimated(estimateRate(sampleOf(strata), { method, confidence: level }))
  const [lower, upper] = pairOf(found)
  return { p: found.estimate, se: found.standardError, df: found.degreesOfFreedom, lower, upper }
}

interface ScoresInput {
  readonly strata: StrataInput
  readonly level: number
}

/** The four shapes of `estimateFromScores`: by agent, 0/1 values, scores with zeros, other scores. */
function estimateFromScores(input: ScoresInput) {
  const values = Object.values(input.strata).flatMap(({ y }) => y)
  if (Object.values(input.strata).some(({ agent }) => agent)) return fromAgents(input)
  if (values.every((value) => value === 0 || value === 1)) return fromRates(input)
  return values.includes(0) ? fromZeroable(input) : fromMeans(input)
}

function fromAgents({ strata, level }: ScoresInput) {
  return Object.fromEntries(
    labelsOf(strata, 'agent').map((agent) => {
      const sample = labelled(strata, 'agent', agent)
      const found = estimated(estimateDomain(sample, { kind: 'rate', of: 'agent', confidence: level }))
      const { n, estimate: mean, standardError: se, plannedEffectiveSize: effectiveCap, notes } = found
      return [agent, { n, mean, se, effectiveCap, interval: pairOf(found), publish: !notes.includes('too-thin') }]
    }),
  )
}

function fromRates({ strata, level }: ScoresInput) {
  const rate = (options: RateOptions) => estimated(estimateRate(sampleOf(strata), { ...options, confidence: level }))
  const found = rate({})
  return {
    p: found.estimate,
    se: found.standardError,
    df: found.degreesOfFreedom ?? designDegrees(strata),
    effectiveSize: found.effectiveSize,
    plannedSize: found.plannedEffectiveSize,
    interval: pairOf(found),
    method: found.method,
    ...(found.standardError && { kornGraubardUncapped: pairOf(rate({ method: 'beta' })) }),
  }
}

function fromZeroable({ strata, level }: ScoresInput) {
  const options = { confidence: level }
  const found = estimated(estimateZeroableMean(sampleOf(strata), options))
  const [share, rest] = [estimated(found.share), estimated(found.rest)]
  const plain = estimated(estimateMean(sampleOf(strata), options))
  return {
    mean: found.estimate,
    shareNotZero: share.estimate,
    shareInterval: pairOf(share),
    meanNotZero: rest.estimate,
    seNotZero: rest.standardError,
    df: rest.degreesOfFreedom,
    interval: pairOf(found),
    plainMean: plain.estimate,
    plainSe: plain.standardError,
    plainT: pairOf(plain),
  }
}

function fromMeans({ strata, level }: ScoresInput) {
  const found = estimated(estimateMean(sampleOf(strata), { confidence: level }))
  const { estimate, standardError: se = 0 } = found
  const dfDesign = designDegrees(strata)
  return {
    mean: estimate,
    se,
    dfDesign,
    dfSatterthwaite: found.degreesOfFreedom,
    interval: pairOf(found),
    intervalDesignDf: around(estimate, studentT.quantile((1 + level) / 2, dfDesign) * se),
  }
}

/** The oracles of estimation by `fn`: each computes what the case expects, by the library's public functions. */
export const estimationMethods = {
  stratifiedMean,
  stratifiedMeanNoFpc: ({ strata }: { strata: StrataInput }) => {
    const { estimate: mean, standardError: se } = estimated(estimateMean(withoutCorrection(strata)))
    return { mean, se }
  },
  stratifiedProportion,
  domainMean: ({ strata }: { strata: StrataInput }) => {
    const levels = labelsOf(strata, 'domain')
    const found = levels.map((level) => estimated(estimateDomain(labelled(strata, 'domain', level), { kind: 'mean' })))
    return {
      levels,
      mean: found.map(({ estimate }) => estimate),
      se: found.map(({ standardError }) => standardError),
    }
  },
  combinedRatio: ({ strata }: { strata: Record<string, { N: number; num: Numbers; den: Numbers }> }) => {
    const sample = Object.entries(strata).map(([key, { N, num, den }]) => ({
      key,
      size: N,
      numerators: num,
      denominators: den,
    }))
    const { estimate: ratio, standardError: se } = estimated(estimateRatio(sample))
    return { ratio, se }
  },
  postStratifiedMean: (input: { N: number; y: Numbers; g: readonly string[]; popTotals: Record<string, number> }) => {
    const strata = [{ key: 'all', size: input.N, values: input.y, labels: input.g }]
    const found = estimated(estimatePostStratified(strata, input.popTotals, { kind: 'mean' }))
    const simple = estimated(estimateMean(strata))
    return {
      mean: found.estimate,
      se: found.standardError,
      meanSrs: simple.estimate,
      seSrs: simple.standardError,
    }
  },
  lonelyPsu: ({ policy, strata }: { policy: SingleCallPolicy; strata: StrataInput }) => {
    const { estimate: mean, standardError: se } = estimated(estimateMean(sampleOf(strata), { singleCall: policy }))
    return { mean, se }
  },
  satterthwaite: ({ strata }: { strata: StrataInput }) => {
    const found = estimated(estimateMean(sampleOf(strata)))
    const { estimate: mean, standardError: se, degreesOfFreedom: df } = found
    return { mean, se, df, ci: pairOf(found) }
  },
  estimateFromScores,
} as const
