import type { Bounds } from '../../exact/bounds.js'
import { ONE, ZERO } from '../../exact/rational.js'
import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceBounds } from '../choice/bounds.js'
import { deductionBounds } from '../deduction/bounds.js'
import type { ScoredItem } from '../item.js'
import { numericBounds } from '../numeric/bounds.js'
import { scaleBounds } from '../scale/bounds.js'

const BOUNDS: ByKind<Bounds, [rubric: Rubric], ScoredItem> = {
  scale: scaleBounds,
  'yes-no': () => ({ least: ZERO, greatest: ONE }),
  choice: choiceBounds,
  numeric: numericBounds,
  deduction: deductionBounds,
}

/** The least and the greatest part of its points that an item can earn, 0 to 1. */
export function fractionBounds(item: ScoredItem, rubric: Rubric): Bounds {
  return ofKind(BOUNDS, item, rubric)
}
