import { canonicalJson } from '../../documents/canonical-json.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import { instantOf } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { AlertEvent } from '../alert.js'
import type { Exposure, Finding } from '../finding.js'
import { recordKey } from '../findings/findings-from-scores.js'
import { BUILT_IN_KINDS } from '../policy/built-in-kinds.js'

/** A finding from when it was found until a later rating took it back, in milliseconds. */
export interface FindingLife {
  readonly finding: Finding
  readonly from: number
  readonly until: number | undefined
}

/** Ratings from when they were known until a later rating of the same call replaced them, in milliseconds. */
export interface ExposureLife {
  readonly exposure: Exposure
  /** Undefined: known from the beginning. */
  readonly from: number | undefined
  readonly until: number | undefined
}

/** These alone are taken back by a later rating. */
const FROM_SCORES: ReadonlySet<string> = new Set(BUILT_IN_KINDS)

/** One rating of a record. */
interface RecordVersion {
  readonly at: number
  readonly evaluationId: string | undefined
}

/**
 * Joins what several deliveries say: the same finding once, from the first time it was found, and only as long as the
 * latest rating of its call still finds it. `deliveries` is what has to be remembered to say the same again.
 * @throws CallgradeError `alerts/differing-delivery` where one id stands for two things
 */
export function findingLives(
  deliveries: readonly Finding[],
  exposures: readonly Exposure[],
): { readonly lives: readonly FindingLife[]; readonly deliveries: readonly Finding[] } {
  const versions = versionsOf(exposures)
  const byId = new Map<string, Finding | Finding[]>()
  for (const finding of deliveries) {
    const known = byId.get(finding.id)
    if (known === undefined) byId.set(finding.id, finding)
    else if (Array.isArray(known)) known.push(finding)
    else if (known !== finding) byId.set(finding.id, [known, finding])
  }
  const lives: FindingLife[] = []
  const kept: Finding[] = []
  const issues: Issue[] = []
  for (const known of byId.values()) {
    const all = Array.isArray(known) ? [...known].sort(byFoundAt) : [known]
    const [first] = all
    if (!first) continue
    const ratings = FROM_SCORES.has(first.kind) ? (versions.get(recordKey(first)) ?? []) : []
    const isRerated = ratings.some(({ at }) => at !== instantOf(first.foundAt))
    if (!isRerated) {
      if (all.some((finding) => !isSameFinding(finding, first))) issues.push(differing('findings', first.id))
      lives.push({ finding: first, from: instantOf(first.foundAt), until: undefined })
      kept.push(first)
    } else {
      lives.push(...ratedLives(all, ratings))
      // Which rating each delivery confirms has to be known in the next run as well.
      kept.push(
        ...all.filter((finding, index) => all.findIndex(({ foundAt }) => foundAt === finding.foundAt) === index),
      )
    }
  }
  throwIssues(issues.slice(0, MAXIMUM_ISSUES))
  return { lives, deliveries: kept }
}

function byFoundAt(a: Finding, b: Finding): number {
  return instantOf(a.foundAt) - instantOf(b.foundAt)
}

/** A finding of a call that was rated more than once: alive as long as each later rating finds it again. */
function ratedLives(deliveries: readonly Finding[], ratings: readonly RecordVersion[]): readonly FindingLife[] {
  const lives: FindingLife[] = []
  let alive: Finding | undefined
  let from = 0
  const moments = [...new Set([...ratings.map(({ at }) => at), ...deliveries.map(({ foundAt }) => instantOf(foundAt))])]
  for (const at of moments.sort((a, b) => a - b)) {
    const found = deliveries.find((finding) => instantOf(finding.foundAt) === at)
    if (found && !alive) [alive, from] = [found, at]
    // A moment without a delivery is that of a rating.
    else if (!found && alive) {
      lives.push({ finding: alive, from, until: at })
      alive = undefined
    }
  }
  if (alive) lives.push({ finding: alive, from, until: undefined })
  return lives
}

