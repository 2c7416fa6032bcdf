import {
  acceptancePlan,
  beta,
  compareProportions,
  differenceInterval,
  discoverySample,
  normal,
  operatingCurve,
  proportionInterval,
  sampleSize,
  studentT,
  unroundedSampleSize,
} from '../../src/statistics/index.js'

type Method = (input: unknown) => unknown

/** A case's input is typed by its `fn` alone, which names the method that reads it. */
function method<Input>(call: (input: Input) => unknown): Method {
  return (input) => call(input as Input)
}

interface Found {
  readonly x: number
  readonly n: number
  readonly level: number
}

const inPopulation = (population: number | null | undefined) => (population == null ? {} : { population })

/** Each `fn` of statistics.json as a call of the library. */
export const statisticsMethods: Record<string, Method> = {
  normalInv: method<{ p: number }>(({ p }) => ({ x: normal.quantile(p) })),
  tInv: method<{ p: number; df: number }>(({ p, df }) => ({ x: studentT.quantile(p, df) })),
  betaInv: method<{ p: number; a: number; b: number }>(({ p, a, b }) => ({ x: beta.quantile(p, a, b) })),
  wilson: method<Found>(({ x, n, level }) =>
    proportionInterval({ method: 'wilson', successes: x, trials: n, confidence: level }),
  ),
  clopperPearson: method<Found>(({ x, n, level }) =>
    proportionInterval({ method: 'exact', successes: x, trials: n, confidence: level }),
  ),
  jeffreysEqualTailed: method<Found>(({ x, n, level }) =>
    proportionInterval({ method: 'jeffreys', successes: x, trials: n, confidence: level }),
  ),
  /**
   * R's samplingbook names the nearest counts that the tests refuse, except where none is left; the library names the
   * outermost that they do not refuse, as FORMATS 5 does for none found. One count lies between.
   */
  hypergeometricExact: method<Found & { N: number }>(({ x, n, N, level }) => {
    const limits = proportionInterval({
      method: 'hypergeometric',
      successes: x,
      trials: n,
      population: N,
      confidence: level,
    })
    const [least, greatest] = [Math.round(limits.lower * N), Math.round(limits.upper * N)]
    return { lower: Math.max(x, least - 1) / N, upper: Math.min(N - (n - x), greatest + 1) / N }
  }),
  twoProportions: method<{ x1: number; n1: number; x2: number; n2: number }>(({ x1, n1, x2, n2 }) => {
    const [first, second] = [
      { successes: x1, trials: n1 },
      { successes: x2, trials: n2 },
    ]
    const { difference, z, pTwoSided, pYates, pFisher } = compareProportions({ first, second })
    const wilson1 = proportionInterval({ method: 'wilson', ...first })
    const wilson2 = proportionInterval({ method: 'wilson', ...second })
    const newcombe10 = differenceInterval({ first, second })
    return {
      diff: difference,
      z,
      pTwoSided,
      pYates,
      pFisher,
      wilson1: [wilson1.lower, wilson1.upper],
      wilson2: [wilson2.lower, wilson2.upper],
      newcombe10: [newcombe10.lower, newcombe10.upper],
    }
  }),
}

interface Size {
  readonly e: number
  readonly p: number
  readonly level: number
  readonly N?: number | null
}

const shareSize =
  (name: 'cochran' | 'wilson' | 'exact') =>
  ({ e, p, level, N, deff }: Size & { deff?: number }) => ({
    n: sampleSize({
      method: name,
      margin: e,
      proportion: p,
      confidence: level,
      ...inPopulation(N),
      ...(deff !== undefined && { designEffect: deff }),
    }),
  })

/** Each `fn` of sampling.json that asks for a sample size or a plan of acceptance, as a call of the library. */
export const sampleSizeMethods: Record<string, Method> = {
  cochranProportion: method(shareSize('cochran')),
  proportionDeff: method(shareSize('cochran')),
  wilsonSampleSizeInt: method(shareSize('wilson')),
  clopperPearsonSampleSize: method(shareSize('exact')),
  cochranProportionUnrounded: method<Size>(({ e, p, level, N }) => ({
    n: unroundedSampleSize({ method: 'cochran', margin: e, proportion: p, confidence: level, ...inPopulation(N) }),
  })),
  cochranMean: method<{ e: number; sd: number; N?: number | null; level: number }>(({ e, sd, N, level }) => ({
    n: sampleSize({ method: 'mean', margin: e, deviation: sd, confidence: level, ...inPopulation(N) }),
  })),
  discoverySample: method<{ rate: number; acceptable: number; level: number; N: number }>(
    ({ rate, acceptable, level, N }) => ({
      nHypergeometric: discoverySample({ rate, acceptable, confidence: level, population: N }),
      nBinomial: discoverySample({ rate, acceptable, confidence: level }),
    }),
  ),
  discoveryExact: method<{ N: number; violating: number; acceptable: number; level: number }>(
    ({ N, violating, acceptable, level }) => ({
      n: discoverySample({ violating, acceptable, confidence: level, population: N }),
    }),
  ),
  ocBinomial: method<{ n: number; c: number; pd: number[] }>(({ n, c, pd }) => ({
    pa: operatingCurve({ checked: n, acceptable: c, rates: pd }),
  })),
  ocHypergeometric: method<{ n: number; c: number; N: number; pd: number[] }>(({ n, c, N, pd }) => ({
    pa: operatingCurve({ checked: n, acceptable: c, population: N, rates: pd }),
  })),
  findPlan: method<{ prp: [number, number]; crp: [number, number]; type: string; N?: number }>(
    ({ prp, crp, type, N }) => {
      const { checked, acceptable } = acceptancePlan({
        producer: { rate: prp[0], acceptProbability: prp[1] },
        consumer: { rate: crp[0], acceptProbability: crp[1] },
        ...inPopulation(type === 'binomial' ? null : N),
      })
      return { n: checked, c: acceptable }
    },
  ),
}
