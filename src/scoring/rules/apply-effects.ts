import { add, greatest, least, type Rational, subtract, ZERO } from '../../rubric/exact/rational.js'
import type { ExactTotal } from '../totals/exact-total.js'
import type { FiredEffects } from './collect-effects.js'

/**
 * Applies the effects of all fired rules in their fixed order, exactly.
 * @param maximum - the ceiling of the score
 * @returns the score before it is rounded
 */
export function applyEffects(maximum: Rational, total: ExactTotal, effects: FiredEffects): Rational {
  const isSectionAffected = effects.zeroed.size > 0 || effects.caps.size > 0
  const base = isSectionAffected ? total.totalWith(effects.zeroed, effects.caps) : total.rawScore
  const deducted = subtract(least(add(base, effects.bonus), maximum), effects.deducted)
  const capped = effects.cap ? least(deducted, effects.cap) : deducted
  return greatest(ZERO, least(effects.isZero ? ZERO : capped, maximum))
}
