import seedrandom from 'seedrandom'
import { estimateDomain } from '../../../src/sampling/estimation/domains/estimate-domain.js'
import type { Estimate } from '../../../src/sampling/estimation/estimate-result.js'
import { estimateZeroableMean } from '../../../src/sampling/estimation/means/estimate-zeroable-mean.js'
import { estimateRateFromCounts } from '../../../src/sampling/estimation/rates/estimate-rate-from-counts.js'
import { hypergeometric } from '../../../src/statistics/distributions/hypergeometric.js'

/** Sizes and drawn calls of strata. */
export type Design = readonly (readonly [size: number, drawn: number])[]

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/**
 * Designs of the proof. `month` is the plan of 582 calls over the agent calls of examples/data/calls-1999-08.csv by
 * business type, segment and slot: proportional, at least 2 of each stratum and 30 % of the callbacks.
 */
export const designs: Readonly<Record<string, Design>> = {
  month: [
    ...([
      [3750, 44],
      [3109, 37],
      [1775, 21],
      [1713, 20],
      [1469, 17],
      [940, 11],
      [3066, 36],
      [3096, 36],
    ] as const),
    ...([
      [2680, 32],
      [9, 2],
      [16, 2],
      [3, 2],
      [16, 2],
      [13, 2],
      [10, 2],
      [12, 2],
      [21, 2],
      [5, 2],
    ] as const),
    ...([
      [80, 24],
      [37, 12],
      [39, 12],
      [73, 22],
      [35, 11],
      [49, 15],
      [169, 51],
      [50, 15],
      [108, 33],
    ] as const),
    ...([
      [840, 10],
      [710, 8],
      [638, 8],
      [2, 2],
      [1, 1],
      [3, 2],
      [1, 1],
      [1778, 21],
      [1151, 14],
    ] as const),
    ...([
      [952, 11],
      [662, 8],
      [458, 5],
      [292, 3],
      [142, 2],
      [102, 2],
      [91, 2],
      [568, 7],
      [419, 5],
      [249, 3],
    ] as const),
  ],
  'three of 5,000, five of 100': [...times(3, [5000, 10] as const), ...times(5, [100, 30] as const)],
  'twenty of 50 by 2': times(20, [50, 2] as const),
  'seven from 5 to 5,000': [
    [5, 2],
    [20, 3],
    [60, 4],
    [200, 6],
    [600, 8],
    [1800, 12],
    [5000, 20],
  ],
}

/** Where the calls with the trait are. */
export const patterns = ['even', 'one stratum', 'half in over-sampled', 'nearly 0 or 1'] as const
export type Pattern = (typeof patterns)[number]

/** Calls with the trait in each stratum, about `rate` of all. */
export function traitCounts(design: Design, rate: number, pattern: Pattern): number[] {
  const population = design.reduce((sum, [size]) => sum + size, 0)
  const drawn = design.reduce((sum, [, taken]) => sum + taken, 0)
  const total = Math.round(rate * population)
  const bySize = design.map((_, index) => index).sort((one, other) => sizeAt(design, other) - sizeAt(design, one))
  switch (pattern) {
    case 'even':
      return evenCounts(design, rate)
    case 'one stratum':
      return filled(design, bySize, total)
    case 'half in over-sampled': {
      const over = design.map(([size, taken]) => taken / size > drawn / population)
      const sizeOf = (side: boolean) =>
        design.reduce((sum, [size], index) => sum + (over[index] === side ? size : 0), 0)
      const inside = Math.min(Math.round(total / 2), sizeOf(true))
      const [insideRate, outsideRate] = [
        inside / Math.max(1, sizeOf(true)),
        (total - inside) / Math.max(1, sizeOf(false)),
      ]
      return design.map(([size], index) => Math.min(size, Math.round(size * (over[index] ? insideRate : outsideRate))))
    }
    case 'nearly 0 or 1': {
      // 99 % in some strata and 1 % in the others, as many as come nearest to the rate.
      let left = total - 0.01 * population
      const counts = design.map(([size]) => Math.round(0.01 * size))
      for (const index of bySize) {
        const size = sizeAt(design, index)
        if (0.98 * size > left + 0.005 * population) continue
        counts[index] = Math.round(0.99 * size)
        left -= 0.98 * size
      }
      return counts
    }
  }
}

