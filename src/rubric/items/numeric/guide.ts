import { least, ONE, ZERO } from '../../exact/rational.js'
import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { remark } from '../../guide/remark.js'
import { table } from '../../guide/table.js'
import { rangeFractions } from './earn.js'
import type { NumericItem } from './format.js'
import { PRINTED_SIGNS, rangeText } from './range-text.js'

/** Where the number comes from, and what it earns in which range. */
export function numericGuide(item: NumericItem, context: GuideContext): ItemGuide {
  const { rubric, words, text, earned } = context
  const unit = item.unit === undefined ? '' : text(item.unit)
  const withUnit = (value: number): string => `${value} ${unit}`.trim()
  const fractions = rangeFractions(item)
  const description = item.fact === undefined ? undefined : rubric.facts?.[item.fact]?.description
  const { fact, linear, ranges, criticalError } = item
  return {
    criteria: [
      ...(fact === undefined ? [] : [paragraph(words.fromFact(description === undefined ? fact : text(description)))]),
      ...(linear ? [paragraph(words.linear(withUnit(linear.zeroAt), withUnit(linear.fullAt)))] : []),
      ...(ranges
        ? [
            table(
              [`${words.measured}${unit === '' ? '' : ` (${unit})`}`, words.points],
              ranges.map((range, index) => [
                rangeText(range, PRINTED_SIGNS) || words.anything,
                earned(least(ONE, fractions[index] ?? ZERO)),
              ]),
            ),
          ]
        : []),
      ...remark(item.guidance, context),
    ],
    ...(criticalError && { critical: words.belowPercent(String(criticalError.belowPercent)) }),
  }
}
