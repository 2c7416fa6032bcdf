import type { Veto } from '../format/rubric.js'
import { conditionText } from './condition-text.js'
import { effectLines } from './effect-lines.js'
import type { GuideContext } from './guide-context.js'
import type { GuideBlock, Inlines } from './guide-document.js'
import { paragraph } from './paragraph.js'
import { code, linesOf, rich, strong } from './rich.js'
import { table } from './table.js'

/** Vetoes, gates and bonuses: when each fires, and what it does to the score. */
export function ruleBlocks(context: GuideContext): readonly GuideBlock[] {
  const { rubric, words, titled, criterion } = context
  const { vetoes = [], gates = [], bonuses = [], bonusLimit } = rubric
  const chapter = (title: string, ...blocks: readonly GuideBlock[]): readonly GuideBlock[] => [
    { kind: 'heading', level: 2, text: [title] },
    ...blocks,
  ]
  const vetoRows = vetoes.map((veto) => [
    rich`${strong(titled(veto))} ${code(veto.id)}`,
    vetoFires(veto, context),
    linesOf(
      ...effectLines(veto.effects ?? [{ kind: 'zero' }], context),
      veto.verdict === 'keep' ? words.keepsVerdict : words.unqualified,
    ),
    criterion(veto.guidance, veto.description),
  ])
  const gateRows = gates.map((gate) => [
    [strong(titled(gate))],
    conditionText(gate.when, context),
    linesOf(...effectLines(gate.effects, context)),
  ])
  const bonusRows = bonuses.map((bonus) => [
    rich`${strong(titled(bonus))} ${code(bonus.id)}`,
    linesOf(words.marked, bonus.when ? conditionText(bonus.when, context) : ''),
    `+${bonus.points}`,
    criterion(bonus.guidance, bonus.description),
  ])
  return [
    ...(vetoes.length === 0
      ? []
      : chapter(words.vetoes, table([words.veto, words.fires, words.effect, words.meaning], vetoRows))),
    ...(gates.length === 0 ? [] : chapter(words.gates, table([words.gate, words.fires, words.effect], gateRows))),
    ...(bonuses.length === 0
      ? []
      : chapter(
          words.bonuses,
          ...(bonusLimit === undefined ? [] : [paragraph(words.bonusLimit(String(bonusLimit)))]),
          table([words.bonus, words.fires, words.points, words.meaning], bonusRows),
        )),
  ]
}

/** What makes a veto fire. */
function vetoFires({ when, onRating, toleratedMarks = 0 }: Veto, context: GuideContext): Inlines {
  const { form, words, titled } = context
  const marked = toleratedMarks === 0 ? words.marked : words.markedOver(String(toleratedMarks))
  if (!onRating) return linesOf(marked, when ? conditionText(when, context) : '')
  const item = form.byId.get(onRating.item)?.source
  const bound =
    onRating.atMost !== undefined
      ? words.atMost(String(onRating.atMost))
      : onRating.belowPercent !== undefined
        ? words.belowPercent(String(onRating.belowPercent))
        : (onRating.options?.map((id) => optionTitle(item, id, context)).join(words.comma) ?? words.faultyAnswer)
  return linesOf(
    marked,
    when ? conditionText(when, context) : '',
    `${item ? titled(item) : onRating.item}${words.colon}${bound}`,
  )
}

function optionTitle(item: object | undefined, id: string, { nameOf }: GuideContext): string {
  return item && 'options' in item ? nameOf(item.options as Parameters<typeof nameOf>[0], id) : id
}
