import { instantOf } from '../../documents/time/instant.js'
import { argumentIssue } from '../../issues/argument-issue.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { studentT } from '../../statistics/index.js'
import { exactInterval } from '../../statistics/intervals/exact-interval.js'
import { mean } from '../../statistics/mean.js'
import { sum } from '../../statistics/sum.js'
import { missingKey } from '../agreement/judged-calls.js'

/** One call of a blind calibration session, judged by the rater and by the expert. */
export interface CalibrationCall {
  readonly callId: string
  /** The session it belongs to. */
  readonly sessionId: string
  /** When the session was held: RFC 3339 with an offset. Calls of one session have one. */
  readonly heldAt: string
  /** The rater's; null where the call was given to the rater and not judged, which counts as wrong. */
  readonly score: number | null
  /** The expert's, given without seeing the rater's. */
  readonly reference: number
  /** Ids of vetoes that the rater marked. */
  readonly vetoes?: readonly string[]
  /** Ids of vetoes that the expert marked. */
  readonly referenceVetoes?: readonly string[]
}

/** The rule; its defaults are the trade's. */
export interface CertificationRule {
  /** Points of a score, or levels, that count as the same. @defaultValue 5 */
  readonly tolerance?: number
  /** Share within tolerance that has to be shown, as a fraction. @defaultValue 0.8 */
  readonly leastShare?: number
  /** Points that the mean may be off. @defaultValue 3 */
  readonly greatestBias?: number
  /** Vetoes of the reference that have to have been there. @defaultValue 5 */
  readonly leastVetoes?: number
  /** Calls looked at: the last so many. @defaultValue 30 and 60 */
  readonly leastCalls?: number
  readonly mostCalls?: number
  /** Sessions that were held with this rater. One of which no call is given is refused: none may be left out. */
  readonly sessions?: readonly string[]
}

/** What has to hold, and whether it does. */
export interface CertificationCheck<Value> {
  readonly outcome: 'holds' | 'fails' | 'open'
  readonly value: Value
}

/** Whether a rater may judge alone. */
export interface Certification {
  /**
   * `too-uniform`: one constant score for every call would pass, so that these calls cannot tell. `not-enough-calls`:
   * neither shown nor refuted.
   */
  readonly outcome: 'certified' | 'not-certified' | 'not-enough-calls' | 'too-uniform'
  /** Calls used, the last ones; all of them in `callIds`. */
  readonly calls: number
  readonly callIds: readonly string[]
  /** Of these not judged by the rater. */
  readonly unrated: number
  /** Share within tolerance, with its one-sided 95 % exact limits. */
  readonly share: CertificationCheck<{
    readonly within: number
    readonly value: number
    readonly lower: number
    readonly upper: number
  }>
  /** Mean of rater less reference, with its 90 % interval; undefined where fewer than two were judged. */
  readonly bias: CertificationCheck<
    { readonly value: number; readonly lower: number; readonly upper: number } | undefined
  >
  /** Vetoes of the reference, and those that the rater missed. */
  readonly vetoes: CertificationCheck<{ readonly reference: number; readonly missed: number }>
  /** Where open: calls that would decide if all goes on as before; absent where no number up to 2,000 does. */
  readonly callsNeeded?: number
  /** The best constant score, where it would pass. */
  readonly constant?: number
}

/** One-sided. */
const CONFIDENCE = 0.95
/** Calls up to which a number that would decide is looked for. */
const FURTHEST = 2_000

/**
 * Certifies a rater against an expert's blind scores, on the last calibration calls, none left out: the exact lower
 * 95 % limit of the share within tolerance is at least 80 % (28 of 30, 34 of 37, 40 of 44), the 90 % interval of the
 * mean difference lies within 3 points, and of at least five vetoes of the expert none was missed. A rater whose true
 * share is 80 % passes at most one time in twenty. Retries do not help: every session counts.
 * @param calls - of all sessions of one rater, in any order
 * @throws CallgradeError `calibration/left-out` for a session without calls, `calibration/rated-twice`, `document/instant`
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

/** Whole decimals such as 4.9 - 4.8 are a little off. */
function isWithin(score: number, reference: number, tolerance: number): boolean {
  return Math.abs(score - reference) <= tolerance + 1e-9
}

