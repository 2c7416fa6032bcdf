import { formatPath, type Issue, type Language, messageOf } from '../issues/index.js'

/** One issue as `file:line:column severity code message`; the path where there is no place in a text. */
export function issueLine(file: string, issue: Issue, language: Language): string {
  const place = issue.position
    ? `${file}:${issue.position.line}:${issue.position.column}`
    : [file, formatPath(issue.path)].filter((part) => part !== '').join(' ')
  return `${place} ${issue.severity} ${issue.code} ${messageOf(issue, language)}`
}

/** An issue with its sentence, for result lines; of its place only what a reader of the file can use. */
export function issueWithMessage(issue: Issue, language: Language): object {
  const { position, ...facts } = issue
  return {
    ...facts,
    ...(position && { position: { line: position.line, column: position.column } }),
    message: messageOf(issue, language),
  }
}
