import type { Language } from '../../issues/index.js'
import type { Console } from '../console.js'
import { languageOfTag } from './language-of-tag.js'

/** The language of the environment, else of the system; English where these name another. */
export function defaultLanguage({ environment, locale }: Pick<Console, 'environment' | 'locale'>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return languageOfTag(LC_ALL || LC_MESSAGES || LANG || locale()) ?? 'en'
}
