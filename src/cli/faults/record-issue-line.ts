import { formatPath, type Issue } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import type { ReadRecords } from '../input/read-records.js'
import { issueLine } from './issue-line.js'

/** An issue of a record, with the place of the record and the path within it. */
export function recordIssueLine(issue: Issue, { file, places }: ReadRecords, context: CommandContext): string {
  const [, index, ...rest] = issue.path
  const place = typeof index === 'number' ? places[index] : undefined
  if (!place) return issueLine(file, issue, context)
  const where = [`${file}:${place.line}:${place.column}`, formatPath(rest)].filter((part) => part !== '').join(' ')
  return issueLine(where, { ...issue, path: [] }, context)
}
