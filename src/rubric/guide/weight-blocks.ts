import { HUNDRED, multiply, type Rational, ZERO } from '../exact/rational.js'
import { roundRational } from '../exact/round-rational.js'
import type { FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { formShares, type Stretch, stretchesOf, WeightLayers } from '../weights/weight-layers.js'
import type { GuideContext } from './guide-context.js'
import type { GuideBlock, Inlines } from './guide-document.js'
import { paragraph } from './paragraph.js'
import { strong } from './rich.js'
import { table } from './table.js'

/** Decimals of shares in percent. */
const SHARE_DECIMALS = 2

/** The share of each part, a column for every business type, a table for every stretch of time. */
export function weightBlocks({ rubric, form, words, titled, nameOf }: GuideContext): readonly GuideBlock[] {
  const types = rubric.businessTypes?.length ? rubric.businessTypes.map(({ id }) => id) : [undefined]
  const layers = new WeightLayers(form, rubric)
  const header = [
    words.part,
    ...types.map((type) => (type === undefined ? words.share : nameOf(rubric.businessTypes, type))),
  ]
  const tables = commonStretches(rubric, types).flatMap((stretch): readonly GuideBlock[] => {
    const columns = types.map((type) => {
      const inForce = stretchesOf(rubric, type).find((own) => covers(own, stretch))
      return formShares(form, layers.shares(type, inForce?.adjustments ?? []))
    })
    const rowsOf = (nodes: readonly FormNode[], depth: number): readonly (readonly Inlines[])[] =>
      nodes.flatMap((node) => {
        if (!node.isScored) return []
        const title = `${'— '.repeat(depth)}${titled(node.source)}`
        const cells = [title, ...columns.map((shares) => shareText(shares.get(node) ?? ZERO))]
        if (node.kind === 'item') return [cells.map((cell): Inlines => [cell])]
        return [cells.map((cell): Inlines => [strong(cell)]), ...rowsOf(node.children, depth + 1)]
      })
    const { from, through } = stretch
    return [
      ...(from === undefined && through === undefined ? [] : [paragraph(words.days(from, through))]),
      table(header, rowsOf(form.top, 0), types.length),
    ]
  })
  return [{ kind: 'heading', level: 2, text: [words.weights] }, paragraph(words.weightsRemark), ...tables]
}

function shareText(share: Rational): string {
  const units = roundRational(multiply(share, HUNDRED), SHARE_DECIMALS, 'half-up')
  return `${units / 10 ** SHARE_DECIMALS} %`
}

/** Days through which no business type's weights change. */
function commonStretches(rubric: Rubric, types: readonly (string | undefined)[]): readonly Stretch[] {
  const all = {
    ...rubric,
    weightAdjustments: (rubric.weightAdjustments ?? []).map(({ businessTypes: _, ...rest }) => rest),
  }
  return stretchesOf(all, types[0])
}

function covers(outer: Stretch, inner: Stretch): boolean {
  const startsBefore = outer.from === undefined || (inner.from !== undefined && outer.from <= inner.from)
  const endsAfter = outer.through === undefined || (inner.through !== undefined && outer.through >= inner.through)
  return startsBefore && endsAfter
}
