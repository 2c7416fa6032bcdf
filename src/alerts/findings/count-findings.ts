import type { Finding } from '../finding.js'
import { labelValues } from '../policy/labels.js'

/**
 * Counts findings by a label, for `mostMissed` and reports.
 * @param by - `item`, `tag`, `agent`, `team`, `businessType` or a fact; a finding without it is not counted
 * @example
 * countFindings(findings, 'item') //=> { greeting: 4, verify: 9 }
 */
export function countFindings(findings: Iterable<Finding>, by: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const finding of findings)
    for (const value of labelValues(finding, by)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(counts)
}
