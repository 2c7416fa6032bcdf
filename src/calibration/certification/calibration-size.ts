import { refuse } from '../../issues/refuse.js'
import { studentT } from '../../statistics/index.js'
import { mean } from '../../statistics/mean.js'
import { chanceCorrected } from '../agreement/coefficients/chance-corrected.js'
import type { RatingTable } from '../agreement/tables/rating-table.js'
import { activeRaters, columnsOf } from '../agreement/tables/rating-table.js'

/** Calls and ratings that an interval of a wanted width takes. */
export interface CalibrationSize {
  /** Calls, where these raters judge all of them. */
  readonly calls: number
  /** Ratings in all. */
  readonly ratings: number
  /** The width at that number of calls. */
  readonly width: number
  /** Standard deviation of one call's contribution, from which the width follows. */
  readonly perCall: number
  /** The same with fewer raters of the earlier session on every call, from two up; by the mean over all such groups. */
  readonly byRaters: readonly { readonly raters: number; readonly calls: number; readonly ratings: number }[]
}

/**
 * Finds how many calls a 95 % interval of Krippendorff's alpha of a wanted width takes, from an earlier session. It is
 * rough where that session was small; use ten calls or more.
 * Method: width = 2 t(n - 1) s / sqrt(n), s from the linearised standard error of that session (Gwet 2014). Of five
 * levels with alpha about .7 three raters need 50 calls for a width of .25, 20 for .41, 10 for .64.
 * @param pilot - calls by raters of the earlier session
 * @param categories - declared levels in rising order
 * @param width - of the interval, above 0 and at most 2
 * @returns undefined where the pilot has no variation or fewer than two shared calls
 * @throws CallgradeError `calibration/argument`
 * @example
 * calibrationSize(pilot, [1, 2, 3, 4, 5], 0.25)?.calls //=> 50
 */
export function calibrationSize(
  pilot: RatingTable,
  categories: readonly number[],
  width: number,
): CalibrationSize | undefined {
  if (!(width > 0 && width <= 2)) refuse('calibration/argument', ['width'], '> 0, <= 2', width)
  const { figure } = chanceCorrected(pilot, categories, 'quadratic').krippendorff
  const shared = pilot.filter((row) => row.filter((rating) => rating !== null).length >= 2)
  if (figure.kind === 'undefined' || figure.standardError === undefined) return undefined
  const perCall = figure.standardError * Math.sqrt(shared.length)
  const calls = callsFor(perCall, width)
  const raters = mean(shared.map((row) => row.filter((rating) => rating !== null).length))
  return {
    calls,
    ratings: Math.ceil(calls * raters),
    width: widthOf(perCall, calls),
    perCall,
    byRaters: sizesByRaters(pilot, categories, width),
  }
}

function widthOf(perCall: number, calls: number): number {
  return (2 * studentT.quantile(0.975, calls - 1) * perCall) / Math.sqrt(calls)
}

/** Finds the least number of calls by halving, since widths fall with it. */
function callsFor(perCall: number, width: number): number {
  let [low, high] = [2, 2]
  while (widthOf(perCall, high) > width) high *= 2
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (widthOf(perCall, middle) > width) low = middle + 1
    else high = middle
  }
  return low
}

/** Groups of raters that are tried for each number of raters. */
const MOST_GROUPS = 40

function sizesByRaters(pilot: RatingTable, categories: readonly number[], width: number): CalibrationSize['byRaters'] {
  const active = activeRaters(pilot)
  return Array.from({ length: Math.max(0, active.length - 1) }, (_, place) => place + 2).flatMap((raters) => {
    const spreads = groupsOf(active, raters)
      .slice(0, MOST_GROUPS)
      .flatMap((group) => {
        const table = columnsOf(pilot, group)
        const shared = table.filter((row) => row.filter((rating) => rating !== null).length >= 2).length
        const { figure } = chanceCorrected(table, categories, 'quadratic').krippendorff
        const error = figure.kind === 'value' ? figure.standardError : undefined
        return error === undefined ? [] : [error * Math.sqrt(shared)]
      })
    if (spreads.length === 0) return []
    const calls = callsFor(mean(spreads), width)
    return [{ raters, calls, ratings: calls * raters }]
  })
}

/** Returns all choices of so many of a list. */
function groupsOf(list: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]]
  return list.flatMap((first, place) => groupsOf(list.slice(place + 1), size - 1).map((rest) => [first, ...rest]))
}
