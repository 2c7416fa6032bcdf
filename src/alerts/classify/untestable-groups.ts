import type { UntestableGroup } from '../alert.js'
import { leastChanceOf } from '../rates/rate-chance.js'
import { rateDataOf } from '../rates/rate-data.js'
import { obstacleOf } from '../rates/rate-obstacle.js'
import { labelsOf } from './labels-of-group.js'
import type { RateThresholds } from './rate-thresholds.js'
import { rateWindow } from './rate-window.js'
import type { RuleGroups } from './rule-groups.js'

/**
 * Lists the groups that no rate could have brought to a level, had every rating in the window been wrong.
 * @param lastDay - of the windows, as days since 1970
 */
export function untestableGroups(
  rules: readonly RuleGroups[],
  thresholds: RateThresholds,
  lastDay: number,
): readonly UntestableGroup[] {
  const untestable: UntestableGroup[] = []
  for (const { rule, rates } of rules) {
    for (const { step, counts } of rates) {
      const days = rateWindow(step.window, lastDay)
      if (!step.rate || !days) continue
      const reference = step.rate.above
      const { limit } = thresholds.sharesOf(step.level, lastDay)
      for (const group of counts.groups.values()) {
        const data = rateDataOf(group, reference, days)
        if (data.rated === 0 && data.found === 0) continue
        const reason = obstacleOf(data, reference) ?? (leastChanceOf(data, reference) > limit ? 'too-few' : undefined)
        if (reason !== undefined)
          untestable.push({
            rule: rule.source.id,
            level: step.level,
            group: labelsOf(rule.source.groupBy, group.values),
            rated: data.rated,
            reason,
          })
      }
    }
  }
  return untestable
}
