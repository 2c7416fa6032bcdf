import { roundedPercent } from '../../exact/fraction.js'
import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceReader } from '../choice/earn.js'
import { deductionReader } from '../deduction/earn.js'
import type { ScoredItem } from '../item.js'
import { numericReader } from '../numeric/earn.js'
import type { Earn, ItemReader } from '../ratings/reading.js'
import { scaleReader } from '../scale/earn.js'
import { yesNoReader } from '../yes-no/earn.js'

const READERS: ByKind<ItemReader, [rubric: Rubric, earn: Earn], ScoredItem> = {
  scale: scaleReader,
  'yes-no': yesNoReader,
  choice: choiceReader,
  numeric: numericReader,
  deduction: deductionReader,
}

/** Compiles the reader of a scored item: which ratings it takes, and what each earns exactly. */
export function itemReaderOf(item: ScoredItem, rubric: Rubric): ItemReader {
  const { decimals = 2, rounding = 'half-up' } = rubric.result
  return ofKind(READERS, item, rubric, (fraction) => ({
    fraction,
    percent: roundedPercent(fraction, decimals, rounding),
  }))
}
