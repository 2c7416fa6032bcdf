import type { AlertPolicy } from '../policy/alert-policy.js'
import { leastChanceOf } from '../rates/rate-chance.js'
import { rateDataOf } from '../rates/rate-data.js'
import { obstacleOf } from '../rates/rate-obstacle.js'
import { shareFalseAlerts, type TestableGroups } from '../rates/share-false-alerts.js'
import { rateWindow } from './rate-window.js'
import type { RuleGroups } from './rule-groups.js'

/**
 * Probabilities at which the rates of each level fire, by the last day of their windows. They are computed when first
 * needed and kept until the counts behind them change.
 */
export class RateThresholds {
  private readonly byLastDay = new Map<number, Map<string, TestableGroups>>()
  /** Days of the shortest window that is compared with a history; infinite where no step has one. */
  private readonly shortestWindow: number

  constructor(
    private readonly rules: readonly RuleGroups[],
    private readonly falseAlerts: AlertPolicy['falseAlerts'],
  ) {
    this.shortestWindow = Math.min(
      ...rules.flatMap(({ rates }) =>
        rates.flatMap(({ step: { rate, window } }) =>
          rate && 'history' in rate.above && window && 'days' in window ? [window.days] : [],
        ),
      ),
    )
  }

  /** Returns the false alerts that a level may have in one review. */
  falseAlertsOf(level: string): number {
    return this.falseAlerts?.[level] ?? 0
  }

  /**
   * Shares the false alerts of a level over the groups of all its rates.
   * @param lastDay - of the windows, as days since 1970
   */
  sharesOf(level: string, lastDay: number): TestableGroups {
    let byLevel = this.byLastDay.get(lastDay)
    if (!byLevel) {
      byLevel = new Map()
      this.byLastDay.set(lastDay, byLevel)
    }
    let shares = byLevel.get(level)
    if (!shares) {
      shares = shareFalseAlerts(this.leastChances(level, lastDay), this.falseAlertsOf(level))
      byLevel.set(level, shares)
    }
    return shares
  }

  /** Forgets all thresholds, since the number of ratings changed. */
  forgetAll(): void {
    this.byLastDay.clear()
  }

  /** Forgets the thresholds that findings of a day change: those of later windows, which are compared with that day. */
  forgetAfterFindingOf(day: number): void {
    const first = day + this.shortestWindow
    for (const lastDay of this.byLastDay.keys()) if (lastDay >= first) this.byLastDay.delete(lastDay)
  }

  /** Returns the least probability that each group could have shown, of all groups that can be tested. */
  private leastChances(level: string, lastDay: number): readonly number[] {
    const chances: number[] = []
    for (const { rates } of this.rules) {
      for (const { step, counts } of rates) {
        const days = step.level === level ? rateWindow(step.window, lastDay) : undefined
        if (!step.rate || !days) continue
        for (const group of counts.groups.values()) {
          const data = rateDataOf(group, step.rate.above, days)
          if (!obstacleOf(data, step.rate.above)) chances.push(leastChanceOf(data, step.rate.above))
        }
      }
    }
    return chances
  }
}
