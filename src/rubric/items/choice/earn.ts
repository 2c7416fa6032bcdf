import { excerptOf } from '../../../issues/excerpt-of.js'
import { unknownName } from '../../../issues/unknown-name.js'
import { fractionOfRational } from '../../exact/fraction.js'
import { divide, greatest, type Rational, rationalOf, sum, ZERO } from '../../exact/rational.js'
import type { Rubric } from '../../format/rubric.js'
import type { Earn, ItemReader, RatingPath, Reading, ReportIssue } from '../ratings/reading.js'
import { reportNotAList } from '../ratings/report-not-a-list.js'
import type { ChoiceItem } from './format.js'

/** A rating is an option id, or with `multiple` a list of different ones. */
export function choiceReader(item: ChoiceItem, _rubric: Rubric, earn: Earn): ItemReader {
  return item.multiple ? multipleReader(item, earn) : singleReader(item, earn)
}

/** Points that count as full: declared, or the best attainable. */
export function fullPoints({ options, multiple, maximumPoints }: ChoiceItem): Rational {
  if (maximumPoints !== undefined) return rationalOf(maximumPoints)
  const points = options.map((option) => rationalOf(option.points))
  return multiple ? sum(points) : points.reduce(greatest)
}

function singleReader(item: ChoiceItem, earn: Earn): ItemReader {
  const full = fullPoints(item)
  const critical = new Set(item.criticalError?.options)
  const readings = new Map<unknown, Reading>(
    item.options.map(({ id, points }) => [
      id,
      {
        ...earn(fractionOfRational(divide(rationalOf(points), full))),
        value: id,
        isCritical: critical.has(id),
        options: [id],
      },
    ]),
  )
  const ids = item.options.map(({ id }) => id)
  return {
    read: (rating, path, report) => {
      const reading = readings.get(rating)
      if (!reading) reportOption(rating, ids, item, path, report)
      return reading
    },
  }
}

function multipleReader(item: ChoiceItem, earn: Earn): ItemReader {
  const full = fullPoints(item)
  const critical = new Set(item.criticalError?.options)
  const points = new Map<unknown, Rational>(item.options.map((option) => [option.id, rationalOf(option.points)]))
  const ids = item.options.map(({ id }) => id)
  return {
    read: (rating, path, report) => {
      if (!Array.isArray(rating)) {
        reportNotAList(rating, points, item, path, report)
        return undefined
      }
      const chosen = new Set<string>()
      let isSound = true
      for (const [index, option] of rating.entries()) {
        if (!points.has(option)) {
          reportOption(option, ids, item, [...path, index], report)
          isSound = false
        } else if (chosen.has(option)) {
          report({
            code: 'evaluation/repeated-option',
            path: [...path, index],
            received: excerptOf(option),
            details: { item: item.id },
          })
          isSound = false
        } else chosen.add(option)
      }
      if (!isSound) return undefined
      const options = [...chosen]
      const earned = sum(options.map((option) => points.get(option) ?? ZERO))
      return {
        ...earn(fractionOfRational(divide(earned, full))),
        value: options,
        isCritical: options.some((option) => critical.has(option)),
        options,
      }
    },
  }
}

/** Reports a value that is no option of the item. */
export function reportOption(
  option: unknown,
  ids: readonly string[],
  item: { readonly id: string },
  path: RatingPath,
  report: ReportIssue,
): void {
  report(
    unknownName({
      code: typeof option === 'string' ? 'evaluation/unknown-option' : 'evaluation/rating-type',
      path,
      name: option,
      known: ids,
      details: { item: item.id },
    }),
  )
}
