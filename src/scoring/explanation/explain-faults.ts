import { fractionText, least, multiply, rational, rationalOf, subtract } from '../../rubric/exact/rational.js'
import type { ItemNode } from '../../rubric/format/form.js'
import type { ExplainedFault } from './explanation.js'

/**
 * Explains what each fault of a rating took: in the rubric's order, each fault takes its points while any are left.
 * @returns undefined for items without faults, and where none occurred
 */
export function explainFaults(
  { source }: ItemNode,
  counts: ReadonlyMap<string, number> | undefined,
): readonly ExplainedFault[] | undefined {
  if (!('faults' in source) || !counts) return undefined
  let left = rationalOf(source.base)
  return source.faults
    .filter(({ id }) => counts.has(id))
    .map((fault) => {
      const count = counts.get(fault.id) ?? 0
      const counted = Math.min(count, fault.maximumCount ?? count)
      const cost = multiply(rationalOf(fault.points), rational(BigInt(counted)))
      const lost = least(cost, left)
      left = subtract(left, lost)
      return {
        fault: fault.id,
        ...(fault.title !== undefined && { title: fault.title }),
        count,
        counted,
        lost: fractionText(lost),
        excess: fractionText(subtract(cost, lost)),
      }
    })
}
