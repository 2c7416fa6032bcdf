import { formatPath, type Issue } from './issue.js'
import type { IssueCode } from './issue-code.js'

/** Survives a second copy of the package (ESM beside CJS), where `instanceof` does not. */
const MARKER = 'callgrade/error'

/** The issues that `message` spells out; all of them are in `issues`. */
const ISSUES_IN_MESSAGE = 10

/**
 * Thrown by every function that refuses its input. Holds all faults that one pass found, never none.
 * `message` is for logs; for people use `messageOf(issue, language)` on each of `issues`.
 */
export class CallgradeError extends Error {
  override readonly name = 'CallgradeError'
  /** The code of the first issue. */
  readonly code: IssueCode
  readonly issues: readonly [Issue, ...Issue[]]
  /** Marks the class across copies of the package; read by `isCallgradeError`. */
  readonly marker = MARKER

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(summaryOf(issues))
    this.code = issues[0].code
    this.issues = issues
  }
}

/**
 * Checks whether a caught value is a `CallgradeError`, also one thrown by another copy of the package.
 * @example
 * try { compileRubric('{}') } catch (error) { if (isCallgradeError(error)) error.issues.length }
 * //=> 6
 */
export function isCallgradeError(error: unknown): error is CallgradeError {
  return error instanceof Error && 'marker' in error && error.marker === MARKER
}

function summaryOf(issues: readonly Issue[]): string {
  const lines = issues.slice(0, ISSUES_IN_MESSAGE).map(summaryLine)
  if (issues.length > ISSUES_IN_MESSAGE) lines.push(`(+${issues.length - ISSUES_IN_MESSAGE})`)
  return lines.join('\n')
}

function summaryLine(issue: Issue): string {
  let line: string = issue.code
  if (issue.path.length > 0) line += ` at ${formatPath(issue.path)}`
  if (issue.position) line += ` (${issue.position.line}:${issue.position.column})`
  const parts: string[] = []
  if (issue.expected !== undefined) parts.push(`expected ${issue.expected}`)
  if (issue.received !== undefined) parts.push(`received ${issue.received}`)
  if (issue.suggestion !== undefined) parts.push(`did you mean ${issue.suggestion}?`)
  for (const [name, value] of Object.entries(issue.details ?? {})) parts.push(`${name} ${value}`)
  return parts.length > 0 ? `${line}: ${parts.join(', ')}` : line
}
