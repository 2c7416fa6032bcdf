import type { Duty } from '../../../alerts/index.js'
import { dueText } from '../../../calendar/index.js'
import type { AlertWords } from '../../words/alert-words.js'

/** A deadline for people; the end of a day as 23:59. */
export function dueCell({ dueAt }: Pick<Duty, 'dueAt'>, timeZone: string, words: AlertWords): string {
  return dueAt === undefined ? words.noDeadline : dueText(dueAt, timeZone)
}
