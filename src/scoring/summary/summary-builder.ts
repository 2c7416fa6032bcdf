import type { ExplainedScore } from '../explanation/explanation.js'
import { isFailedScore } from '../is-failed-score.js'
import type { ScoreOutcome } from '../score.js'
import { GroupTable } from './group-table.js'
import { labelsBy } from './labels-by.js'
import type { Summary, SummaryGrouping } from './summary.js'

/** Stream that sums scores in constant memory per group. */
export interface SummaryBuilder {
  /** Counts one outcome. */
  readonly add: (outcome: ScoreOutcome | ExplainedScore) => void
  /** Gives the summary of everything added; more may be added afterwards. */
  readonly finish: () => Summary
}

/**
 * Starts a summary to which outcomes are added as they arrive.
 * @param by - keys or labels to group by, as `summarise` takes them; `[]` for one group of all
 */
export function summaryBuilder(by: SummaryGrouping): SummaryBuilder {
  const table = new GroupTable()
  const labelsOf = typeof by === 'function' ? by : labelsBy(typeof by === 'string' ? [by] : by)
  return {
    add: (outcome) => {
      if (isFailedScore(outcome)) table.failed++
      else table.group(labelsOf(outcome)).addScore(outcome)
    },
    finish: () => table.summary(),
  }
}
