import { closureStreak } from '../../src/alerts/follow-up/closure/closure-streak.js'
import { monthOf } from '../../src/alerts/follow-up/closure/local-month.js'
import { meetsTarget } from '../../src/alerts/follow-up/closure/meets-target.js'
import { mostMissed } from '../../src/alerts/index.js'

type Comparison = 'over' | 'at-least'

export const closureMethods = {
  closureRate: ({ closed, total, comparison }: { closed: number; total: number; comparison: Comparison }) => ({
    rate: closed / total,
    meets95: meetsTarget(closed, total, { targetPercent: 95, comparison }),
  }),
  closureStreak: (input: {
    months: [string, number, number][]
    threshold: number
    need: number
    comparison: Comparison
  }) => {
    const months = input.months.map(([month, closed, total]) => ({ month, closed, total }))
    const streak = closureStreak(months, { targetPercent: input.threshold * 100, comparison: input.comparison })
    const rewarded = streak >= input.need
    return { streak, rewarded, ...(rewarded && { from: months.at(-streak)?.month }) }
  },
  monthOf: ({ at, timeZone }: { at: string; timeZone: string }) => ({ month: monthOf(at, timeZone) }),
  topMissed: ({ counts, k }: { counts: Record<string, number>; k: number }) => mostMissed(counts, k),
}
