import { compareUtf8 } from '../../documents/compare-utf8.js'
import { groupBy } from '../../documents/group-by.js'
import { refuse } from '../../issues/refuse.js'
import { hexOf } from '../../sampling/keys/hex-of.js'
import { type Sha256, sha256 } from '../../sampling/keys/sha256.js'

/** A call that a session may use, with the score it has. */
export interface CalibrationCandidate {
  readonly callId: string
  /** 0 to 100. */
  readonly score: number
  readonly businessType?: string
  /** Whether a veto was marked; such calls are few, and show whether raters see them. */
  readonly isVetoed?: boolean
}

/** Options of `planCalibration`. */
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
  /** Calls chosen of each part, and candidates in it. */
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
 * Chooses the calls of a session: spread evenly over bands of scores and business types, some with a veto, since calls
 * that are all alike show no disagreement. Within a part it takes those with the smallest SHA-256 of seed and id, so that
 * the choice is free of opinion and can be repeated.
 * @param candidates - calls judged before, each once
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

/** Groups candidates by business type, each cut into bands of equal number by score. */
function partsOf(candidates: readonly CalibrationCandidate[], bands: number): readonly Part[] {
  return [...groupBy(candidates, ({ businessType }) => businessType)]
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

/** Shares a total out in turns, as equally as the sizes allow. */
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
