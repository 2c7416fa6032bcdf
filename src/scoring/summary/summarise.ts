import type { ExplainedScore } from '../explanation/explanation.js'
import type { ScoreOutcome } from '../score.js'
import type { Summary, SummaryGrouping } from './summary.js'
import { summaryBuilder } from './summary-builder.js'

/**
 * Sums up scores by any grouping. Explained scores also give the points that each item lost.
 * @param by - `[]` for one group of all
 * @example
 * const summary = summarise(scores, 'agentId')
 * summary.groups.map((group) => [group.key.agentId, figuresOf(group).mean])
 * //=> [['A01', 84.2], ['A02', 91.05]]
 */
export function summarise(outcomes: Iterable<ScoreOutcome | ExplainedScore>, by: SummaryGrouping): Summary {
  const builder = summaryBuilder(by)
  for (const outcome of outcomes) builder.add(outcome)
  return builder.finish()
}
