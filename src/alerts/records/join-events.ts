import { canonicalJson } from '../../documents/canonical-json.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { instantOf } from '../../documents/time/instant.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { AlertEvent } from '../alert.js'
import { differing } from './differing-delivery.js'

/**
 * Joins events of several deliveries, in order of time, then of id.
 * @throws CallgradeError `alerts/differing-delivery` where two different records have one id
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
