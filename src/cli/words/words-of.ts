import type { Language } from '../../issues/index.js'
import { english } from './en/english.js'
import type { Words } from './words.js'
import { chinese } from './zh-CN/chinese.js'

const WORDS: Readonly<Record<Language, Words>> = { en: english, 'zh-CN': chinese }

/** What the command line says in a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language]
}
