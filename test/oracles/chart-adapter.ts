import {
  type ControlChart,
  cusum,
  ewmaChart,
  funnelLimits,
  gChart,
  type NelsonRule,
  nelsonRules,
  pChart,
  runsOnOneSide,
  tChart,
  uChart,
} from '../../src/statistics/index.js'

/** The oracles count points from 1. */
function indexes<T>(list: readonly T[], holds: (element: T) => boolean): number[] {
  return list.flatMap((element, index) => (holds(element) ? [index + 1] : []))
}

function signalsOf({ points }: ControlChart): { beyond: number[]; runs7: number[] } {
  const runs = runsOnOneSide(
    points.map(({ z }) => z),
    7,
  )
  return { beyond: indexes(points, ({ isBeyond }) => isBeyond), runs7: indexes(runs, (ends) => ends) }
}

const RULES: readonly NelsonRule[] = [1, 2, 3, 4, 5, 6, 7, 8]

interface EwmaCase {
  readonly values?: readonly number[]
  readonly baseMeans?: readonly number[]
  readonly newMeans?: readonly number[]
  readonly n?: number
  readonly center: number
  readonly sigma: number
  readonly lambda: number
  readonly L: number
  readonly limits?: 'time-varying' | 'asymptotic'
}

export const chartMethods = {
  pChart: ({ counts, sizes }: { counts: number[]; sizes: number }) => {
    const chart = pChart({ counts, sizes })
    const [point] = chart.points
    const stdDev = Math.sqrt(chart.center * (1 - chart.center))
    return { center: chart.center, stdDev, lcl: point?.lower, ucl: point?.upper, ...signalsOf(chart) }
  },
  pChartMonitor: ({ baseCounts, newCounts, sizes }: { baseCounts: number[]; newCounts: number[]; sizes: number }) => {
    const chart = pChart({ counts: [...baseCounts, ...newCounts], sizes, basePoints: baseCounts.length })
    const [point] = chart.points
    const stdDev = Math.sqrt(chart.center * (1 - chart.center))
    return { center: chart.center, stdDev, lcl: point?.lower, ucl: point?.upper, ...signalsOf(chart) }
  },
  uChart: ({ counts, sizes }: { counts: number[]; sizes: number[] }) => {
    const chart = uChart({ counts, sizes })
    return {
      center: chart.center,
      stdDev: Math.sqrt(chart.center),
      lcl: chart.points.map(({ lower }) => lower),
      ucl: chart.points.map(({ upper }) => upper),
      ...signalsOf(chart),
    }
  },
  gChart: ({ callsBetween }: { callsBetween: number[] }) => {
    const { center, lower, upper, probabilityLower, probabilityUpper } = gChart({ between: callsBetween })
    return { center, ucl: upper, lcl: lower, probLcl: probabilityLower, probUcl: probabilityUpper }
  },
  tChart: ({ hoursBetween }: { hoursBetween: number[] }) => {
    const chart = tChart({ between: hoursBetween })
    const [point] = chart.points
    return {
      transformed: chart.transformed,
      center: chart.center,
      mrBar: chart.meanMovingRange,
      ucl: point?.upper,
      lcl: point?.lower,
      beyond: indexes(chart.points, ({ isBeyond }) => isBeyond),
    }
  },
  ewma: (input: EwmaCase) => {
    const values = input.values ?? [...(input.baseMeans ?? []), ...(input.newMeans ?? [])]
    const points = ewmaChart({
      values,
      center: input.center,
      // Means of n values spread less by the square root of n.
      sigma: input.sigma / Math.sqrt(input.n ?? 1),
      lambda: input.lambda,
      width: input.L,
      ...(input.limits && { limits: input.limits }),
    })
    const isConstant = input.limits === 'asymptotic'
    return {
      ewma: points.map(({ ewma }) => ewma),
      lcl: isConstant ? points[0]?.lower : points.map(({ lower }) => lower),
      ucl: isConstant ? points[0]?.upper : points.map(({ upper }) => upper),
      beyond: indexes(points, ({ isBeyond }) => isBeyond),
    }
  },
  cusum: ({ values, target, k, h }: { values: number[]; target: number; k: number; h: number }) => {
    const points = cusum({ values, target, allowance: k, decision: h })
    return {
      hi: points.map(({ high }) => high),
      lo: points.map(({ low }) => low),
      signalsHigh: indexes(points, ({ signal }) => signal === 'high'),
      signalsLow: indexes(points, ({ signal }) => signal === 'low'),
    }
  },
  nelsonRules: ({ z }: { z: number[] }) => {
    const signals = nelsonRules(z, RULES)
    return Object.fromEntries(RULES.map((rule) => [`rule${rule}`, indexes(signals, (rules) => rules.includes(rule))]))
  },
  funnelLimits: ({ n, target, probs }: { n: number; target: number; probs: number[] }) => {
    const limits = funnelLimits({ trials: n, target, probabilities: probs })
    return { limits: limits.map(({ limit }) => limit), rawQuantile: limits.map(({ quantile }) => quantile) }
  },
}
