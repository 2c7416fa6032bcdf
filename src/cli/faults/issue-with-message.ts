import { type Issue, type Language, messageOf } from '../../issues/index.js'

/** An issue with its sentence, for result lines; of its place only what a reader of the file can use. */
export function issueWithMessage(issue: Issue, language: Language): object {
  const { position, ...facts } = issue
  return {
    ...facts,
    ...(position && { position: { line: position.line, column: position.column } }),
    message: messageOf(issue, language),
  }
}
