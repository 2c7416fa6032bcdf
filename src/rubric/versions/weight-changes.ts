import type { Form, FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { stretchesOf } from '../weights/weight-layers.js'
import { businessTypesOf, commonTypes } from './business-types.js'
import { compareKey } from './compare-keys.js'
import { compareLists } from './compare-lists.js'
import { isSame } from './is-same.js'
import type { ChangeEffect, RubricChange } from './rubric-diff.js'
import type { RubricVersion } from './rubric-version.js'

/**
 * Compares the weights as the author wrote them, and the business types that have weights of their own.
 * @param moved - the shares that moved; a weight that moves none, such as 2 : 2 instead of 1 : 1, has no effect
 */
export function weightChanges(
  before: RubricVersion,
  after: RubricVersion,
  moved: readonly RubricChange[],
): readonly RubricChange[] {
  const [was, is] = [before.rubric, after.rubric]
  return [
    ...compareLists(was.businessTypes ?? [], is.businessTypes ?? [], {
      part: 'business-type',
      added: () => 'none',
      removed: () => 'ratings',
      changes: (a, b) => compareKey('business-type', b, 'title', a.title, b.title, 'none'),
    }),
    ...baseChanges(before, after, moved),
    ...profileChanges(before, after, moved),
    ...adjustmentChanges(was, is),
  ]
}

function baseChanges(
  before: RubricVersion,
  after: RubricVersion,
  moved: readonly RubricChange[],
): readonly RubricChange[] {
  return [...after.form.byId.values()].flatMap((node) => {
    const old = before.form.byId.get(node.id)
    if (!old) return []
    return compareKey('weight', node.source, 'weight', weightOf(old), weightOf(node), effectOn(node, after.form, moved))
  })
}

function profileChanges(
  before: RubricVersion,
  after: RubricVersion,
  moved: readonly RubricChange[],
): readonly RubricChange[] {
  return commonTypes(before.rubric, after.rubric).flatMap((type) => {
    if (type === undefined) return []
    const [old, current] = [profileOf(before.rubric, type), profileOf(after.rubric, type)]
    const shares = moved.filter(({ businessType }) => businessType === type)
    return [...after.form.byId.values()].flatMap((node) =>
      (['weights', 'sharePercents'] as const).flatMap((key) =>
        compareKey(
          'weight',
          node.source,
          key,
          old?.[key]?.[node.id],
          current?.[key]?.[node.id],
          effectOn(node, after.form, shares),
        ).map((change) => ({ ...change, businessType: type })),
      ),
    )
  })
}

/** Compares seasons; the list is one change, unless the same days have the same shares. */
function adjustmentChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  if (isSame(seasonsOf(was), seasonsOf(is))) return []
  return compareKey(
    'weight',
    { id: 'weightAdjustments' },
    'weightAdjustments',
    was.weightAdjustments ?? [],
    is.weightAdjustments ?? [],
    'figures',
  )
}

function seasonsOf(rubric: Rubric): unknown {
  return businessTypesOf(rubric).map((type) =>
    stretchesOf(rubric, type).map(({ from, through, adjustments }) => [
      type,
      from,
      through,
      adjustments.map(({ sharePercents }) => sharePercents),
    ]),
  )
}

function profileOf({ weightProfiles = {} }: Rubric, type: string) {
  return Object.hasOwn(weightProfiles, type) ? weightProfiles[type] : undefined
}

function weightOf({ source }: FormNode): number | undefined {
  return 'weight' in source ? source.weight : undefined
}

/** A weight acts on the shares of its group of siblings. */
function effectOn(node: FormNode, { top }: Form, moved: readonly RubricChange[]): ChangeEffect {
  const siblings = node.parent?.children ?? top
  return moved.some(({ id }) => siblings.some((sibling) => sibling.id === id)) ? 'figures' : 'none'
}
