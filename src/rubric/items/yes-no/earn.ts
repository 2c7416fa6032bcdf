import { excerptOf } from '../../../issues/excerpt-of.js'
import { EVERYTHING, NOTHING } from '../../exact/fraction.js'
import type { Rubric } from '../../format/rubric.js'
import type { Earn, ItemReader, Reading } from '../ratings/reading.js'
import type { YesNoItem } from './format.js'

/** Words that people write for true and false. */
const ANSWER_WORDS: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'y', '是', '有'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'n', '否', '无'].map((word) => [word, 'false'] as const),
])

/** A rating is true or false. */
export function yesNoReader(item: YesNoItem, _rubric: Rubric, earn: Earn): ItemReader {
  const full = fullAnswer(item)
  const readingOf = (value: boolean): Reading => ({
    ...earn(value === full ? EVERYTHING : NOTHING),
    value,
    isCritical: item.criticalError !== undefined && value !== full,
  })
  const [yes, no] = [readingOf(true), readingOf(false)]
  return {
    read: (rating, path, report) => {
      if (rating === true) return yes
      if (rating === false) return no
      const meant = typeof rating === 'string' ? ANSWER_WORDS.get(rating.trim().toLowerCase()) : undefined
      report({
        code: 'evaluation/rating-type',
        path,
        expected: 'true | false',
        received: excerptOf(rating),
        ...(meant !== undefined && { suggestion: meant }),
        details: { item: item.id },
      })
      return undefined
    },
  }
}

/** The answer that earns full points. */
export function fullAnswer({ fullWhen = 'yes' }: YesNoItem): boolean {
  return fullWhen === 'yes'
}
