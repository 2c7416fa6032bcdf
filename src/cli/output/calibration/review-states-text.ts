import { dueText } from '../../../calendar/index.js'
import type { ReviewState } from '../../../calibration/index.js'
import type { Words } from '../../words/words.js'
import { tableOf } from '../table-of.js'

/** The states of review as a table for people. */
export function reviewStatesText(
  states: readonly ReviewState[],
  timeZone: string,
  { calibration, scores }: Words,
): string {
  const due = (deadline: ReviewState['appealDue']): string =>
    deadline?.status === 'fixed' ? dueText(deadline.dueAt, timeZone) : '-'
  const rows = states.map((state) => [
    state.evaluationId,
    calibration.statuses[state.status],
    state.record?.score === null || state.record === undefined ? '-' : String(state.record.score),
    state.record?.verdict ? scores.verdicts[state.record.verdict] : '-',
    String(state.scores.length),
    state.appeals
      .map(({ status, decision }) => (decision ? calibration.decisions[decision] : calibration.appeals[status]))
      .join(scores.separator) || '-',
    due(state.appealDue),
    due(state.feedbackDue) + (state.isFeedbackLate ? calibration.late : ''),
  ])
  return tableOf(calibration.reviewHeader, rows, [0, 1, 3, 5, 6, 7])
}
