import {
  add,
  greatest,
  isZero,
  least,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  ZERO,
} from '../../rubric/exact/rational.js'
import { roundRational } from '../../rubric/exact/round-rational.js'
import type { Rounding, Rubric } from '../../rubric/format/rubric.js'
import type { ExactTotal } from '../totals/exact-total.js'
import type { FiredEffects } from './compile-rules.js'

/** The ceiling of the score. */
export function maximumOf(rubric: Rubric): Rational {
  return rationalOf(rubric.result.maximum ?? 100)
}

/** Applies the effects of all fired rules in the fixed order, exactly: the score before it is rounded. */
export function applyEffects(rubric: Rubric, total: ExactTotal, effects: FiredEffects): Rational {
  const maximum = maximumOf(rubric)
  const isSectionAffected = effects.zeroed.size > 0 || effects.caps.size > 0
  const base = isSectionAffected ? total.totalWith(effects.zeroed, effects.caps) : total.rawScore
  const deducted = subtract(least(add(base, effects.bonus), maximum), effects.deducted)
  const capped = effects.cap ? least(deducted, effects.cap) : deducted
  return greatest(ZERO, least(effects.isZero ? ZERO : capped, maximum))
}

/**
 * The score in units from the rounded raw score, where that is certain to be the same as rounding at the end: all
 * steps are monotone, and rounding `half-up` or `down` commutes with adding whole units. Undefined where it is not.
 * @param maximumUnits - the ceiling of the score, rounded
 */
export function quickScore(
  rawUnits: number,
  maximumUnits: number,
  effects: FiredEffects,
  decimals: number,
  rounding: Rounding,
): number | undefined {
  if (effects.isZero) return 0
  if (effects.zeroed.size > 0 || effects.caps.size > 0) return undefined
  let units = rawUnits
  if (!isZero(effects.bonus) || !isZero(effects.deducted)) {
    const [bonus, deducted] = [wholeUnits(effects.bonus, decimals), wholeUnits(effects.deducted, decimals)]
    if (rounding === 'half-even' || bonus === undefined || deducted === undefined) return undefined
    units = Math.min(units + bonus, maximumUnits) - deducted
  }
  if (effects.cap) units = Math.min(units, roundRational(effects.cap, decimals, rounding))
  return Math.max(0, Math.min(units, maximumUnits))
}

function wholeUnits(value: Rational, decimals: number): number | undefined {
  const scaled = multiply(value, rational(10n ** BigInt(decimals)))
  return scaled.denominator === 1n && scaled.numerator <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(scaled.numerator)
    : undefined
}
