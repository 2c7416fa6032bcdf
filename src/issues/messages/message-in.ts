import type { Issue } from '../issue.js'
import type { Messages } from './messages.js'
import type { TitledRubric } from './titled-rubric.js'
import { withTitles } from './with-titles.js'

/** Options of `messageIn` and `messageOf`. */
export interface MessageOptions {
  /** The rubric that the issue is about: titles of its parts are shown instead of their ids. */
  readonly rubric?: TitledRubric
}

/**
 * Says in a sentence or two what is wrong and what to do about it, in one language that was imported by itself.
 * @param messages - `messages` of `callgrade/issues/en` or `callgrade/issues/zh-CN`
 * @param issue - as found in `CallgradeError.issues` or a `safe` result
 * @example
 * import { messages } from 'callgrade/issues/zh-CN'
 * messageIn(messages, { code: 'document/trailing-comma', severity: 'error', path: ['id'] })
 * //=> '最后一个值的后面多了一个逗号，请删除。'
 */
export function messageIn(messages: Messages, issue: Issue, options: MessageOptions = {}): string {
  const sentence = messages.sentences[issue.code] as (issue: Issue) => string // the sentence of this very code
  const { details = {} } = issue
  const whole = { ...issue, details }
  return sentence(options.rubric ? withTitles(whole, options.rubric, messages.language) : whole)
}
