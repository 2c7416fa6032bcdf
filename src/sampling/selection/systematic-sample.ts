import { argumentIssue } from '../../issues/argument-issue.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'
import { uniformOf } from '../keys/keyed-uniform.js'
import { selectionKey } from '../keys/selection-key.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import { periodicityWarnings } from './periodicity-warnings.js'

/** Settings of `systematicSample`. */
export interface SystematicOptions {
  /** Text without `:`; sets the start. */
  readonly seed: string
  /** @defaultValue `sha256` */
  readonly hash?: Sha256
  /** After how many places the list repeats itself, where it does: calls a shift, agents in turn. Each a whole number over 1. */
  readonly periods?: readonly number[]
}

/** A systematic sample and what may be wrong with it. */
export interface SystematicSample {
  /** In the order of the list. */
  readonly ids: readonly string[]
  /** Places from one drawn call to the next, not rounded. */
  readonly interval: number
  /** Warnings `sampling/periodic`, one for each period with which the interval is in step. */
  readonly warnings: readonly Issue[]
}

/**
 * Draws every k-th call of an ordered list from a start that the seed sets, so that the sample is spread as the list is.
 * Method: fractional interval k = N / n, places floor((i + u) k), u the keyed uniform of the empty id; exact, so that
 * every call has probability n / N (Sarndal, Swensson and Wretman 1992, 3.4.1).
 * @param orderedIds - each once; their order is part of the design and changes the sample
 * @param sampleSize - calls to draw, whole, at most all
 * @param options - `seed`, `hash`, and `periods` to check the sample against
 * @throws CallgradeError `sampling/argument`; `sampling/seed`
 * @example
 * systematicSample(['a', 'b', 'c', 'd', 'e', 'f'], 3, { seed: '2026-08' }).ids //=> ['a', 'c', 'e']
 */
export function systematicSample(
  orderedIds: readonly string[],
  sampleSize: number,
  { seed, hash = sha256, periods = [] }: SystematicOptions,
): SystematicSample {
  const seen = new Set<string>()
  const faults = orderedIds.flatMap((id, index) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew ? [] : [argumentIssue('sampling/argument', ['orderedIds', index], 'each id once', id)]
  })
  if (!isCount(sampleSize) || sampleSize > orderedIds.length)
    faults.push(argumentIssue('sampling/argument', ['sampleSize'], `0..${orderedIds.length}`, sampleSize))
  for (const [index, period] of periods.entries())
    if (!isCount(period) || period < 2)
      faults.push(argumentIssue('sampling/argument', ['periods', index], 'integer >= 2', period))
  throwIssues(faults)
  const places = placesOf(uniformOf(selectionKey(seed, '', hash)), orderedIds.length, sampleSize)
  return {
    ids: places.map((place) => orderedIds[place] as string),
    interval: sampleSize === 0 ? 0 : orderedIds.length / sampleSize,
    warnings: periodicityWarnings(places, orderedIds.length, periods),
  }
}

/**
 * Computes floor((i + u) N / n) in whole numbers: u is one of 2^53 parts, and next to i doubles lose its last digits.
 */
function placesOf(uniform: number, length: number, sampleSize: number): readonly number[] {
  const parts = 2n ** 53n
  const start = BigInt(uniform * 2 ** 53)
  return Array.from({ length: sampleSize }, (_, index) =>
    Number(((BigInt(index) * parts + start) * BigInt(length)) / (BigInt(sampleSize) * parts)),
  )
}
