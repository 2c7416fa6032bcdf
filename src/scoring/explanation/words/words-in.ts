import type { Language } from '../../../issues/issue.js'
import { CHINESE } from './chinese.js'
import { ENGLISH } from './english.js'
import type { ExplanationWords } from './explanation-words.js'

/** Gives the words of a language. */
export function wordsIn(language: Language): ExplanationWords {
  return language === 'zh-CN' ? CHINESE : ENGLISH
}
