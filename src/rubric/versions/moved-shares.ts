import { compare, HUNDRED, multiply, toNumber } from '../exact/rational.js'
import { formShares, WeightLayers } from '../weights/weight-layers.js'
import { commonTypes } from './business-types.js'
import type { RubricChange } from './rubric-diff.js'
import type { RubricVersion } from './rubric-version.js'

/** Finds shares of the whole form that moved, by business type, at the weights that hold without a season. */
export function movedShares(before: RubricVersion, after: RubricVersion): readonly RubricChange[] {
  const oldLayers = new WeightLayers(before.form, before.rubric)
  const layers = new WeightLayers(after.form, after.rubric)
  return commonTypes(before.rubric, after.rubric).flatMap((type): readonly RubricChange[] => {
    const oldShares = new Map(
      [...formShares(before.form, oldLayers.shares(type, []))].map(([node, share]) => [node.id, share]),
    )
    return [...formShares(after.form, layers.shares(type, []))].flatMap(([node, share]): readonly RubricChange[] => {
      const old = oldShares.get(node.id)
      if (!old || compare(old, share) === 0) return []
      const { title } = node.source
      return [
        {
          kind: 'changed',
          part: 'weight',
          id: node.id,
          ...(title !== undefined && { title }),
          ...(type !== undefined && { businessType: type }),
          before: percentText(toNumber(multiply(old, HUNDRED))),
          after: percentText(toNumber(multiply(share, HUNDRED))),
          effect: 'figures',
        },
      ]
    })
  })
}

function percentText(percent: number): string {
  return `${Number(percent.toFixed(2))} %`
}
