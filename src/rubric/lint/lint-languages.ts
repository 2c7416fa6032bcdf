import { oneLanguageTexts } from '../../documents/schema/one-language-texts.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Rubric } from '../format/rubric.js'

/** Keys whose values are texts for people; `text` is an example's. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'note', 'description', 'text'])

/** Reports texts in one language where others are in both. */
export function lintLanguages(rubric: Rubric): readonly IssueDraft[] {
  return oneLanguageTexts(rubric, TEXT_KEYS).map(({ path, text, missing }) => ({
    code: 'rubric/one-language',
    path,
    expected: missing,
    received: excerptOf(text),
  }))
}
