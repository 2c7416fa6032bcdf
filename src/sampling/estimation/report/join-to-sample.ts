import { argumentIssue } from '../../../issues/argument-issue.js'
import { CallgradeError } from '../../../issues/callgrade-error.js'
import type { Issue } from '../../../issues/issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'

/** The parts of a manifest that estimates need. */
export interface EstimationManifest {
  readonly strata: readonly {
    readonly key: string
    /** Calls that the stratum holds. */
    readonly N: number
    /** Calls drawn from it to be measured. */
    readonly n: number
    readonly weight: number
  }[]
  readonly drawn: readonly {
    readonly callId: string
    readonly stratum: string
    readonly purpose: 'measure' | 'targeted' | 'coaching'
    readonly rule?: string
  }[]
}

/** Treatment of measure calls without a score: reject, or treat the scored ones as drawn at random. */
export type MissingScores = 'error' | 'as-if-random'

/** A stratum with the calls of it that have a score. */
export interface AnsweredStratum {
  readonly key: string
  readonly size: number
  /** Calls with a score. */
  readonly drawn: number
}

/** Scores in the places of the sample. */
export interface JoinedSample<T> {
  readonly strata: readonly AnsweredStratum[]
  /** Scores of measure calls by stratum, each with the index of its stratum. */
  readonly calls: readonly { readonly stratum: number; readonly entry: T }[]
  /** Ids of measure calls without a score, in the order of the manifest. */
  readonly missing: readonly string[]
  readonly targeted: DrawnApart<T>
  readonly coaching: DrawnApart<T>
  /** Warnings: scores that belong to no drawn call. */
  readonly issues: readonly Issue[]
}

/** Calls drawn for another purpose than measuring. */
export interface DrawnApart<T> {
  readonly drawn: number
  readonly entries: readonly T[]
}

/**
 * Puts scores in the places of the drawn calls. Only measure calls carry weight.
 * @throws CallgradeError `sampling/score-twice`, `sampling/score-missing`, `sampling/stratum-unanswered`, together with
 * the warnings `sampling/score-outside-sample` and `sampling/score-without-call`
 */
export function joinToSample<T extends { readonly callId?: string }>(
  manifest: EstimationManifest,
  entries: Iterable<T>,
  missing: MissingScores,
): JoinedSample<T> {
  const places = placesOf(manifest)
  const found: (T | undefined)[] = []
  const apart = { targeted: new Map<string, T>(), coaching: new Map<string, T>() }
  const errors: Issue[] = []
  const warnings: Issue[] = []
  let index = 0
  for (const entry of entries) {
    const { callId } = entry
    const path = ['scores', index++]
    if (callId === undefined) {
      warnings.push({ code: 'sampling/score-without-call', severity: 'warning', path })
      continue
    }
    const received = JSON.stringify(callId)
    const place = places.measure.get(callId)
    const purpose = places.others.get(callId)
    if (place !== undefined) {
      if (found[place] === undefined) found[place] = entry
      else errors.push({ code: 'sampling/score-twice', severity: 'error', path, received })
    } else if (purpose !== undefined) apart[purpose].set(callId, entry)
    else warnings.push({ code: 'sampling/score-outside-sample', severity: 'warning', path, received })
  }

  const rows: { readonly stratum: number; readonly entry: T }[][] = manifest.strata.map(() => [])
  const absent: string[] = []
  manifest.drawn.forEach(({ callId, purpose }, place) => {
    if (purpose !== 'measure') return
    const entry = found[place]
    const stratum = places.stratum[place] ?? 0
    if (entry !== undefined) rows[stratum]?.push({ stratum, entry })
    else {
      absent.push(callId)
      if (missing === 'error') errors.push(missingIssue(callId, place))
    }
  })
  const strata = manifest.strata.map(({ key, N }, at) => ({ key, size: N, drawn: rows[at]?.length ?? 0 }))
  strata.forEach(({ key, drawn }, at) => {
    if (drawn === 0 && missing !== 'error') errors.push(unansweredIssue(key, at))
  })
  const [first, ...rest] = errors
  if (first) throw new CallgradeError([first, ...rest, ...warnings])
  const apartOf = (purpose: 'targeted' | 'coaching') => ({
    drawn: places.counts[purpose],
    entries: [...apart[purpose].values()],
  })
  return {
    strata,
    calls: rows.flat(),
    missing: absent,
    targeted: apartOf('targeted'),
    coaching: apartOf('coaching'),
    issues: warnings,
  }
}

/** Collects the purpose and stratum of each drawn call. */
function placesOf(manifest: EstimationManifest) {
  const strata = new Map(manifest.strata.map(({ key }, index) => [key, index]))
  const measure = new Map<string, number>()
  const others = new Map<string, 'targeted' | 'coaching'>()
  const counts = { targeted: 0, coaching: 0 }
  const perStratum = manifest.strata.map(() => 0)
  const stratum: number[] = []
  const issues: Issue[] = []
  manifest.drawn.forEach(({ callId, stratum: key, purpose }, place) => {
    const path = ['manifest', 'drawn', place]
    const at = strata.get(key)
    if (at === undefined)
      issues.push(argumentIssue('sampling/argument', [...path, 'stratum'], 'a stratum of the manifest', key))
    stratum.push(at ?? 0)
    if (purpose !== 'measure') {
      others.set(callId, purpose)
      counts[purpose]++
      return
    }
    if (measure.has(callId))
      issues.push(argumentIssue('sampling/argument', [...path, 'callId'], 'a call that is measured once', callId))
    measure.set(callId, place)
    if (at !== undefined) perStratum[at] = (perStratum[at] ?? 0) + 1
  })
  manifest.strata.forEach(({ N, n }, at) => {
    const path = ['manifest', 'strata', at]
    const drawn = perStratum[at] ?? 0
    if (!(Number.isSafeInteger(N) && N >= 1))
      issues.push(argumentIssue('sampling/argument', [...path, 'N'], 'a whole number from 1', N))
    else if (!(n >= 1 && n <= N))
      issues.push(argumentIssue('sampling/argument', [...path, 'n'], `a whole number from 1 to ${N}`, n))
    else if (n !== drawn) issues.push(argumentIssue('sampling/argument', [...path, 'n'], `${drawn}, as drawn`, n))
  })
  throwIssues(issues)
  return { measure, others, counts, stratum }
}

function missingIssue(callId: string, place: number): Issue {
  const path = ['manifest', 'drawn', place]
  return { code: 'sampling/score-missing', severity: 'error', path, received: JSON.stringify(callId) }
}

function unansweredIssue(key: string, at: number): Issue {
  const path = ['manifest', 'strata', at]
  return { code: 'sampling/stratum-unanswered', severity: 'error', path, received: JSON.stringify(key) }
}
