import type { Issue } from '../../issues/index.js'
import type { LineMap } from './line-map.js'

/** An issue of a row with its file and its line there, for programs; any other as it is. */
export function placedInFile(issue: Issue, lines: LineMap): Issue {
  const { line, firstLine, ...details } = issue.details ?? {}
  if (typeof line !== 'number') return issue
  const first = typeof firstLine === 'number' ? lines.placeOf(firstLine) : undefined
  return {
    ...issue,
    details: {
      ...details,
      ...lines.placeOf(line),
      ...(first && { firstFile: first.file, firstLine: first.line }),
    },
  }
}