/** The ratings of every record, in order of time. */
function versionsOf(exposures: readonly Exposure[]): ReadonlyMap<string, readonly RecordVersion[]> {
  const versions = new Map<string, RecordVersion[]>()
  for (const exposure of exposures) {
    if (exposure.evaluationId === undefined || exposure.ratedAt === undefined) continue
    const at = instantOf(exposure.ratedAt)
    const key = recordKey(exposure)
    const known = versions.get(key)
    if (!known) versions.set(key, [{ at, evaluationId: exposure.evaluationId }])
    else if (known.every((version) => version.at !== at)) known.push({ at, evaluationId: exposure.evaluationId })
  }
  for (const known of versions.values()) known.sort((a, b) => a.at - b.at)
  return versions
}

/** Whether two deliveries say the same but for when they were sent. */
function isSameFinding(a: Finding, b: Finding): boolean {
  return a === b || canonicalJson({ ...a, foundAt: '' }) === canonicalJson({ ...b, foundAt: '' })
}

/**
 * Joins rows of several deliveries. Rows with an id count once. Rows without one add up within a delivery; the same row
 * in two deliveries is taken for one that was delivered again.
 * @throws CallgradeError `alerts/differing-delivery` where one id stands for two things
 */
export function joinExposures(previous: readonly Exposure[], now: readonly Exposure[]): readonly Exposure[] {
  const joined: Exposure[] = []
  const named = new Map<string, Exposure>()
  const issues: Issue[] = []
  const takeNamed = (exposure: Exposure, id: string): void => {
    const key = JSON.stringify([id, exposure.ratedAt])
    const known = named.get(key)
    if (known === undefined) {
      named.set(key, exposure)
      joined.push(exposure)
    } else if (known !== exposure && canonicalJson(known) !== canonicalJson(exposure))
      issues.push(differing('exposures', id))
  }
  const deliveredBefore = new Map<string, number>()
  for (const exposure of previous) {
    if (exposure.id !== undefined) takeNamed(exposure, exposure.id)
    else {
      const text = canonicalJson(exposure)
      deliveredBefore.set(text, (deliveredBefore.get(text) ?? 0) + 1)
      joined.push(exposure)
    }
  }
  for (const exposure of now) {
    if (exposure.id !== undefined) takeNamed(exposure, exposure.id)
    else if (deliveredBefore.size === 0) joined.push(exposure)
    else {
      const text = canonicalJson(exposure)
      const left = deliveredBefore.get(text) ?? 0
      if (left > 0) deliveredBefore.set(text, left - 1)
      else joined.push(exposure)
    }
  }
  throwIssues(issues.slice(0, MAXIMUM_ISSUES))
  return joined
}

/** When each row counts. */
export function exposureLives(exposures: readonly Exposure[]): readonly ExposureLife[] {
  const versions = versionsOf(exposures)
  return exposures.map((exposure) => {
    if (exposure.ratedAt === undefined) return { exposure, from: undefined, until: undefined }
    const from = instantOf(exposure.ratedAt)
    const later =
      exposure.evaluationId === undefined ? undefined : versions.get(recordKey(exposure))?.find(({ at }) => at > from)
    return { exposure, from, until: later?.at }
  })
}

/**
 * Joins events of several deliveries, in order of time, then of id.
 * @throws CallgradeError `alerts/differing-delivery` where one id stands for two things
 */
export function joinEvents(previous: readonly AlertEvent[], now: readonly AlertEvent[]): readonly AlertEvent[] {
  const byId = new Map<string, AlertEvent>()
  const issues: Issue[] = []
  for (const event of [...previous, ...now]) {
    const known = byId.get(event.id)
    if (!known) byId.set(event.id, event)
    else if (known !== event && canonicalJson(known) !== canonicalJson(event))
      issues.push(differing('events', event.id))
  }
  throwIssues(issues.slice(0, MAXIMUM_ISSUES))
  return [...byId.values()].sort(
    (a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

function differing(list: string, id: string): Issue {
  const draft: IssueDraft = { code: 'alerts/differing-delivery', path: [list], received: excerptOf(id) }
  return issueOf(draft, undefined)
}
