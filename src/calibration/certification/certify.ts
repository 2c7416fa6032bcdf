import { type BiasCheck, biasCheck } from './bias-check.js'
import type { CalibrationCall } from './calibration-call.js'
import { callsNeeded } from './calls-needed.js'
import { isWithin } from './is-within.js'
import { lastCalls } from './last-calls.js'
import { passingConstant } from './passing-constant.js'
import { type ShareCheck, shareCheck } from './share-check.js'
import { type VetoCheck, vetoCheck } from './veto-check.js'

/** Requirements of certification; the defaults are the trade's. */
export interface CertificationRule {
  /** Points of a score, or levels, that count as the same. @defaultValue 5 */
  readonly tolerance?: number
  /** Share within tolerance that has to be shown, as a fraction. @defaultValue 0.8 */
  readonly leastShare?: number
  /** Points that the mean may be off. @defaultValue 3 */
  readonly greatestBias?: number
  /** Fewest vetoes of the reference. @defaultValue 5 */
  readonly leastVetoes?: number
  /** Number of calls that are judged, the latest ones. @defaultValue 30 and 60 */
  readonly leastCalls?: number
  readonly mostCalls?: number
  /** Sessions held with this rater. One without calls is refused, so that none is left out. */
  readonly sessions?: readonly string[]
}

/** Verdict on whether a rater may judge alone. */
export interface Certification {
  /**
   * `too-uniform`: one constant score for every call would pass, so that these calls prove nothing. `not-enough-calls`:
   * neither shown nor refuted.
   */
  readonly outcome: 'certified' | 'not-certified' | 'not-enough-calls' | 'too-uniform'
  /** Calls used, the last ones; all of them in `callIds`. */
  readonly calls: number
  readonly callIds: readonly string[]
  /** Those of them that the rater did not judge. */
  readonly unrated: number
  /** Share within tolerance. */
  readonly share: ShareCheck
  /** Mean of rater less reference. */
  readonly bias: BiasCheck
  readonly vetoes: VetoCheck
  /** Calls that would decide if all goes on as before; only where open, and absent where no number up to 2,000 does. */
  readonly callsNeeded?: number
  /** The best constant score, where it would pass. */
  readonly constant?: number
}

/**
 * Certifies a rater against an expert's blind scores, on the last calibration calls, none left out: the exact lower
 * 95 % limit of the share within tolerance is at least 80 % (28 of 30, 34 of 37, 40 of 44), the 90 % interval of the
 * mean difference lies within 3 points, and of at least five vetoes of the expert none was missed. A rater whose true
 * share is 80 % passes at most one time in twenty. Retries do not help: every session counts.
 * @param calls - of all sessions of one rater, in any order
 * @throws CallgradeError `document/...` for records of the wrong form, `calibration/left-out` for a session without
 * calls, `calibration/rated-twice`, `calibration/argument` for two times of one session
 * @example
 * certify(thirtyCalls).outcome //=> 'certified'
 */
export function certify(calls: readonly CalibrationCall[], rule: CertificationRule = {}): Certification {
  const {
    tolerance = 5,
    leastShare = 0.8,
    greatestBias = 3,
    leastVetoes = 5,
    leastCalls = 30,
    mostCalls = 60,
    sessions = [],
  } = rule
  const used = lastCalls(calls, sessions, mostCalls)
  const n = used.length
  const judged = used.flatMap(({ score, reference }) => (score === null ? [] : [{ score, reference }]))
  const within = judged.filter(({ score, reference }) => isWithin(score, reference, tolerance)).length
  const share = shareCheck(within, n, leastShare)
  const bias = biasCheck(
    judged.map(({ score, reference }) => score - reference),
    greatestBias,
  )
  const vetoes = vetoCheck(used, leastVetoes)
  const counted = {
    calls: n,
    callIds: used.map(({ callId }) => callId),
    unrated: n - judged.length,
    share,
    bias,
    vetoes,
  }
  const checks = [share, bias, vetoes]
  if (checks.some(({ outcome }) => outcome === 'fails')) return { outcome: 'not-certified', ...counted }
  const constant = n > 0 ? passingConstant(used, { tolerance, leastShare, greatestBias }) : undefined
  if (checks.every(({ outcome }) => outcome === 'holds') && n >= leastCalls)
    return constant === undefined
      ? { outcome: 'certified', ...counted }
      : { outcome: 'too-uniform', ...counted, constant }
  const needed = callsNeeded(counted, { leastShare, greatestBias, leastVetoes, leastCalls })
  return {
    outcome: constant !== undefined && n >= leastCalls ? 'too-uniform' : 'not-enough-calls',
    ...counted,
    ...(needed !== undefined && { callsNeeded: needed }),
    ...(constant !== undefined && n >= leastCalls && { constant }),
  }
}