/** Counts as even as whole numbers allow, whose sum is the rate of all. */
function evenCounts(design: Design, rate: number): number[] {
  let before = 0
  return design.map(([size]) => {
    before += size
    return Math.round(rate * before) - Math.round(rate * (before - size))
  })
}

function filled(design: Design, order: readonly number[], total: number): number[] {
  const counts = design.map(() => 0)
  let left = total
  for (const index of order) {
    const taken = Math.min(left, sizeAt(design, index))
    counts[index] = taken
    left -= taken
  }
  return counts
}

function sizeAt(design: Design, index: number): number {
  return design[index]?.[0] ?? 0
}

/** How often an interval held the truth, and how wide it was. */
export interface Coverage {
  readonly truth: number
  readonly covered: number
  readonly width: number
  /** Width of the interval without the ceiling of the planned effective size; of draws that have one, else 0. */
  readonly uncappedWidth: number
  /** Mean width of ours on the same draws. */
  readonly comparedWidth: number
}

/** Draws from the strata and counts how often the interval of the total rate holds the truth. */
export function rateCoverage(
  design: Design,
  counts: readonly number[],
  draws: number,
  seed: string,
  compare = false,
): Coverage {
  const random = seedrandom(seed)
  const population = design.reduce((sum, [size]) => sum + size, 0)
  const truth = counts.reduce((sum, count) => sum + count, 0) / population
  const samplers = design.map(([size, drawn], index) => hypergeometricSampler(size, counts[index] ?? 0, drawn))
  const known = new Map<string, readonly [Estimate, Estimate | undefined]>()
  let [covered, width, uncappedWidth, comparedWidth, compared] = [0, 0, 0, 0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const found = samplers.map((sample) => sample(random()))
    const name = found.join()
    let pair = known.get(name)
    if (pair === undefined) {
      const strata = design.map(([size, drawn], index) => ({ key: `${index}`, size, drawn, found: found[index] ?? 0 }))
      pair = [estimateRateFromCounts(strata), compare ? estimateRateFromCounts(strata, { method: 'beta' }) : undefined]
      known.set(name, pair)
    }
    const [own, uncapped] = pair
    if (holds(own, truth)) covered++
    width += widthOf(own)
    if (uncapped?.status === 'estimated') {
      uncappedWidth += widthOf(uncapped)
      comparedWidth += widthOf(own)
      compared++
    }
  }
  return {
    truth,
    covered: covered / draws,
    width: width / draws,
    uncappedWidth: uncappedWidth / Math.max(1, compared),
    comparedWidth: comparedWidth / Math.max(1, compared),
  }
}

/** The worst coverage over all numbers of calls with the trait, by enumeration of all samples of one stratum. */
export function worstOneStratumCoverage(
  size: number,
  drawn: number,
): { readonly covered: number; readonly marked: number } {
  const intervals = Array.from({ length: drawn + 1 }, (_, found) =>
    estimateRateFromCounts([{ key: 'only', size, drawn, found }]),
  )
  let worst = { covered: 1, marked: 0 }
  for (let marked = 0; marked <= size; marked++) {
    let covered = 0
    intervals.forEach((interval, found) => {
      if (holds(interval, marked / size))
        covered += hypergeometric.probability(found, { population: size, marked, drawn })
    })
    if (covered < worst.covered) worst = { covered, marked }
  }
  return worst
}

/** How often the interval of a mean of scores holds, 88 +- 6 with a share of zeros, capped at 100. */
export function zeroableCoverage(design: Design, vetoShare: number, draws: number, seed: string): Coverage {
  const random = seedrandom(seed)
  const vetoes = evenCounts(design, vetoShare)
  const frames = design.map(([size], stratum) =>
    Array.from({ length: size }, (_, index) =>
      index < (vetoes[stratum] ?? 0) ? 0 : Math.min(100, Math.max(1, 88 + 6 * normalDeviate(random))),
    ),
  )
  const all = frames.flat()
  const truth = all.reduce((sum, score) => sum + score, 0) / all.length
  let [covered, width] = [0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const strata = frames.map((frame, index) => ({
      key: `${index}`,
      size: frame.length,
      values: shuffledStart(frame, design[index]?.[1] ?? 0, random),
    }))
    const estimate = estimateZeroableMean(strata, { maximum: 100 })
    if (holds(estimate, truth)) covered++
    width += widthOf(estimate)
  }
  return { truth, covered: covered / draws, width: width / draws, uncappedWidth: 0, comparedWidth: 0 }
}

