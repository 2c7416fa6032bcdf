import { refuse } from '../../issues/refuse.js'
import { checkPositive, checkWhole } from '../check-arguments.js'
import { sum } from '../sum.js'
import type { ChartOptions } from './control-chart.js'

/** Counts over time with their sizes. */
export interface ChartCounts extends ChartOptions {
  /** Whole numbers, 0 or more, in order of time. */
  readonly counts: readonly number[]
  /** Size behind each count: one number for all, or one for each. */
  readonly sizes: number | readonly number[]
  /** Number of first points that set the centre; all where absent. The others are only tested. */
  readonly basePoints?: number
}

export function rulesOf(rules: ChartOptions['rules']): ChartOptions {
  return rules ? { rules } : {}
}

export function checkSeries(counts: readonly number[], sizes: ChartCounts['sizes']): readonly number[] {
  if (counts.length === 0) refuse('statistics/argument', ['counts'], 'at least one', counts)
  const all = typeof sizes === 'number' ? counts.map(() => sizes) : sizes
  if (all.length !== counts.length) refuse('statistics/argument', ['sizes'], `${counts.length} numbers`, all.length)
  all.forEach((size, index) => checkPositive(`sizes[${index}]`, size))
  return all
}

export function pooled(counts: readonly number[], sizes: readonly number[], basePoints = counts.length): number {
  checkWhole('basePoints', basePoints, 1, counts.length)
  return sum(counts.slice(0, basePoints)) / sum(sizes.slice(0, basePoints))
}
