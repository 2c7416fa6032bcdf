import { formatPath, type Issue, messageOf } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'

/** One issue as `file:line:column severity code message`; the path where there is no place in a text. */
export function issueLine(
  file: string,
  issue: Issue,
  { language, words }: Pick<CommandContext, 'language' | 'words'>,
): string {
  const place = issue.position
    ? `${file}:${issue.position.line}:${issue.position.column}`
    : [file, formatPath(issue.path)].filter((part) => part !== '').join(' ')
  return `${place} ${words.faults.severities[issue.severity]} ${issue.code} ${messageOf(issue, language)}`
}
