import { alternatives } from '../../issues/alternatives.js'
import { assertNever } from '../../issues/assert-never.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Criterion } from '../format/criterion.js'
import type { Form, ItemNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import type { Scale } from '../format/scale.js'
import type { ChoiceItem } from '../items/choice/format.js'
import type { DeductionItem } from '../items/deduction/format.js'
import type { Item } from '../items/item.js'
import type { NumericItem } from '../items/numeric/format.js'
import type { ScaleItem } from '../items/scale/format.js'
import { checkDate } from './check-dates.js'
import { idsOf, type RubricFaults } from './rubric-faults.js'

/** Scales, and every item by the rules of its kind. */
export function checkItems(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const scales = rubric.scales ?? {}
  for (const [name, scale] of Object.entries(scales)) checkScale(name, scale, faults)
  if (rubric.defaultScale !== undefined)
    faults.requireName('scale', rubric.defaultScale, new Set(Object.keys(scales)), rubric, ['defaultScale'])
  const families = idsOf(rubric.families)
  const tags = idsOf(rubric.tags)
  for (const { source: item } of form.items) {
    item.tags?.forEach((tag, index) => faults.requireName('tag', tag, tags, item, ['tags', index]))
    if ('criticalError' in item && item.criticalError)
      faults.requireName('family', item.criticalError.family, families, item, ['criticalError', 'family'])
    checkKind(item, rubric, faults, families, tags)
  }
}

function checkKind(
  item: Item,
  rubric: Rubric,
  faults: RubricFaults,
  families: ReadonlySet<string>,
  tags: ReadonlySet<string>,
): void {
  switch (item.kind) {
    case undefined:
    case 'scale':
      return checkScaleItem(item, rubric, faults)
    case 'yes-no':
      for (const criterion of [item.guidance?.yes, item.guidance?.no]) checkCriterion(criterion, faults)
      return
    case 'choice':
      return checkChoice(item, faults)
    case 'numeric':
      return checkNumeric(item, rubric, faults)
    case 'deduction':
      return checkDeduction(item, faults, families, tags)
    case 'text':
      return checkCriterion(item.guidance, faults)
    default:
      return assertNever(item)
  }
}

function checkScale(name: string, scale: Scale, faults: RubricFaults): void {
  const scoring = scale.scoring ?? 'ratio'
  const values = scale.levels.map(({ value }) => value)
  const seen = new Set<number>()
  for (const level of scale.levels) {
    if (seen.has(level.value))
      faults.add('rubric/duplicate-level', level, ['value'], { received: excerptOf(level.value) })
    seen.add(level.value)
    if (level.value < 0 && scoring !== 'span')
      faults.add('rubric/level-negative', level, ['value'], {
        expected: '>= 0',
        received: excerptOf(level.value),
        details: { scoring },
      })
    if (scoring === 'points' && level.points === undefined && !faults.leftOut.has('points'))
      faults.add('rubric/level-points', level, ['points'], { expected: 'number' })
  }
  const points = scale.levels.map((level) => level.points ?? 0)
  const range = scoring === 'points' ? points : values
  const greatest = range.reduce((most, value) => Math.max(most, value))
  const divisor = scoring === 'span' ? greatest - range.reduce((least, value) => Math.min(least, value)) : greatest
  const pointsMissing = scoring === 'points' && scale.levels.some(({ points }) => points === undefined)
  if (divisor <= 0 && !pointsMissing)
    faults.add('rubric/scale-divisor', scale, [], { received: excerptOf(divisor), details: { scoring, scale: name } })
}

function checkScaleItem(item: ScaleItem, rubric: Rubric, faults: RubricFaults): void {
  const scales = rubric.scales ?? {}
  const name = item.scale ?? rubric.defaultScale
  for (const criterion of Object.values(item.guidance ?? {})) checkCriterion(criterion, faults)
  if (name === undefined) {
    if (!faults.leftOut.has('defaultScale'))
      faults.add('rubric/no-scale', item, ['scale'], { expected: alternatives(Object.keys(scales)) })
    return
  }
  if (
    item.scale !== undefined &&
    !faults.requireName('scale', item.scale, new Set(Object.keys(scales)), item, ['scale'])
  )
    return
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined
  if (!scale) return
  const values = scale.levels.map(({ value }) => value)
  for (const key of Object.keys(item.guidance ?? {})) {
    if (!values.some((value) => String(value) === key))
      faults.add('rubric/guidance-key', item, ['guidance', key], {
        at: 'key',
        expected: alternatives(values.map(String)),
        received: excerptOf(key),
      })
  }
  item.rateWhen?.forEach((rule) => {
    if (!values.includes(rule.level))
      faults.add('rubric/unknown-level', rule, ['level'], {
        expected: values.join(' | '),
        received: excerptOf(rule.level),
      })
  })
}

function checkChoice(item: ChoiceItem, faults: RubricFaults): void {
  faults.requireDistinct(item.options)
  // As a rating it would always be read as not applicable, and the option never be chosen.
  const reserved = item.options.find(({ id }) => id === 'na')
  if (reserved) faults.add('rubric/reserved-option', reserved, ['id'], { received: excerptOf(reserved.id) })
  const options = idsOf(item.options)
  for (const [key, criterion] of Object.entries(item.guidance ?? {})) {
    checkCriterion(criterion, faults)
    if (!options.has(key))
      faults.add('rubric/guidance-key', item, ['guidance', key], {
        at: 'key',
        expected: alternatives(options),
        received: excerptOf(key),
      })
  }
  item.criticalError?.options.forEach((option, index) =>
    faults.requireName('option', option, options, item, ['criticalError', 'options', index]),
  )
  // Points are not negative, so that one over 0 makes the best attainable over 0.
  if (item.maximumPoints === undefined && item.options.every(({ points }) => points === 0))
    faults.add('rubric/no-points', item, ['options'], { expected: '> 0' })
}

function checkNumeric(item: NumericItem, rubric: Rubric, faults: RubricFaults): void {
  checkCriterion(item.guidance, faults)
  const { ranges, linear, minimum, maximum, fact } = item
  const isLeftOut = faults.leftOut.has('ranges') || faults.leftOut.has('linear')
  if ((ranges === undefined) === (linear === undefined) && !isLeftOut)
    faults.add('rubric/numeric-scoring', item, [], { expected: '"ranges" | "linear"' })
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    faults.add('rubric/range-bounds', item, ['maximum'], { expected: `>= ${minimum}`, received: excerptOf(maximum) })
  if (linear && linear.zeroAt === linear.fullAt)
    faults.add('rubric/linear-equal', linear, ['fullAt'], { received: excerptOf(linear.fullAt) })
  for (const range of ranges ?? []) {
    if (range.atLeast !== undefined && range.above !== undefined)
      faults.add('rubric/range-bounds', range, ['above'], {
        expected: '"atLeast" | "above"',
        received: '"atLeast", "above"',
      })
    if (range.atMost !== undefined && range.below !== undefined)
      faults.add('rubric/range-bounds', range, ['below'], {
        expected: '"atMost" | "below"',
        received: '"atMost", "below"',
      })
  }
  if (ranges && item.maximumPoints === undefined && ranges.every(({ points }) => points === 0))
    faults.add('rubric/no-points', item, ['ranges'], { expected: '> 0' })
  if (item.maximumPoints !== undefined && linear)
    faults.add('rubric/numeric-scoring', item, ['maximumPoints'], { expected: '"ranges"' })
  if (fact === undefined || !faults.requireName('fact', fact, new Set(Object.keys(rubric.facts ?? {})), item, ['fact']))
    return
  const type = rubric.facts?.[fact]?.type
  if (type !== 'number' && type !== 'integer')
    faults.add('rubric/numeric-fact', item, ['fact'], { expected: 'number | integer', received: type ?? '' })
}

function checkDeduction(
  item: DeductionItem,
  faults: RubricFaults,
  families: ReadonlySet<string>,
  tags: ReadonlySet<string>,
): void {
  checkCriterion(item.guidance, faults)
  faults.requireDistinct(item.faults)
  for (const fault of item.faults) {
    checkCriterion(fault.guidance, faults)
    if (fault.criticalError)
      faults.requireName('family', fault.criticalError.family, families, fault, ['criticalError', 'family'])
    fault.tags?.forEach((tag, index) => faults.requireName('tag', tag, tags, fault, ['tags', index]))
  }
}

/** The days that a criterion's cases name have to exist. */
export function checkCriterion(criterion: Criterion | undefined, faults: RubricFaults): void {
  for (const example of criterion?.examples ?? []) checkDate(example.through, example, 'through', faults)
}

/** Which keys the form of a reference by rating takes, by the kind of item. */
export function ratingFormKey(node: ItemNode): 'atMost' | 'belowPercent' | 'options' | 'none' | 'no-rating' {
  switch (node.source.kind) {
    case undefined:
    case 'scale':
      return 'atMost'
    case 'numeric':
    case 'deduction':
      return 'belowPercent'
    case 'choice':
      return 'options'
    case 'yes-no':
      return 'none'
    case 'text':
      return 'no-rating'
    default:
      return assertNever(node.source)
  }
}
