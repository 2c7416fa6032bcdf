import type { Alert, Evidence } from '../alert.js'
import type { CompiledPolicy } from '../policy/compile-policy.js'
import type { GroupChange } from './group-changes.js'
import type { RateThresholds } from './rate-thresholds.js'
import { testStep } from './test-step.js'

/**
 * Tests whether an alert's level, or a graver one, still holds on the findings of its evidence that were not taken back.
 * @returns the evidence that is left; undefined where the level no longer holds
 */
export function remainingEvidence(
  alert: Alert,
  { groups, group, takenBack }: GroupChange,
  { rankOf }: CompiledPolicy,
  thresholds: RateThresholds,
): Evidence | undefined {
  const rank = rankOf(alert.level)
  const left = new Set(alert.evidence.findings.filter((id) => !takenBack.has(id)))
  const ends = group.findings.all.filter(({ finding }) => left.has(finding.id))
  for (const step of groups.rule.steps) {
    if (rankOf(step.level) > rank) continue
    for (const end of ends) {
      const evidence = testStep(groups, group, step, end, thresholds)
      if (evidence) return evidence
    }
  }
  return undefined
}
