import type { Issue } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import { issueLine } from './issue-line.js'

/** Reports issues of a file, one a line. */
export function reportIssues(file: string, issues: readonly Issue[], context: CommandContext): void {
  for (const issue of issues) context.report(issueLine(file, issue, context))
}
