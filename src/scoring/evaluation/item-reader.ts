import { alternatives, excerptOf, type IssueDraft } from '../../documents/issue-draft.js'
import { nearestName } from '../../documents/nearest-name.js'
import { assertNever } from '../../issues/assert-never.js'
import type { PathSegment } from '../../issues/issue.js'
import {
  EVERYTHING,
  type Fraction,
  fractionOf,
  fractionOfRational,
  NOTHING,
  roundedPercent,
} from '../../rubric/exact/fraction.js'
import {
  add,
  compare,
  divide,
  greatest,
  least,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  sum,
  ZERO,
} from '../../rubric/exact/rational.js'
import type {
  ChoiceItem,
  DeductionItem,
  Item,
  NumericItem,
  Rubric,
  Scale,
  ScaleItem,
  YesNoItem,
} from '../../rubric/format/rubric.js'

/** What a rating was read as. */
export interface Reading {
  readonly fraction: Fraction
  /** The fraction as a percentage, rounded like a score. */
  readonly percent: number
  /** What conditions see: level, true or false, number, option id or list, points lost. */
  readonly value: number | boolean | string | readonly string[]
  /** Whether the rating is a critical error of the item itself. */
  readonly isCritical: boolean
  /** Chosen options, of a choice. */
  readonly options?: readonly string[]
  /** Occurrences by fault, of a deduction with any. */
  readonly faults?: ReadonlyMap<string, number>
  /** Points of faults that found nothing left to take, of a deduction. */
  readonly excess?: Rational
}

type Path = readonly PathSegment[]
type Report = (draft: IssueDraft) => void

/** Reads ratings of one item; compiled from the rubric. */
export interface ItemReader {
  /** Gives undefined where the rating is at fault, which is reported. */
  readonly read: (rating: unknown, path: Path, report: Report) => Reading | undefined
}

/** Puts the rounded percentage beside a fraction. */
type Earn = (fraction: Fraction) => Pick<Reading, 'fraction' | 'percent'>

/** Compiles the reader of a scored item. */
export function itemReaderOf(item: Exclude<Item, { kind: 'text' }>, rubric: Rubric): ItemReader {
  const { decimals = 2, rounding = 'half-up' } = rubric.result
  const earn: Earn = (fraction) => ({ fraction, percent: roundedPercent(fraction, decimals, rounding) })
  switch (item.kind) {
    case undefined:
    case 'scale':
      return scaleReader(item, scaleOf(item, rubric), earn)
    case 'yes-no':
      return yesNoReader(item, earn)
    case 'choice':
      return choiceReader(item, earn)
    case 'numeric':
      return numericReader(item, earn)
    case 'deduction':
      return deductionReader(item, earn)
    default:
      return assertNever(item)
  }
}

/** The scale of a scale item of a sound rubric. */
export function scaleOf(item: ScaleItem, rubric: Rubric): Scale {
  const name = item.scale ?? rubric.defaultScale ?? ''
  const scale = rubric.scales && Object.hasOwn(rubric.scales, name) ? rubric.scales[name] : undefined
  if (!scale) throw new RangeError(name)
  return scale
}

function scaleReader(item: ScaleItem, scale: Scale, earn: Earn): ItemReader {
  const readings = new Map<unknown, Reading>(
    scale.levels.map((level) => [
      level.value,
      {
        ...earn(levelFraction(level.value, scale)),
        value: level.value,
        isCritical: item.criticalError !== undefined && level.value <= item.criticalError.atMost,
      },
    ]),
  )
  return {
    read: (rating, path, report) => {
      const reading = readings.get(rating)
      if (reading) return reading
      const levels = scale.levels.map(({ value }) => value)
      const expected = levels.join(' | ')
      if (typeof rating === 'number')
        report({
          code: 'evaluation/off-scale',
          path,
          expected,
          received: excerptOf(rating),
          details: { item: item.id },
        })
      else
        report({
          code: 'evaluation/rating-type',
          path,
          expected,
          received: excerptOf(rating),
          ...numberMeant(rating, (number) => levels.includes(number)),
          details: { item: item.id },
        })
      return undefined
    },
  }
}

