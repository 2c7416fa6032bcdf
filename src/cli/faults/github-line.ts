import { type Issue, type Language, messageOf } from '../../issues/index.js'

/** Writes an issue as an annotation of GitHub Actions, which shows it at its line in the pull request. */
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

/** Escapes characters as the syntax of the runner's commands demands. */
function escaped(text: string, characters: RegExp): string {
  return text.replace(
    characters,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
