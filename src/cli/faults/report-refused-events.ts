import type { AlertReview } from '../../alerts/index.js'
import type { CommandContext } from '../command-context.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { issueLine } from './issue-line.js'

/** Reports impossible events, each with its reason, and returns the exit code. */
export function reportRefusedEvents(
  { refused }: Pick<AlertReview, 'refused'>,
  file: string,
  context: CommandContext,
): ExitCode {
  for (const { event, issue } of refused) context.report(issueLine(`${file} ${event}`, { ...issue, path: [] }, context))
  if (refused.length === 0) return EXIT.fine
  context.report(context.words.alerts.refused(refused.length))
  return EXIT.faults
}
