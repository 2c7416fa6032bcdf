import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { compare, isZero } from '../exact/rational.js'
import type { Form, FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { type GroupShares, stretchesOf, WeightLayers } from '../weights/weight-layers.js'
import { type Attainable, neverApplies } from './attainable.js'

/** Most weights compared to find adjustments that change nothing; larger rubrics are not searched. */
const MAXIMUM_WEIGHTS = 1_000_000

type Paths = ReadonlyMap<FormNode, readonly PathSegment[]>

/** Reports nodes that weigh nothing, and weights that change nothing. */
export function lintWeights(
  rubric: Rubric,
  form: Form,
  paths: Paths,
  attainable: readonly Attainable[],
): readonly IssueDraft[] {
  return [
    ...weightless(rubric, form, paths, attainable),
    ...idleProfiles(rubric, form),
    ...idleAdjustments(rubric, form),
  ]
}

/** Reports the topmost node without weight; everything below it has none either. */
function weightless(
  rubric: Rubric,
  form: Form,
  paths: Paths,
  attainable: readonly Attainable[],
): readonly IssueDraft[] {
  return [...form.sections, ...form.items].flatMap((node): readonly IssueDraft[] => {
    if (!node.isScored) return []
    const cases = attainable.filter(
      ({ shares, businessType }) =>
        isWeightless(node, shares) &&
        !(node.parent && isWeightless(node.parent, shares)) &&
        // A node that does not apply is never rated.
        !neverApplies(node, businessType, rubric),
    )
    const [first] = cases
    if (!first) return []
    const types = [...new Set(cases.flatMap(({ businessType }) => businessType ?? []))]
    const { from, through } = first.stretch
    const isSometimes = first.stretch.adjustments.length > 0
    return [
      {
        code: 'rubric/weightless',
        path: [...(paths.get(node) ?? []), 'id'],
        received: excerptOf(node.id),
        details: {
          ...(cases.length < attainable.length && types.length > 0 && { businessTypes: types.join(', ') }),
          ...(isSometimes && from !== undefined && { from }),
          ...(isSometimes && through !== undefined && { through }),
        },
      },
    ]
  })
}

function isWeightless(node: FormNode, shares: Attainable['shares']): boolean {
  const share = shares.get(node)
  return share !== undefined && isZero(share)
}

function idleProfiles(rubric: Rubric, form: Form): readonly IssueDraft[] {
  const layers = new WeightLayers(form, rubric)
  const base = layers.shares(undefined, [])
  return Object.keys(rubric.weightProfiles ?? {}).flatMap((type): readonly IssueDraft[] =>
    areEqual(layers.shares(type, []), base)
      ? [
          {
            code: 'rubric/changes-nothing',
            path: ['weightProfiles', type],
            at: 'key',
            received: excerptOf(type),
            details: { kind: 'profile' },
          },
        ]
      : [],
  )
}

/** Reports an adjustment without which all weights on all its days would be the same, or which has no day. */
function idleAdjustments(rubric: Rubric, form: Form): readonly IssueDraft[] {
  const layers = new WeightLayers(form, rubric)
  const types = rubric.businessTypes?.length ? rubric.businessTypes.map(({ id }) => id) : [undefined]
  const layered = types.flatMap((type) => stretchesOf(rubric, type)).map(({ adjustments }) => adjustments.length ** 2)
  if (layered.reduce((total, number) => total + number, 0) * form.byId.size > MAXIMUM_WEIGHTS) return []
  return (rubric.weightAdjustments ?? []).flatMap((adjustment, index): readonly IssueDraft[] => {
    const changes = types.some((type) =>
      stretchesOf(rubric, type).some(
        ({ adjustments }) =>
          adjustments.includes(adjustment) &&
          !areEqual(
            layers.shares(type, adjustments),
            layers.shares(
              type,
              adjustments.filter((other) => other !== adjustment),
            ),
          ),
      ),
    )
    return changes
      ? []
      : [
          {
            code: 'rubric/changes-nothing',
            path: ['weightAdjustments', index],
            received: excerptOf(adjustment.id ?? index),
            details: { kind: 'adjustment' },
          },
        ]
  })
}

function areEqual(first: GroupShares, second: GroupShares): boolean {
  for (const [node, share] of first) {
    const other = second.get(node)
    if (!other || compare(share, other) !== 0) return false
  }
  return true
}
