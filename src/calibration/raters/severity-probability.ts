import { studentT } from '../../statistics/index.js'
import type { RaterEffect } from './rater-severity.js'

/**
 * Returns the two-sided probability that a rater who is as severe as the mean shows such an effect; undefined without a
 * standard error.
 * @param effect - of one rater, with its standard error in the same points
 * @param degreesOfFreedom - of the residuals of all raters
 * @example
 * severityProbability({ raterId: 'B', effect: 4, standardError: 2, calls: 40 }, 30)?.toFixed(4) //=> '0.0546'
 */
export function severityProbability(effect: RaterEffect, degreesOfFreedom: number): number | undefined {
  const { standardError } = effect
  if (standardError === undefined || !(standardError > 0)) return undefined
  return 2 * studentT.survival(Math.abs(effect.effect / standardError), degreesOfFreedom)
}
