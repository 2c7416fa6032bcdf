import type { Language } from '../issues/issue.js'
import type { Text } from './condition.js'

/**
 * The text in a language, or in the other one where it is missing.
 * @example
 * textIn({ 'zh-CN': '开场白', en: 'Opening' }, 'en') //=> 'Opening'
 */
export function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return text
  return text[language] ?? text['zh-CN'] ?? text.en ?? ''
}
