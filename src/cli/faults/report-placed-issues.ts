import { type Issue, messageOf } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import { issueLine } from './issue-line.js'

/** Reports issues of records, each with the line of the record that it is about. */
export function reportPlacedIssues(
  file: string,
  issues: readonly Issue[],
  lineOf: (index: number) => number | undefined,
  context: CommandContext,
): void {
  for (const issue of issues) context.report(placedLine(file, issue, lineOf, context))
}

function placedLine(
  file: string,
  issue: Issue,
  lineOf: (index: number) => number | undefined,
  context: CommandContext,
): string {
  const [, index] = issue.path
  const line = typeof index === 'number' ? lineOf(index) : undefined
  if (line === undefined) return issueLine(file, issue, context)
  return `${file}:${line} ${context.words.faults.severities[issue.severity]} ${issue.code} ${messageOf(issue, context.language)}`
}
