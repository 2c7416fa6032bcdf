import type { Exposure } from '../finding.js'
import type { ScoreFacts } from './findings-of-score.js'
import type { Tags } from './rubric-tags.js'
import { purposeOf, whoOf } from './score-subject.js'
import type { TimedScore } from './timed-score.js'

/** Returns what one score rated: the call as a whole, and each item. */
export function exposuresOf(
  { score, foundAt }: TimedScore,
  date: string,
  tags: Tags | undefined,
  facts: ScoreFacts,
): Exposure[] {
  const shared = {
    date,
    ...whoOf(score),
    purpose: purposeOf(score),
    ...(facts && { facts }),
    rated: 1,
    evaluationId: score.evaluationId,
    rubric: score.rubric,
    ratedAt: foundAt,
  }
  const rows: Exposure[] = [{ id: score.evaluationId, ...shared }]
  for (const [item, percent] of Object.entries(score.items)) {
    if (percent === null) continue
    const own = tags?.get(item)
    rows.push({ id: `${score.evaluationId}/${item}`, ...shared, item, ...(own && { tags: own }) })
  }
  return rows
}