/** The fraction that a level of a scale earns. */
function levelFraction(value: number, scale: Scale): Fraction {
  const values = scale.levels.map((level) => rationalOf(level.value))
  switch (scale.scoring) {
    case undefined:
    case 'ratio':
      return fractionOfRational(divide(rationalOf(value), values.reduce(greatest)))
    case 'span': {
      const lowest = values.reduce(least)
      return fractionOfRational(divide(subtract(rationalOf(value), lowest), subtract(values.reduce(greatest), lowest)))
    }
    case 'points': {
      const points = scale.levels.map((level) => rationalOf(level.points ?? 0))
      const index = scale.levels.findIndex((level) => level.value === value)
      return fractionOfRational(divide(points[index] ?? ZERO, points.reduce(greatest)))
    }
    default:
      return assertNever(scale.scoring)
  }
}

function yesNoReader(item: YesNoItem, earn: Earn): ItemReader {
  const full = (item.fullWhen ?? 'yes') === 'yes'
  const readings = [true, false].map(
    (value): Reading => ({
      ...earn(value === full ? EVERYTHING : NOTHING),
      value,
      isCritical: item.criticalError !== undefined && value !== full,
    }),
  )
  const [yes, no] = readings
  return {
    read: (rating, path, report) => {
      if (rating === true) return yes
      if (rating === false) return no
      const meant = typeof rating === 'string' ? YES_NO_WORDS[rating.trim().toLowerCase()] : undefined
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

/** Words that people write for true and false. */
const YES_NO_WORDS: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  y: 'true',
  是: 'true',
  有: 'true',
  false: 'false',
  no: 'false',
  n: 'false',
  否: 'false',
  无: 'false',
}

function choiceReader(item: ChoiceItem, earn: Earn): ItemReader {
  const points = new Map(item.options.map((option) => [option.id, rationalOf(option.points)]))
  const all = [...points.values()]
  const best = item.multiple ? sum(all) : all.reduce(greatest)
  const maximum = item.maximumPoints === undefined ? best : rationalOf(item.maximumPoints)
  const critical = new Set(item.criticalError?.options)
  const known = (option: unknown, path: Path, report: Report): option is string => {
    if (typeof option === 'string' && points.has(option)) return true
    if (typeof option === 'string') {
      const suggestion = nearestName(option, points.keys())
      report({
        code: 'evaluation/unknown-option',
        path,
        expected: alternatives(points.keys()),
        received: excerptOf(option),
        ...(suggestion !== undefined && { suggestion }),
        details: { item: item.id },
      })
    } else
      report({
        code: 'evaluation/rating-type',
        path,
        expected: alternatives(points.keys()),
        received: excerptOf(option),
        details: { item: item.id },
      })
    return false
  }
  const single = new Map<unknown, Reading>(
    item.options.map(({ id }) => [
      id,
      {
        ...earn(fractionOfRational(divide(points.get(id) ?? ZERO, maximum))),
        value: id,
        isCritical: critical.has(id),
        options: [id],
      },
    ]),
  )
  if (!item.multiple) {
    return {
      read: (rating, path, report) => {
        const reading = single.get(rating)
        if (reading) return reading
        known(rating, path, report)
        return undefined
      },
    }
  }
  return {
    read: (rating, path, report) => {
      if (!Array.isArray(rating)) {
        const suggestion = typeof rating === 'string' && points.has(rating) ? `[${JSON.stringify(rating)}]` : undefined
        report({
          code: 'evaluation/rating-type',
          path,
          expected: 'list',
          received: excerptOf(rating),
          ...(suggestion !== undefined && { suggestion }),
          details: { item: item.id },
        })
        return undefined
      }
      const chosen = new Set<string>()
      let sound = true
      for (const [index, option] of rating.entries()) {
        if (!known(option, [...path, index], report)) sound = false
        else if (chosen.has(option)) {
          report({
            code: 'evaluation/repeated-option',
            path: [...path, index],
            received: excerptOf(option),
            details: { item: item.id },
          })
          sound = false
        } else chosen.add(option)
      }
      if (!sound) return undefined
      const options = [...chosen]
      const earned = sum(options.map((option) => points.get(option) ?? ZERO))
      return {
        ...earn(fractionOfRational(divide(earned, maximum))),
        value: options,
        isCritical: options.some((option) => critical.has(option)),
        options,
      }
    },
  }
}

function numericReader(item: NumericItem, earn: Earn): ItemReader {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = item
  const fractionOfNumber = item.linear ? linearFraction(item.linear) : rangeFraction(item)
  const threshold = item.criticalError && divide(rationalOf(item.criticalError.belowPercent), rational(100n))
  return {
    read: (rating, path, report) => {
      if (typeof rating !== 'number' || !Number.isFinite(rating)) {
        report({
          code: 'evaluation/rating-type',
          path,
          expected: 'number',
          received: excerptOf(rating),
          ...numberMeant(rating, () => true),
          details: { item: item.id },
        })
        return undefined
      }
      if (rating < minimum || rating > maximum) {
        report({
          code: 'evaluation/out-of-range',
          path,
          expected: `${item.minimum ?? ''}..${item.maximum ?? ''}`,
          received: excerptOf(rating),
          details: { item: item.id },
        })
        return undefined
      }
      const fraction = fractionOfNumber(rating)
      if (!fraction) {
        report({ code: 'evaluation/no-range', path, received: excerptOf(rating), details: { item: item.id } })
        return undefined
      }
      return { ...earn(fraction), value: rating, isCritical: threshold !== undefined && isBelow(fraction, threshold) }
    },
  }
}

function linearFraction({
  zeroAt,
  fullAt,
}: {
  readonly zeroAt: number
  readonly fullAt: number
}): (value: number) => Fraction {
  const width = fullAt - zeroAt
  const areWhole = Number.isSafeInteger(zeroAt) && Number.isSafeInteger(fullAt) && Number.isSafeInteger(width)
  const [zero, range] = [rationalOf(zeroAt), subtract(rationalOf(fullAt), rationalOf(zeroAt))]
  return (value) => {
    if (areWhole && Number.isSafeInteger(value) && Number.isSafeInteger(value - zeroAt))
      return width > 0 ? fractionOf(value - zeroAt, width) : fractionOf(zeroAt - value, -width)
    return fractionOfRational(divide(subtract(rationalOf(value), zero), range))
  }
}

function rangeFraction(item: NumericItem): (value: number) => Fraction | undefined {
  const ranges = item.ranges ?? []
  const maximum =
    item.maximumPoints === undefined
      ? ranges.map(({ points }) => rationalOf(points)).reduce(greatest, ZERO)
      : rationalOf(item.maximumPoints)
  const fractions = ranges.map(({ points }) => fractionOfRational(divide(rationalOf(points), maximum)))
  return (value) => {
    const index = ranges.findIndex(
      ({ atLeast, above, atMost, below }) =>
        (atLeast === undefined || value >= atLeast) &&
        (above === undefined || value > above) &&
        (atMost === undefined || value <= atMost) &&
        (below === undefined || value < below),
    )
    return fractions[index]
  }
}

function deductionReader(item: DeductionItem, earn: Earn): ItemReader {
  const base = rationalOf(item.base)
  const costs = new Map(
    item.faults.map((fault) => [
      fault.id,
      { points: rationalOf(fault.points), maximumCount: fault.maximumCount ?? Number.POSITIVE_INFINITY },
    ]),
  )
  const threshold = item.criticalError && divide(rationalOf(item.criticalError.belowPercent), rational(100n))
  const clean: Reading = { ...earn(EVERYTHING), value: 0, isCritical: false }
  return {
    read: (rating, path, report) => {
      if (!Array.isArray(rating)) {
        const suggestion = typeof rating === 'string' && costs.has(rating) ? `[${JSON.stringify(rating)}]` : undefined
        report({
          code: 'evaluation/rating-type',
          path,
          expected: 'list',
          received: excerptOf(rating),
          ...(suggestion !== undefined && { suggestion }),
          details: { item: item.id },
        })
        return undefined
      }
      if (rating.length === 0) return clean
      const counts = readFaults(rating, item, path, report)
      if (!counts) return undefined
      let lost = ZERO
      for (const [fault, count] of counts) {
        const cost = costs.get(fault)
        if (cost) lost = add(lost, multiply(cost.points, rationalOf(Math.min(count, cost.maximumCount))))
      }
      const taken = compare(lost, base) > 0 ? base : lost
      const fraction = fractionOfRational(divide(subtract(base, taken), base))
      return {
        ...earn(fraction),
        value: Number(decimalText(taken)),
        isCritical: threshold !== undefined && isBelow(fraction, threshold),
        ...(counts.size > 0 && { faults: counts }),
        excess: subtract(lost, taken),
      }
    },
  }
}

function readFaults(
  rating: readonly unknown[],
  item: DeductionItem,
  path: Path,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  const counts = new Map<string, number>()
  let sound = true
  for (const [index, entry] of rating.entries()) {
    const at = [...path, index]
    const fault = readMark(entry, at, FAULT_KEYS, report, { item: item.id })
    if (!fault) {
      sound = false
      continue
    }
    const count = fault.count === undefined ? 1 : fault.count
    if (!item.faults.some(({ id }) => id === fault.id)) {
      const names = item.faults.map(({ id }) => id)
      const suggestion = nearestName(fault.id, names)
      report({
        code: 'evaluation/unknown-fault',
        path: fault.isEntry ? [...at, 'id'] : at,
        expected: alternatives(names),
        received: excerptOf(fault.id),
        ...(suggestion !== undefined && { suggestion }),
        details: { item: item.id },
      })
      sound = false
    } else if (
      typeof count !== 'number' ||
      !Number.isSafeInteger(count) ||
      count < 1 ||
      (counts.get(fault.id) ?? 0) + count > Number.MAX_SAFE_INTEGER
    ) {
      report({
        code: typeof count === 'number' ? 'evaluation/out-of-range' : 'evaluation/rating-type',
        path: [...at, 'count'],
        expected: typeof count === 'number' ? '>= 1' : 'integer >= 1',
        received: excerptOf(count),
        details: { item: item.id },
      })
      sound = false
    } else counts.set(fault.id, (counts.get(fault.id) ?? 0) + count)
  }
  if (!sound) return undefined
  // In the rubric's order, which decides what takes the last points left.
  return new Map(item.faults.filter(({ id }) => counts.has(id)).map(({ id }) => [id, counts.get(id) ?? 0]))
}

const FAULT_KEYS: ReadonlySet<string> = new Set(['id', 'count', 'comment', 'evidence', 'note'])
const RATING_KEYS: ReadonlySet<string> = new Set(['rating', 'comment', 'evidence', 'note'])
/** Keys of a marked veto or bonus. */
export const MARK_KEYS: ReadonlySet<string> = new Set(['id', 'comment', 'evidence', 'note'])

/** Reads `id` or `{"id", ...}`; undefined where it is neither, which is reported. */
export function readMark(
  entry: unknown,
  path: Path,
  keys: ReadonlySet<string>,
  report: Report,
  details?: Record<string, string>,
): { readonly id: string; readonly count?: unknown; readonly isEntry: boolean } | undefined {
  if (typeof entry === 'string') return { id: entry, isEntry: false }
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    checkEntryKeys(entry, path, keys, report)
    const { id, count } = entry as { readonly id?: unknown; readonly count?: unknown }
    if (typeof id === 'string') return { id, isEntry: true, ...(count !== undefined && { count }) }
    report(
      id === undefined
        ? { code: 'document/missing-key', path: [...path, 'id'], expected: 'string' }
        : { code: 'document/type', path: [...path, 'id'], expected: 'string', received: excerptOf(id) },
    )
    return undefined
  }
  report({
    code: 'evaluation/rating-type',
    path,
    expected: '"id" | {"id": ...}',
    received: excerptOf(entry),
    ...(details && { details }),
  })
  return undefined
}

/** Takes the rating out of `{"rating", "comment", ...}`; any other value is the rating itself. */
export function unwrapRating(given: unknown, path: Path, report: Report): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  checkEntryKeys(given, path, RATING_KEYS, report)
  return (given as { readonly rating?: unknown }).rating
}