function lastCalls(
  calls: readonly CalibrationCall[],
  sessions: readonly string[],
  most: number,
): readonly CalibrationCall[] {
  const issues: Issue[] = []
  const held = new Map<string, string>()
  const seen = new Set<string>()
  for (const [index, call] of calls.entries()) {
    const missing = missingKey(call, ['callId', 'sessionId', 'heldAt'])
    if (missing) {
      issues.push(issueOf({ ...missing, path: ['calls', index, ...missing.path] }, undefined))
      continue
    }
    const { sessionId, heldAt, callId, score, reference } = call
    const told = (draft: Parameters<typeof issueOf>[0]): void => void issues.push(issueOf(draft, undefined))
    if (Number.isNaN(instantOf(heldAt)))
      told({ code: 'document/instant', path: ['calls', index, 'heldAt'], received: excerptOf(heldAt) })
    for (const [key, value] of [
      ['score', score],
      ['reference', reference],
    ] as const)
      if (!(key === 'score' && value === null) && !Number.isFinite(value))
        issues.push(argumentIssue('calibration/argument', ['calls', index, key], 'number', value))
    const before = held.get(sessionId) ?? heldAt
    if (instantOf(before) !== instantOf(heldAt))
      issues.push(argumentIssue('calibration/argument', ['calls', index, 'heldAt'], JSON.stringify(before), heldAt))
    held.set(sessionId, before)
    for (const key of ['vetoes', 'referenceVetoes'] as const)
      if (call[key] !== undefined && !Array.isArray(call[key]))
        told({ code: 'document/type', path: ['calls', index, key], expected: 'array', received: excerptOf(call[key]) })
    const key = JSON.stringify([sessionId, callId])
    if (seen.has(key))
      told({ code: 'calibration/rated-twice', path: ['calls', index], details: { call: callId, rater: '', item: '' } })
    seen.add(key)
  }
  for (const [index, session] of sessions.entries())
    if (!held.has(session))
      issues.push(
        issueOf({ code: 'calibration/left-out', path: ['sessions', index], received: excerptOf(session) }, undefined),
      )
  throwIssues(issues)
  // By time; within a session in the order given, so that nobody's order chooses which of its calls count.
  const sorted = [...calls].sort(
    (a, b) =>
      instantOf(a.heldAt) - instantOf(b.heldAt) ||
      (a.sessionId < b.sessionId ? -1 : a.sessionId > b.sessionId ? 1 : a.callId < b.callId ? -1 : 1),
  )
  return sorted.slice(-most)
}

function shareCheck(within: number, n: number, least: number): Certification['share'] {
  if (n === 0) return { outcome: 'open', value: { within: 0, value: 0, lower: 0, upper: 1 } }
  const { lower, upper } = exactInterval(within, n - within, 1 - CONFIDENCE)
  return {
    outcome: lower >= least ? 'holds' : upper < least ? 'fails' : 'open',
    value: { within, value: within / n, lower, upper },
  }
}

function biasCheck(differences: readonly number[], greatest: number): Certification['bias'] {
  const n = differences.length
  if (n < 2) return { outcome: 'open', value: undefined }
  const value = mean(differences)
  const deviation = Math.sqrt(sum(differences.map((own) => (own - value) ** 2)) / (n - 1))
  const reach = (studentT.quantile(CONFIDENCE, n - 1) * deviation) / Math.sqrt(n)
  const [lower, upper] = [value - reach, value + reach]
  const isInside = lower >= -greatest && upper <= greatest
  const isOutside = lower > greatest || upper < -greatest
  return { outcome: isInside ? 'holds' : isOutside ? 'fails' : 'open', value: { value, lower, upper } }
}

/** A call that the rater did not judge missed its vetoes. */
function vetoCheck(calls: readonly CalibrationCall[], least: number): Certification['vetoes'] {
  let [reference, missed] = [0, 0]
  for (const { vetoes = [], referenceVetoes = [] } of calls)
    for (const veto of new Set(referenceVetoes)) {
      reference++
      if (!vetoes.includes(veto)) missed++
    }
  return { outcome: missed > 0 ? 'fails' : reference >= least ? 'holds' : 'open', value: { reference, missed } }
}

/** The constant that is most often within tolerance, where it would pass as the rater has to; vetoes apart. */
function passingConstant(
  calls: readonly CalibrationCall[],
  { tolerance, leastShare, greatestBias }: { tolerance: number; leastShare: number; greatestBias: number },
): number | undefined {
  const references = calls.map(({ reference }) => reference)
  // Best at a reference, at the edge of one's tolerance, or at their mean.
  const candidates = [mean(references), ...references.flatMap((own) => [own, own - tolerance, own + tolerance])]
  return candidates.find((constant) => {
    const within = references.filter((own) => isWithin(constant, own, tolerance)).length
    return (
      shareCheck(within, references.length, leastShare).outcome === 'holds' &&
      biasCheck(
        references.map((own) => constant - own),
        greatestBias,
      ).outcome === 'holds'
    )
  })
}

/** The least number of calls at which all would hold, or one fail, if share, spread and vetoes stay as they are. */
function callsNeeded(
  { calls, share, bias, vetoes, unrated }: Pick<Certification, 'calls' | 'share' | 'bias' | 'vetoes' | 'unrated'>,
  {
    leastShare,
    greatestBias,
    leastVetoes,
    leastCalls,
  }: { leastShare: number; greatestBias: number; leastVetoes: number; leastCalls: number },
): number | undefined {
  if (calls === 0) return undefined
  const judged = calls - unrated
  const { value: middle = 0, lower = 0 } = bias.value ?? {}
  const reach = middle - lower
  const deviation = judged > 1 ? (reach * Math.sqrt(judged)) / studentT.quantile(CONFIDENCE, judged - 1) : 0
  for (let n = Math.max(calls, leastCalls); n <= FURTHEST; n++) {
    const shareThen = shareCheck(Math.round(share.value.value * n), n, leastShare).outcome
    const reachThen = (studentT.quantile(CONFIDENCE, n - 1) * deviation) / Math.sqrt(n)
    const isInside = middle - reachThen >= -greatestBias && middle + reachThen <= greatestBias
    const isOutside = middle - reachThen > greatestBias || middle + reachThen < -greatestBias
    if (shareThen === 'fails' || isOutside) return n > calls ? n : undefined
    const vetoesThen = Math.floor((vetoes.value.reference * n) / calls)
    if (shareThen === 'holds' && isInside && vetoesThen >= leastVetoes) return n > calls ? n : undefined
  }
  return undefined
}
