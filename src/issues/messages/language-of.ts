import type { Language } from '../issue.js'

/** Macrolanguage Chinese and the Chinese languages that tags name by themselves (ISO 639-3). */
const CHINESE = /^(?:zh|cmn|yue|wuu|hak|nan|gan|hsn)(?:[-_]|$)/i

/**
 * Finds the language of messages that fits a BCP 47 tag best.
 * @example
 * languageOf('zh-Hant-TW') //=> 'zh-CN'
 * @example
 * languageOf('fr-CA') //=> 'en'
 */
export function languageOf(tag: string): Language {
  return CHINESE.test(tag) ? 'zh-CN' : 'en'
}
