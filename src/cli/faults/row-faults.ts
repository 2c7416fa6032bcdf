import { type Issue, isCallgradeError, messageOf } from '../../issues/index.js'
import type { CommandContext } from '../console.js'
import { samplingWordsOf } from '../words/sampling.js'
import type { LineMap } from './line-map.js'

/** Most faults that are told of one run. */
const MOST_TOLD = 200

/** Prints faults of call data as `file:line severity code message`. */
export function printRowFaults(issues: readonly Issue[], lines: LineMap, { console, language }: CommandContext): void {
  for (const issue of issues) {
    const { line, firstLine, ...details } = issue.details ?? {}
    const place = typeof line === 'number' ? lines.placeOf(line) : undefined
    const first = typeof firstLine === 'number' ? lines.placeOf(firstLine) : undefined
    const told: Issue = {
      ...issue,
      details: {
        ...details,
        ...(first && { firstLine: first.file === place?.file ? first.line : `${first.line} (${first.file})` }),
      },
    }
    const where = place ? `${place.file}:${place.line}` : lines.files.join(' ')
    console.writeError(`${where} ${issue.severity} ${issue.code} ${messageOf(told, language)}\n`)
  }
  if (issues.length >= MOST_TOLD) console.writeError(`${samplingWordsOf(language).moreFaults(issues.length)}\n`)
}

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

/** Runs what may be refused; prints the faults, and tells by undefined that there were any. */
export function orFaults<T>(work: () => T, lines: LineMap, context: CommandContext): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    printRowFaults(error.issues, lines, context)
    return undefined
  }
}
