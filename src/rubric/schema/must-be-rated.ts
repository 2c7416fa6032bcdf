import type { ItemNode } from '../format/form.js'
import { isScored } from '../items/aspects/is-scored.js'
import { recordReaderOf } from '../items/aspects/record-reader-of.js'
import { selfAnswerOf } from '../items/aspects/self-answer-of.js'

/** Whether an item is rated in every evaluation: nothing else rates it, and nothing above can take it out. */
export function mustBeRated({ source, parent }: ItemNode): boolean {
  if (source.appliesWhen) return false
  if (!isScored(source) && !recordReaderOf(source).isRequired) return false
  const { fact, rules } = selfAnswerOf(source)
  if (fact !== undefined || rules.length > 0) return false
  for (let above = parent; above; above = above.parent)
    if (above.source.mayBeNotApplicable || above.source.appliesWhen) return false
  return true
}
