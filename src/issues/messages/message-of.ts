import type { Issue, Language } from '../issue.js'
import { messages as english } from './en.js'
import { languageOf } from './language-of.js'
import { type MessageOptions, messageIn } from './message-in.js'
import type { Messages } from './messages.js'
import { messages as chinese } from './zh-cn.js'

const MESSAGES: Readonly<Record<Language, Messages>> = { en: english, 'zh-CN': chinese }

/**
 * Says in a sentence or two what is wrong and what to do about it.
 * @param issue - as found in `CallgradeError.issues` or a `safe` result
 * @param language - a BCP 47 tag: Chinese for `zh`, `zh-Hans-CN` or `zh-TW`, English for any other
 * @example
 * messageOf({ code: 'document/unknown-key', severity: 'error', path: ['vetos'], received: '"vetos"', suggestion: 'vetoes' }, 'en-GB')
 * //=> 'The key "vetos" is not known here. Did you mean "vetoes"? Rename it, or remove it.'
 */
export function messageOf(issue: Issue, language: string, options: MessageOptions = {}): string {
  return messageIn(MESSAGES[languageOf(language)], issue, options)
}
