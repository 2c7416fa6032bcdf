import type { Language } from './issue.js'

/** A text as it is, or by language; one of the two may be missing, and then the other is shown. */
export type Text =
  | string
  | { readonly 'zh-CN': string; readonly en?: string }
  | { readonly en: string; readonly 'zh-CN'?: never }

/**
 * The text in a language, or in the other one where it is missing.
 * @example
 * textIn({ 'zh-CN': '开场白', en: 'Opening' }, 'en') //=> 'Opening'
 */
export function textIn(text: Text, language: Language): string {
  if (typeof text === 'string') return text
  return text[language] ?? text['zh-CN'] ?? text.en ?? ''
}
