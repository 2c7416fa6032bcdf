import { type Issue, messageOf } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import type { LineMap } from './line-map.js'

/** Maximum number of faults that the library reports per run. */
const MAXIMUM_FAULTS = 200

/** Reports faults of call data as `file:line severity code message`. */
export function reportRowFaults(
  issues: readonly Issue[],
  lines: LineMap,
  { language, words, report }: CommandContext,
): void {
  for (const issue of issues) {
    const { line, firstLine, ...details } = issue.details ?? {}
    const place = typeof line === 'number' ? lines.placeOf(line) : undefined
    const first = typeof firstLine === 'number' ? lines.placeOf(firstLine) : undefined
    const placed: Issue = {
      ...issue,
      details: {
        ...details,
        ...(first && { firstLine: first.file === place?.file ? first.line : `${first.line} (${first.file})` }),
      },
    }
    const where = place ? `${place.file}:${place.line}` : lines.files.join(' ')
    report(`${where} ${words.faults.severities[issue.severity]} ${issue.code} ${messageOf(placed, language)}`)
  }
  if (issues.length >= MAXIMUM_FAULTS) report(words.faults.moreFaults(issues.length))
}
