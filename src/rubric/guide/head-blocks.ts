import type { GuideContext } from './guide-context.js'
import type { GuideBlock } from './guide-document.js'
import { paragraph } from './paragraph.js'

/** The title, what the rubric is for, and how to rate by it. */
export function headBlocks({ rubric, words, text }: GuideContext): readonly GuideBlock[] {
  const { id, version, timeZone = 'UTC', effective, description, vetoes = [] } = rubric
  const hasMarkedVetoes = vetoes.some(({ when, onRating }) => !when && !onRating)
  return [
    { kind: 'heading', level: 1, text: [text(rubric.title)] },
    paragraph(
      words.head(id, version, timeZone),
      ...(effective ? [words.effective(effective.from, effective.through)] : []),
    ),
    ...(description === undefined ? [] : [paragraph(text(description))]),
    { kind: 'heading', level: 2, text: [words.howToRate] },
    { kind: 'list', items: words.rules(hasMarkedVetoes) },
  ]
}
