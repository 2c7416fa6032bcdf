import type { AnswerSheet } from '../run/answer-sheet.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { DraftList } from '../run/draft-list.js'

/** One evaluation while its ratings are read: what conditions see, and where answers and issues go. */
export interface ReadingStep extends ConditionInput {
  readonly answers: AnswerSheet
  readonly list: DraftList
}

/** Whether a fact was given and is faulty, which has been reported: it does not count as missing. */
export function isFaultyFact(fact: string, { list }: ReadingStep): boolean {
  return list.drafts.some(({ path: [top, name] }) => top === 'facts' && name === fact)
}