function checkEntryKeys(entry: object, path: Path, keys: ReadonlySet<string>, report: Report): void {
  for (const key of Object.keys(entry)) {
    if (!keys.has(key)) {
      const suggestion = nearestName(key, keys)
      report({
        code: 'document/unknown-key',
        path: [...path, key],
        at: 'key',
        expected: alternatives(keys),
        received: excerptOf(key),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
  }
  const { comment } = entry as { readonly comment?: unknown }
  if (comment !== undefined && typeof comment !== 'string')
    report({ code: 'document/type', path: [...path, 'comment'], expected: 'string', received: excerptOf(comment) })
}

function numberMeant(rating: unknown, fits: (number: number) => boolean): { suggestion?: string } {
  if (typeof rating !== 'string' || rating.trim() === '') return {}
  const number = Number(rating.normalize('NFKC'))
  return Number.isFinite(number) && fits(number) ? { suggestion: String(number) } : {}
}

function isBelow(fraction: Fraction, threshold: Rational): boolean {
  const exact = fraction.exact ?? rational(BigInt(fraction.numerator), BigInt(fraction.denominator))
  return compare(exact, threshold) < 0
}

/** A rational whose denominator divides a power of ten, as every sum of decimals has, in plain decimals. */
function decimalText({ numerator, denominator }: Rational): string {
  let places = 0n
  while ((10n ** places * numerator) % denominator !== 0n) places++
  return `${(10n ** places * numerator) / denominator}e-${places}`
}
