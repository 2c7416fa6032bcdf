import type { Language } from '../../issues/issue.js'
import { textIn } from '../../issues/text.js'
import type { RubricChange } from './rubric-diff.js'

/** Gives the title of a changed part in a language, or its id where it has none. */
export function changeTitle({ id, title }: RubricChange, language: Language): string {
  return title === undefined ? id : textIn(title, language)
}
