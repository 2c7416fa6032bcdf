import { canonicalJson } from '../../documents/canonical-json.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { instantOf } from '../../documents/time/instant.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Exposure, Finding } from '../finding.js'
import { recordKey } from '../findings/record-key.js'
import { BUILT_IN_KINDS } from '../policy/built-in-kinds.js'
import { differing } from './differing-delivery.js'
import { type RecordVersion, versionsOf } from './record-versions.js'

/** A finding from when it was found until a later rating took it back, in milliseconds. */
export interface FindingLife {
  readonly finding: Finding
  readonly from: number
  readonly until: number | undefined
}

/** These alone are taken back by a later rating. */
const FROM_SCORES: ReadonlySet<string> = new Set(BUILT_IN_KINDS)

/**
 * Joins what several deliveries say: the same finding once, from the first time it was found, and only as long as the
 * latest rating of its call still finds it. `deliveries` is what has to be remembered to say the same again.
 * @throws CallgradeError `alerts/differing-delivery` where two different records have one id
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
      // The next run has to know as well which rating each delivery confirms.
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

/**
 * Returns the lives of a finding of a call that was rated more than once: it lives as long as each later rating finds
 * it again.
 */
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

/** Returns whether two deliveries are the same apart from the time at which they were sent. */
function isSameFinding(a: Finding, b: Finding): boolean {
  return a === b || canonicalJson({ ...a, foundAt: '' }) === canonicalJson({ ...b, foundAt: '' })
}
