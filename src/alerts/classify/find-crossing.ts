import { instantOf } from '../../documents/time/instant.js'
import { utcText } from '../../documents/time/instant-text.js'
import type { CompiledPolicy } from '../policy/compile-policy.js'
import type { Crossing } from './crossing.js'
import type { GroupChange } from './group-changes.js'
import type { PlacedFinding } from './group-findings.js'
import type { RateThresholds } from './rate-thresholds.js'
import { testStep } from './test-step.js'
import { windowEnds } from './window-ends.js'

/**
 * Tests the steps of a group, gravest first, with the windows that new findings are in.
 * @param change - the group and its new findings
 * @param reachedRank - of the open alert's level, since only graver levels count; infinite without an open alert
 * @param at - the moment, in milliseconds since 1970
 * @returns the first step that holds, with its evidence
 */
export function findCrossing(
  { groups, group, found }: GroupChange,
  reachedRank: number,
  at: number,
  { levels, rankOf }: CompiledPolicy,
  thresholds: RateThresholds,
): Crossing | undefined {
  const inOrder = found.length > 1 ? [...found].sort((a, b) => a.at - b.at) : found
  for (const step of groups.rule.steps) {
    const level = levels.get(step.level)
    if (!level || rankOf(step.level) >= reachedRank) continue
    for (const end of windowEnds(step, group.findings.all, inOrder)) {
      const evidence = testStep(groups, group, step, end, thresholds)
      if (!evidence) continue
      const ids = new Set(evidence.findings)
      const findings = group.findings.all.map(({ finding }) => finding).filter(({ id }) => ids.has(id))
      return { level, evidence, findings, at: foundAtOf(inOrder, at) }
    }
  }
  return undefined
}

/** Returns the moment as the first of the findings wrote it, with its offset. */
function foundAtOf(found: readonly PlacedFinding[], at: number): string {
  const texts = found.map(({ finding }) => finding.foundAt).filter((text) => instantOf(text) === at)
  return texts.sort()[0] ?? utcText(at)
}
