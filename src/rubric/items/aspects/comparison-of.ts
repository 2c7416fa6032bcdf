import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceComparison } from '../choice/comparison.js'
import { type Comparison, numberComparison } from '../comparison.js'
import type { ScoredItem } from '../item.js'
import { scaleComparison } from '../scale/comparison.js'
import { yesNoComparison } from '../yes-no/comparison.js'

const COMPARISONS: ByKind<Comparison, [rubric: Rubric], ScoredItem> = {
  scale: scaleComparison,
  'yes-no': yesNoComparison,
  choice: choiceComparison,
  numeric: numberComparison,
  // Points lost, as one exact decimal number.
  deduction: numberComparison,
}

/** How ratings of an item by several raters are compared. Lists of names grow as readings come. */
export function comparisonOf(item: ScoredItem, rubric: Rubric): Comparison {
  return ofKind(COMPARISONS, item, rubric)
}
