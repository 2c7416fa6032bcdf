import type { Result } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import { reportIssues } from '../faults/report-issues.js'
import { readText } from './text/read-text.js'

/** Reads a document; reports its faults and returns undefined if there were any. */
export async function readDocument<T>(
  file: string,
  parse: (text: string) => Result<T>,
  context: CommandContext,
): Promise<T | undefined> {
  // Documents are UTF-8; `--encoding` says how data are written.
  const { data, issues = [] } = parse(await readText(file, { ...context, encoding: 'utf-8' }))
  if (data !== undefined) return data
  reportIssues(file, issues, context)
  context.report(context.words.faults.faultyFile(file))
  return undefined
}
