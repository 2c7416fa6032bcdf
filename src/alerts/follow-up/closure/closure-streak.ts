import type { ClosureTarget } from '../../policy/alert-policy.js'
import type { ClosureMonth } from './closure-month.js'
import { meetsTarget } from './meets-target.js'

/** Counts the months in a row, up to the last, that met the target; a month without alerts breaks the streak. */
export function closureStreak(
  months: readonly Pick<ClosureMonth, 'closed' | 'total'>[],
  target: Pick<ClosureTarget, 'targetPercent' | 'comparison'>,
): number {
  let streak = 0
  for (const { closed, total } of months) streak = total > 0 && meetsTarget(closed, total, target) ? streak + 1 : 0
  return streak
}
