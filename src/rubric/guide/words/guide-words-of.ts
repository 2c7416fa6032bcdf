import type { Language } from '../../../issues/issue.js'
import { chinese } from './chinese.js'
import { english } from './english.js'
import type { GuideWords } from './guide-words.js'

const WORDS: Readonly<Record<Language, GuideWords>> = { en: english, 'zh-CN': chinese }

/** What a guide says in a language. */
export function guideWordsOf(language: Language): GuideWords {
  return WORDS[language]
}
