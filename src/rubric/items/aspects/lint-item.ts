import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import type { Item } from '../item.js'
import { lintNumericItem } from '../numeric/lint.js'
import { lintScaleItem } from '../scale/lint.js'

const NOTHING: readonly IssueDraft[] = []

const LINTS: ByKind<readonly IssueDraft[], [rubric: Rubric, path: readonly PathSegment[]]> = {
  scale: lintScaleItem,
  'yes-no': () => NOTHING,
  choice: () => NOTHING,
  numeric: lintNumericItem,
  deduction: () => NOTHING,
  text: () => NOTHING,
  record: () => NOTHING,
}

/** Warnings about an item by itself. */
export function lintItem(item: Item, rubric: Rubric, path: readonly PathSegment[]): readonly IssueDraft[] {
  return ofKind(LINTS, item, rubric, path)
}
