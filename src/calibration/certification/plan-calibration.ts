import { compareUtf8 } from '../../documents/compare-utf8.js'
import { refuse } from '../../issues/refuse.js'
import { hexOf } from '../../sampling/keys/hex-of.js'
import { type Sha256, sha256 } from '../../sampling/keys/sha256.js'
import { studentT } from '../../statistics/index.js'
import { mean } from '../../statistics/mean.js'
import { chanceCorrected } from '../agreement/chance-corrected.js'
import { activeRaters, columnsOf, type RatingTable } from '../agreement/rating-table.js'

/** A call that a session may use, with the score it has. */
export interface CalibrationCandidate {
  readonly callId: string
  /** 0 to 100. */
  readonly score: number
  readonly businessType?: string
  /** Whether a veto was marked; such calls are few, and show whether raters see them. */
  readonly isVetoed?: boolean
}

/** What a session is to be. */
export interface CalibrationPlanOptions {
  /** Any text without `:`; the same seed chooses the same calls. */
  readonly seed: string
  /** Calls of the session. */
  readonly calls: number
  /** Calls with a veto among them, where there are so many. @defaultValue a fifth, at least 1 */
  readonly vetoed?: number
  /** Parts of equal number into which scores are cut. @defaultValue 4 */
  readonly bands?: number
  /** A faster SHA-256, such as Node's. */
  readonly hash?: Sha256
}

/** The calls of a session. */
export interface CalibrationPlan {
  readonly callIds: readonly string[]
  /** What was chosen of each part, and how many there were. */
  readonly parts: readonly {
    readonly businessType?: string
    /** From the lowest scores, 0, up; absent for vetoed calls. */
    readonly band?: number
    readonly isVetoed: boolean
    readonly candidates: number
    readonly chosen: number
  }[]
}

/**
 * Chooses the calls that tell most of a session: spread evenly over bands of scores and business types, some with a
 * veto, since calls that all look alike show no disagreement. Within a part those with the smallest SHA-256 of seed and
 * id are taken, so that nobody picks them and anybody can repeat it.
 * @param candidates - calls judged before, by whomever
 * @throws CallgradeError `calibration/argument` where there are fewer candidates than calls
 * @example
 * planCalibration(candidates, { seed: '2026-11', calls: 12 }).callIds.length //=> 12
 */
export function planCalibration(
  candidates: readonly CalibrationCandidate[],
  options: CalibrationPlanOptions,
): CalibrationPlan {
  const { seed, calls, bands = 4, hash = sha256 } = options
  if (!(Number.isSafeInteger(calls) && calls >= 1)) refuse('calibration/argument', ['calls'], 'integer >= 1', calls)
  if (seed.includes(':')) refuse('calibration/argument', ['seed'], 'text without ":"', seed)
  if (candidates.length < calls) refuse('calibration/argument', ['candidates'], `>= ${calls} calls`, candidates.length)
  const ids = new Set(candidates.map(({ callId }) => callId))
  if (ids.size < candidates.length) refuse('calibration/argument', ['candidates'], 'each call once', candidates.length)
  const vetoed = candidates.filter(({ isVetoed }) => isVetoed === true)
  const others = candidates.filter(({ isVetoed }) => isVetoed !== true)
  const wanted = options.vetoed ?? Math.max(1, Math.round(calls / 5))
  const fromVetoed = Math.max(Math.min(wanted, vetoed.length, calls), calls - others.length)
  const parts = [
    ...(vetoed.length > 0 ? [{ key: { isVetoed: true }, members: vetoed }] : []),
    ...partsOf(others, bands),
  ]
  const sizes = parts.map(({ members }) => members.length)
  const offset = vetoed.length > 0 ? 1 : 0
  const chosen = [
    ...(offset === 1 ? [fromVetoed] : []),
    ...evenly(sizes.slice(offset), calls - (offset === 1 ? fromVetoed : 0)),
  ]
  const callIds = parts.flatMap(({ members }, place) =>
    members
      .map(({ callId }) => ({ callId, key: hexOf(hash(`${seed}:${callId}`)) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, chosen[place])
      .map(({ callId }) => callId),
  )
  return {
    callIds: callIds.sort(compareUtf8),
    parts: parts.map(({ key, members }, place) => ({
      ...key,
      candidates: members.length,
      chosen: chosen[place] ?? 0,
    })),
  }
}

interface Part {
  readonly key: { readonly businessType?: string; readonly band?: number; readonly isVetoed: boolean }
  readonly members: readonly CalibrationCandidate[]
}

/** By business type, each cut into bands of equal number by score. */
function partsOf(candidates: readonly CalibrationCandidate[], bands: number): readonly Part[] {
  const types = new Map<string | undefined, CalibrationCandidate[]>()
  for (const candidate of candidates) {
    const own = types.get(candidate.businessType)
    if (own) own.push(candidate)
    else types.set(candidate.businessType, [candidate])
  }
  return [...types]
    .sort(([a = ''], [b = '']) => compareUtf8(a, b))
    .flatMap(([businessType, own]) => {
      const sorted = [...own].sort((a, b) => a.score - b.score || compareUtf8(a.callId, b.callId))
      const count = Math.min(bands, sorted.length)
      return Array.from({ length: count }, (_, band): Part => {
        const members = sorted.slice(
          Math.floor((band * sorted.length) / count),
          Math.floor(((band + 1) * sorted.length) / count),
        )
        return { key: { ...(businessType !== undefined && { businessType }), band, isVetoed: false }, members }
      })
    })
}

/** As equal as sizes allow, whole, in turns. */
function evenly(sizes: readonly number[], total: number): readonly number[] {
  const counts = sizes.map(() => 0)
  let left = total
  while (left > 0) {
    let gave = false
    for (const [place, size] of sizes.entries()) {
      if (left === 0 || (counts[place] ?? 0) >= size) continue
      counts[place] = (counts[place] ?? 0) + 1
      left--
      gave = true
    }
    if (!gave) break
  }
  return counts
}

/** What an interval of a wanted width takes. */
export interface CalibrationSize {
  /** Calls, where these raters judge all of them. */
  readonly calls: number
  /** Ratings in all. */
  readonly ratings: number
  /** The width at that number of calls. */
  readonly width: number
  /** Standard deviation of what one call adds, from which the width follows. */
  readonly perCall: number
  /** The same with fewer raters of the earlier session on every call, from two up; by the mean over all such groups. */
  readonly byRaters: readonly { readonly raters: number; readonly calls: number; readonly ratings: number }[]
}

/**
 * How many calls a 95 % interval of Krippendorff's alpha of a wanted width takes, from an earlier session. With little
 * to go by it is rough: from ten calls on it is worth having.
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

/** The least number of calls; widths fall with it. */
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

/** Groups of raters looked at for each number of them. */
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

/** All choices of so many of a list. */
function groupsOf(list: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]]
  return list.flatMap((first, place) => groupsOf(list.slice(place + 1), size - 1).map((rest) => [first, ...rest]))
}
