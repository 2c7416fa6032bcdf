import type seedrandom from 'seedrandom'
import {
  type AlertPolicy,
  classifyAlerts,
  type Exposure,
  type Finding,
  parseAlertPolicy,
} from '../../../src/alerts/index.js'

/** A year in which nothing is wrong: every alert is false. */
export interface QuietYear {
  readonly name: string
  readonly agents: number
  readonly items: number
  /** Calls judged of an agent in a week, by agent and week. */
  readonly calls: (agent: number, week: number) => number
  /** Of the calls of an agent, the share of the harder business type. */
  readonly hardShare: (agent: number) => number
  /** How often an item is missed in an easy call and in a hard one, whoever takes it. */
  readonly missed: (item: number) => readonly [number, number]
  readonly rate: AlertPolicy['rules'][number]['steps'][number]['rate']
  readonly windowDays: number
  /** Found together at the weekly review, or one by one as calls come in. */
  readonly isFoundAtOnce: boolean
}

export const WEEKS = 52
/** Expected false alerts in a review that the policies of the simulation allow. */
export const FALSE_ALERTS = 0.25
/** Weeks before the first review, so that there is a history. */
const LEAD = 13
const HOUR = 3_600_000
const WEEK = 168 * HOUR
const START = Date.UTC(2026, 0, 5)

const textByInstant = new Map<number, string>()

/** Returns the instant in ISO 8601; the hours of a simulation recur in thousands of calls. */
function textOf(instant: number): string {
  const known = textByInstant.get(instant)
  if (known !== undefined) return known
  const text = new Date(instant).toISOString()
  textByInstant.set(instant, text)
  return text
}

function policyOf(year: QuietYear): AlertPolicy {
  return parseAlertPolicy({
    format: 'callgrade/alert-policy@1',
    id: 'quiet',
    version: '1',
    title: 'Quiet',
    falseAlerts: { yellow: FALSE_ALERTS },
    levels: [{ id: 'yellow' }],
    rules: [
      {
        id: 'rate',
        kinds: ['item'],
        groupBy: ['agent', 'item'],
        steps: [{ level: 'yellow', window: { days: year.windowDays }, ...(year.rate && { rate: year.rate }) }],
      },
    ],
  })
}

/**
 * @param weeks - reviews, a whole year where absent
 * @returns false alerts by review
 */
export function quietYear(year: QuietYear, random: seedrandom.PRNG, weeks = WEEKS): readonly number[] {
  const findings: Finding[] = []
  const exposures: Exposure[] = []
  for (let week = -LEAD; week < weeks; week++) {
    const from = START + week * WEEK
    // A review at the end of Sunday, of the week from Monday on.
    const review = from + WEEK - HOUR
    for (let agent = 0; agent < year.agents; agent++) {
      const calls = year.calls(agent, week)
      const hard = Math.round(calls * year.hardShare(agent))
      for (let item = 0; item < year.items; item++) {
        const [easyMissed, hardMissed] = year.missed(item)
        for (const [businessType, count, missed] of [
          ['easy', calls - hard, easyMissed],
          ['hard', hard, hardMissed],
        ] as const) {
          if (count === 0) continue
          const who = { agentId: `A${agent}`, item: `I${item}`, businessType, purpose: 'measure' as const }
          // The calls of a week and kind are judged on one of its days, which leaves fewer rows and the same counts.
          const day = from + Math.floor(random() * 6) * 24 * HOUR
          exposures.push({ ...who, date: textOf(day).slice(0, 10), rated: count })
          for (let call = 0; call < count; call++) {
            if (random() >= missed) continue
            const occurredAt = textOf(day + (call % 24) * HOUR)
            findings.push({
              ...who,
              id: `${week}/${agent}/${item}/${businessType}/${call}`,
              kind: 'item',
              callId: `${week}/${agent}/${businessType}/${call}`,
              occurredAt,
              foundAt: year.isFoundAtOnce ? textOf(review) : occurredAt,
            })
          }
        }
      }
    }
  }
  const { alerts } = classifyAlerts({ findings, exposures }, policyOf(year), {
    asOf: new Date(START + weeks * WEEK).toISOString(),
  })
  const byReview = Array.from({ length: weeks }, () => 0)
  for (const { raisedAt } of alerts) {
    const week = Math.floor((Date.parse(raisedAt) - START) / WEEK)
    if (week >= 0 && week < weeks) byReview[week] = (byReview[week] ?? 0) + 1
  }
  return byReview
}

const even = (): number => 0

/** 720 groups each: agents by items. */
export const quietYears: readonly QuietYear[] = [
  {
    name: 'stated 5 %, 60 agents x 12 items, 8 calls a week',
    agents: 60,
    items: 12,
    calls: () => 8,
    hardShare: even,
    missed: () => [0.05, 0.05],
    rate: { above: { percent: 5 } },
    windowDays: 28,
    isFoundAtOnce: true,
  },
  {
    name: 'stated 5 %, 60 agents x 12 items, 1 to 40 calls a week',
    agents: 60,
    items: 12,
    calls: (agent) => 1 + ((agent * 7) % 40),
    hardShare: even,
    missed: () => [0.05, 0.05],
    rate: { above: { percent: 5 } },
    windowDays: 7,
    isFoundAtOnce: true,
  },
  {
    name: 'history of 84 days, 60 agents x 12 items of 1 to 23 % each',
    agents: 60,
    items: 12,
    calls: () => 6,
    hardShare: even,
    missed: (item) => [0.01 + item * 0.02, 0.01 + item * 0.02],
    rate: { above: { history: { days: 84 } } },
    windowDays: 28,
    isFoundAtOnce: true,
  },
  {
    name: 'history of 40 calls, 2 agents x 360 items',
    agents: 2,
    items: 360,
    calls: () => 20,
    hardShare: even,
    missed: (item) => [0.02 + (item % 10) * 0.02, 0.02 + (item % 10) * 0.02],
    rate: { above: { history: { days: 14 } } },
    windowDays: 7,
    isFoundAtOnce: true,
  },
  {
    name: 'history of 40 calls, unequal case mix, adjusted, 2 agents x 360 items',
    agents: 2,
    items: 360,
    calls: () => 20,
    hardShare: (agent) => (agent === 0 ? 0.8 : 0.2),
    missed: () => [0.03, 0.3],
    rate: { above: { history: { days: 14 } }, adjustFor: ['businessType'] },
    windowDays: 7,
    isFoundAtOnce: true,
  },
  {
    name: 'history of 84 days, unequal case mix, adjusted, 60 agents x 12 items',
    agents: 60,
    items: 12,
    calls: () => 6,
    hardShare: (agent) => agent / 60,
    missed: () => [0.02, 0.25],
    rate: { above: { history: { days: 84 } }, adjustFor: ['businessType'] },
    windowDays: 28,
    isFoundAtOnce: true,
  },
  {
    name: 'the same, not adjusted',
    agents: 60,
    items: 12,
    calls: () => 6,
    hardShare: (agent) => agent / 60,
    missed: () => [0.02, 0.25],
    rate: { above: { history: { days: 84 } } },
    windowDays: 28,
    isFoundAtOnce: true,
  },
  {
    name: 'stated 5 %, 8 calls a week, found one by one',
    agents: 60,
    items: 12,
    calls: () => 8,
    hardShare: even,
    missed: () => [0.05, 0.05],
    rate: { above: { percent: 5 } },
    windowDays: 28,
    isFoundAtOnce: false,
  },
]
