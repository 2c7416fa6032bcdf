import type { AlertPolicy, AlertReview, ClosureReport } from '../../../alerts/index.js'
import type { CommandContext } from '../../command-context.js'
import { issueWithMessage } from '../../faults/issue-with-message.js'
import { alertReportText } from './alert-report-text.js'

/** Writes alerts in the wanted form, with closure where it is given. */
export async function writeAlerts(
  review: AlertReview,
  closure: ClosureReport | undefined,
  policy: AlertPolicy,
  format: 'table' | 'json' | 'markdown',
  { language, words, write }: CommandContext,
): Promise<void> {
  if (format !== 'json') {
    await write(`${alertReportText(review, closure, policy, format, language, words)}\n`)
    return
  }
  const { alerts, unplaced, notTestable, asOf, policyVersion } = review
  const refused = review.refused.map(({ event, issue }) => ({ event, issue: issueWithMessage(issue, language) }))
  const shown = { policy: policy.id, policyVersion, asOf, alerts, unplaced, notTestable, refused }
  await write(`${JSON.stringify(closure ? { ...shown, closure } : shown, null, 2)}\n`)
}
