import { compare, multiply, rational, rationalOf } from '../../../rubric/exact/rational.js'
import type { ClosureTarget } from '../../policy/alert-policy.js'

/** Returns whether a rate reaches the target, in whole numbers. */
export function meetsTarget(
  closed: number,
  total: number,
  { targetPercent, comparison = 'at-least' }: Pick<ClosureTarget, 'targetPercent' | 'comparison'>,
): boolean {
  const difference = compare(
    rational(BigInt(closed) * 100n),
    multiply(rationalOf(targetPercent), rational(BigInt(total))),
  )
  return comparison === 'over' ? difference > 0 : difference >= 0
}
