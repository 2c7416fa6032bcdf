import { formatPath, type Issue, type Language, messageOf } from '../../issues/index.js'

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

/** An issue as an annotation of GitHub Actions, which shows it at its line in the pull request. */
export function githubLine(file: string, issue: Issue, language: Language): string {
  const { position, severity, code } = issue
  const properties = [
    ['file', file],
    ...(position
      ? [
          ['line', String(position.line)],
          ['col', String(position.column)],
        ]
      : []),
    ['title', code],
  ]
  const written = properties.map(([name, value = '']) => `${name}=${escaped(value, /[%\r\n:,]/g)}`).join(',')
  return `::${severity} ${written}::${escaped(messageOf(issue, language), /[%\r\n]/g)}`
}

/** As the runner's command syntax demands. */
function escaped(text: string, characters: RegExp): string {
  return text.replace(
    characters,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
