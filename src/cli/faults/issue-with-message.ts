import { type Issue, type Language, messageOf } from '../../issues/index.js'
import type { Rubric } from '../../rubric/index.js'

/** An issue with its sentence, for result lines; of its place only what a reader of the file can use; with a rubric titles instead of ids. */
export function issueWithMessage(issue: Issue, language: Language, rubric?: Rubric): object {
  const { position, ...facts } = issue
  return {
    ...facts,
    ...(position && { position: { line: position.line, column: position.column } }),
    message: messageOf(issue, language, rubric ? { rubric } : {}),
  }
}
