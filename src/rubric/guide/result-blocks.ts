import type { GuideContext } from './guide-context.js'
import type { GuideBlock } from './guide-document.js'
import { paragraph } from './paragraph.js'
import { linesOf, strong } from './rich.js'
import { table } from './table.js'

/** The pass mark, rounding, and the bands with what they lead to. */
export function resultBlocks({ rubric, words, text, titled, nameOf }: GuideContext): readonly GuideBlock[] {
  const { passMark, maximum = 100, decimals = 2, rounding = 'half-up', bands = [] } = rubric.result
  const rows = [...bands]
    .sort((a, b) => b.minimum - a.minimum)
    .map((band) => [
      [strong(titled(band))],
      String(band.minimum),
      linesOf(
        band.description === undefined ? '' : text(band.description),
        ...(band.actions ?? []).map((id) => nameOf(rubric.actions, id)),
      ),
    ])
  return [
    { kind: 'heading', level: 2, text: [words.results] },
    paragraph(words.passMark(String(passMark), String(maximum)), words.rounding[rounding](String(decimals))),
    ...(bands.length === 0 ? [] : [table([words.band, words.from, words.meaning], rows)]),
  ]
}
