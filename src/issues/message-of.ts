import type { Issue, Language } from './issue.js'
import { english } from './messages/en.js'
import { chinese } from './messages/zh-cn.js'

/**
 * Says in a sentence or two what is wrong and what to do about it.
 * @param issue - as found in `CallgradeError.issues` or a `safe` result
 * @param language - `en` or `zh-CN`
 * @example
 * messageOf({ code: 'document/unknown-key', severity: 'error', path: ['vetos'], received: '"vetos"', suggestion: 'vetoes' }, 'en')
 * //=> 'The key "vetos" is not known here. Did you mean "vetoes"? Rename it, or remove it.'
 */
export function messageOf(issue: Issue, language: Language): string {
  return (language === 'zh-CN' ? chinese : english)[issue.code](issue)
}
