import { oneLanguageTexts } from '../../../documents/schema/one-language-texts.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { AlertPolicy } from '../alert-policy.js'

/** Keys whose values are texts for people. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'note', 'description'])

/** Reports texts in one language where others are in both. */
export function lintLanguages(policy: AlertPolicy): readonly IssueDraft[] {
  return oneLanguageTexts(policy, TEXT_KEYS).map(({ path, text, missing }) => ({
    code: 'alerts/one-language',
    path,
    expected: missing,
    received: excerptOf(text),
  }))
}
