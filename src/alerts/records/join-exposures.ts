import { canonicalJson } from '../../documents/canonical-json.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Exposure } from '../finding.js'
import { differing } from './differing-delivery.js'

/**
 * Joins rows of several deliveries. Rows with an id count once. Rows without one add up within a delivery; the same row
 * in two deliveries counts as one row delivered twice.
 * @throws CallgradeError `alerts/differing-delivery` where two different records have one id
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
