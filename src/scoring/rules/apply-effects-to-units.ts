import { isZero, multiply, type Rational, rational } from '../../rubric/exact/rational.js'
import { type ResolvedResult, unitsOf } from '../result/resolved-result.js'
import type { FiredEffects } from './collect-effects.js'

/**
 * Applies the effects to the rounded raw score, where that surely equals rounding at the end: every step is
 * monotone, and rounding `half-up` or `down` commutes with adding whole units.
 * @param rawUnits - the raw score in units of the last decimal
 * @returns the score in the same units; undefined where only `applyEffects` can decide
 */
export function applyEffectsToUnits(
  rawUnits: number,
  effects: FiredEffects,
  result: ResolvedResult,
): number | undefined {
  if (effects.isZero) return 0
  if (effects.zeroed.size > 0 || effects.caps.size > 0) return undefined
  const { maximumUnits } = result
  let units = rawUnits
  if (!isZero(effects.bonus) || !isZero(effects.deducted)) {
    const bonus = wholeUnits(effects.bonus, result.decimals)
    const deducted = wholeUnits(effects.deducted, result.decimals)
    if (result.rounding === 'half-even' || bonus === undefined || deducted === undefined) return undefined
    units = Math.min(units + bonus, maximumUnits) - deducted
  }
  if (effects.cap) units = Math.min(units, unitsOf(effects.cap, result))
  return Math.max(0, Math.min(units, maximumUnits))
}

function wholeUnits(value: Rational, decimals: number): number | undefined {
  const scaled = multiply(value, rational(10n ** BigInt(decimals)))
  return scaled.denominator === 1n && scaled.numerator <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(scaled.numerator)
    : undefined
}
