import type { Language } from '../../issues/index.js'

/**
 * The language of a BCP 47 tag or a locale such as zh_CN.UTF-8; undefined for a language that has no words. The start
 * of the command line loads no file of the library, so it does not ask `languageOf` of issues.
 */
export function languageOfTag(tag: string): Language | undefined {
  if (/^zh(?![a-z])/i.test(tag)) return 'zh-CN'
  return /^en(?![a-z])/i.test(tag) ? 'en' : undefined
}