/** Coverage of agents' rates over draws and agents with `least` calls or more. */
export function agentCoverage(
  design: Design,
  agents: number,
  rate: number,
  least: number,
  draws: number,
  seed: string,
  kind: 'rate' | 'zeroable-mean',
): { readonly covered: number; readonly intervals: number; readonly refused: number } {
  const random = seedrandom(seed)
  // A call is agent + trait in one number; agents differ in how many calls they have.
  const frames = design.map(([size]) =>
    Array.from({ length: size }, () => {
      const agent = Math.floor(agents * random() ** 1.5)
      const trait = random() < rate
      if (kind === 'rate') return { agent, value: trait ? 1 : 0 }
      return { agent, value: trait ? 0 : Math.min(100, Math.max(1, 88 + 6 * normalDeviate(random))) }
    }),
  )
  const sums = Array.from({ length: agents }, () => ({ sum: 0, count: 0 }))
  for (const { agent, value } of frames.flat()) {
    const entry = sums[agent]
    if (entry === undefined) continue
    entry.sum += value
    entry.count++
  }
  let [covered, intervals, refused] = [0, 0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const byAgent = new Map<number, { key: string; size: number; drawn: number; values: number[] }[]>()
    design.forEach(([size, drawn], index) => {
      for (const { agent, value } of shuffledStart(frames[index] ?? [], drawn, random)) {
        const strata = byAgent.get(agent) ?? []
        byAgent.set(agent, strata)
        const last = strata.at(-1)
        if (last?.key === `${index}`) last.values.push(value)
        else strata.push({ key: `${index}`, size, drawn, values: [value] })
      }
    })
    for (const [agent, strata] of byAgent) {
      if (strata.reduce((sum, { values }) => sum + values.length, 0) < least) continue
      const { sum = 0, count = 1 } = sums[agent] ?? {}
      const estimate = estimateDomain(strata, { kind, of: 'agent', ...(kind !== 'rate' && { maximum: 100 }) })
      if (estimate.status === 'not-estimable') refused++
      else {
        intervals++
        if (holds(estimate, sum / count)) covered++
      }
    }
  }
  return { covered: covered / Math.max(1, intervals), intervals, refused }
}

/** Draws counts by the inverse of the distribution function. */
function hypergeometricSampler(population: number, marked: number, drawn: number): (uniform: number) => number {
  const least = Math.max(0, drawn + marked - population)
  const greatest = Math.min(drawn, marked)
  const cumulative: number[] = []
  let sum = 0
  for (let k = least; k <= greatest; k++) {
    sum += hypergeometric.probability(k, { population, marked, drawn })
    cumulative.push(sum)
  }
  return (uniform) => {
    const at = cumulative.findIndex((bound) => uniform < bound)
    return at < 0 ? greatest : least + at
  }
}

/** The first `count` of a list after a partial shuffle in place, which leaves the list a list of the same values. */
function shuffledStart<T>(list: T[], count: number, random: () => number): T[] {
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (list.length - index))
    const value = list[index] as T // Both indices are within the list.
    list[index] = list[other] as T
    list[other] = value
  }
  return list.slice(0, count)
}

function normalDeviate(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Whether an interval holds a value, but for the last digits; one that is not given holds none. */
export function holds(estimate: Estimate, truth: number): boolean {
  if (estimate.status === 'not-estimable') return false
  const { lower, upper } = estimate.interval
  const room = 1e-12 * Math.max(1, Math.abs(truth))
  return lower <= truth + room && truth <= upper + room
}

function widthOf(estimate: Estimate): number {
  return estimate.status === 'estimated' ? estimate.interval.upper - estimate.interval.lower : 0
}
