import { assertNever } from '../../issues/assert-never.js'
import type { Finding } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { type Tags, targetOfFault } from './rubric-tags.js'
import { purposeOf, whoOf } from './score-subject.js'
import type { TimedScore } from './timed-score.js'

/** Maximum number of findings of one fault of one score. Counts have no limit, and more findings change no alert. */
const MAXIMUM_OCCURRENCES = 100

export type ScoreFacts = Readonly<Record<string, unknown>> | undefined

/** Returns the findings of one score, by the policy's `fromScores`. */
export function findingsOf(
  { score, occurredAt, foundAt }: TimedScore,
  policy: AlertPolicy,
  tags: Tags | undefined,
  facts: ScoreFacts,
): Finding[] {
  const findings: Finding[] = []
  const add = (kind: string, target: string, more: Partial<Finding> = {}, occurrence = 1): void => {
    const found = tags?.get(target)
    findings.push({
      id: `${score.evaluationId}/${kind}/${target}${occurrence > 1 ? `/${occurrence}` : ''}`,
      kind,
      occurredAt,
      foundAt,
      ...whoOf(score),
      evaluationId: score.evaluationId,
      rubric: score.rubric,
      ...more,
      ...(found && { tags: found }),
      purpose: purposeOf(score),
      ...(facts && { facts }),
    })
  }
  for (const source of policy.fromScores ?? []) {
    switch (source.kind) {
      case 'veto':
        for (const veto of score.vetoes) add('veto', veto)
        break
      case 'critical-error':
        for (const [family, state] of Object.entries(score.criticalErrors))
          if (state === 'error') add('critical-error', family)
        break
      case 'item':
        for (const [item, percent] of Object.entries(score.items))
          if (percent !== null && percent <= source.atMostPercent) add('item', item, { item, percent })
        break
      case 'fault':
        for (const [item, faults] of Object.entries(score.faults ?? {})) {
          const percent = score.items[item]
          const more = { item, ...(typeof percent === 'number' && { percent }) }
          for (const [fault, count] of Object.entries(faults))
            for (let occurrence = 1; occurrence <= Math.min(count, MAXIMUM_OCCURRENCES); occurrence++)
              add('fault', targetOfFault(item, fault), more, occurrence)
        }
        break
      case 'band':
        if (score.band !== null && source.bands.includes(score.band)) add('band', score.band)
        break
      default:
        assertNever(source)
    }
  }
  return findings
}
