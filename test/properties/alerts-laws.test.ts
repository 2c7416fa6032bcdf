import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlertEvent,
  type AlertPolicy,
  type AlertReview,
  classifyAlerts,
  type Exposure,
  type Finding,
  parseAlertPolicy,
} from '../../src/alerts/index.js'
import { calendars, eventOf, gist, policyOf } from '../alerts/sound-policy.js'

const START = Date.parse('2026-03-01T00:00:00+08:00')
const HOUR = 3_600_000
const DAYS = 40

const levels = [
  { id: 'red', duties: [{ id: 'cause', doneBy: 'cause-reported', within: { hours: 24 }, assignTo: ['leader'] }] },
  {
    id: 'yellow',
    duties: [{ id: 'remedy', doneBy: 'remedied', within: { workingDays: 2 }, assignTo: ['leader'] }],
  },
  { id: 'blue' },
]

const count = (atLeast: number) => ({ atLeast })

/** Counts, distinct agents and calls, days, hours and no window, rates against both references. */
const policy: AlertPolicy = parseAlertPolicy({
  ...policyOf({}),
  roles: [{ id: 'leader' }],
  falseAlerts: { red: 0.3, yellow: 0.5 },
  levels,
  rules: [
    {
      id: 'repeat',
      kinds: ['item'],
      groupBy: ['agent', 'item'],
      steps: [
        { level: 'red', window: { days: 5 }, count: count(4) },
        { level: 'yellow', window: { hours: 60 }, calls: count(2) },
      ],
    },
    {
      id: 'team',
      kinds: ['item', 'veto'],
      groupBy: ['team'],
      steps: [{ level: 'blue', window: { days: 7 }, agents: count(3), count: count(4) }],
    },
    { id: 'ever', kinds: ['veto'], groupBy: [], steps: [{ level: 'blue', count: count(6) }] },
    {
      id: 'stated',
      kinds: ['item'],
      groupBy: ['team', 'item'],
      steps: [{ level: 'yellow', window: { days: 10 }, rate: { above: { percent: 10 } } }],
    },
    {
      id: 'history',
      kinds: ['item'],
      groupBy: ['team', 'item'],
      steps: [
        {
          level: 'red',
          window: { days: 7 },
          rate: { above: { history: { days: 20 } }, adjustFor: ['businessType'] },
        },
      ],
    },
  ],
})

const instants = fc.integer({ min: 0, max: DAYS * 24 * 4 }).map((quarter) => START + (quarter * HOUR) / 4)
const text = (instant: number): string => new Date(instant).toISOString()

const findings: fc.Arbitrary<readonly Finding[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('item', 'item', 'item', 'veto'),
      at: instants,
      delay: fc.integer({ min: 0, max: 12 }).map((step) => step * step * HOUR),
      agent: fc.integer({ min: 1, max: 5 }),
      item: fc.constantFrom('greeting', 'closing'),
      businessType: fc.constantFrom('sales', 'complaint'),
      call: fc.integer({ min: 1, max: 40 }),
      purpose: fc.constantFrom('measure' as const, 'measure' as const, 'targeted' as const),
    }),
    { minLength: 5, maxLength: 60 },
  )
  .map((list) =>
    list.map(({ kind, at, delay, agent, item, businessType, call, purpose }, index) => ({
      id: `f${index}`,
      kind,
      occurredAt: text(at),
      foundAt: text(at + delay),
      callId: `c${call}`,
      agentId: `A${agent}`,
      teamId: `T${agent % 2}`,
      businessType,
      ...(kind === 'item' && { item }),
      purpose,
    })),
  )

const exposures: fc.Arbitrary<readonly Exposure[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: DAYS }),
      agent: fc.integer({ min: 1, max: 5 }),
      item: fc.constantFrom('greeting', 'closing'),
      businessType: fc.constantFrom('sales', 'complaint'),
      rated: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ day, agent, item, businessType, rated }, index) => ({
      id: `x${index}`,
      date: text(START + day * 24 * HOUR + 12 * HOUR).slice(0, 10),
      agentId: `A${agent}`,
      teamId: `T${agent % 2}`,
      businessType,
      item,
      purpose: 'measure' as const,
      rated,
    })),
  )

const asOf = text(START + (DAYS + 20) * 24 * HOUR)

function run(
  input: {
    readonly findings?: readonly Finding[]
    readonly exposures?: readonly Exposure[]
    readonly events?: readonly AlertEvent[]
    readonly previous?: AlertReview
  },
  at = asOf,
): AlertReview {
  return classifyAlerts(input, policy, { asOf: at, calendars })
}

/** Acknowledges, remedies and closes some of the alerts of a first run, at instants of their own. */
function eventsFor(review: AlertReview, choices: readonly number[]): readonly AlertEvent[] {
  return review.alerts.flatMap((alert, index) => {
    const choice = choices[index % choices.length] ?? 0
    const from = Date.parse(alert.raisedAt)
    const at = (hours: number): string => text(from + hours * HOUR)
    const kinds = ['acknowledged', 'cause-reported', 'remedied', 'verified', 'closed', 'withdrawn']
    return kinds.slice(0, choice % 7).map((kind, place) => eventOf(alert, kind, at(1 + place + (choice % 50))))
  })
}

const world = fc.record({
  findings,
  exposures,
  choices: fc.array(fc.nat(100), { minLength: 1, maxLength: 10 }),
})

/** Everything but the order of what is remembered. */
function outcome({ alerts, unplaced, notTestable, refused }: AlertReview): unknown {
  return {
    alerts: alerts.map(({ history, ...alert }) => ({ ...alert, history: history.map(({ id }) => id) })),
    unplaced,
    notTestable: [...notTestable].map((group) => JSON.stringify(group)).sort(),
    refused: [...refused].map(({ event, issue }) => `${event} ${issue.code}`).sort(),
  }
}

describe('alerts are the same', () => {
  test('in whatever order findings, exposures and events come', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ findings: found, exposures: rated, choices }, order) => {
        const events = eventsFor(run({ findings: found, exposures: rated }), choices)
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((element) => ({ element, key: order.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ element }) => element)
        const whole = run({ findings: found, exposures: rated, events })
        const mixed = run({ findings: shuffled(found), exposures: shuffled(rated), events: shuffled(events) })
        expect(outcome(mixed)).toEqual(outcome(whole))
      }),
      { numRuns: 150 },
    )
  })

  test('delivered once or twice, and run again', () => {
    fc.assert(
      fc.property(world, ({ findings: found, exposures: rated, choices }) => {
        const events = eventsFor(run({ findings: found, exposures: rated }), choices)
        const once = run({ findings: found, exposures: rated, events })
        const twice = run({
          findings: [...found, ...found],
          exposures: [...rated, ...rated],
          events: [...events, ...events],
        })
        expect(outcome(twice)).toEqual(outcome(once))
        expect(outcome(run({ previous: once }))).toEqual(outcome(once))
        expect(outcome(run({ findings: found, exposures: rated, events, previous: once }))).toEqual(outcome(once))
      }),
      { numRuns: 100 },
    )
  })

  test('run at one instant and then another, each with what was known by then, or once at the later', () => {
    fc.assert(
      fc.property(world, instants, ({ findings: found, exposures: rated, choices }, middle) => {
        const events = eventsFor(run({ findings: found, exposures: rated }), choices)
        const isKnown = (at: string): boolean => Date.parse(at) <= middle
        const first = run(
          {
            findings: found.filter(({ foundAt }) => isKnown(foundAt)),
            exposures: rated,
            events: events.filter(({ at }) => isKnown(at)),
          },
          text(middle),
        )
        const second = run({
          findings: found.filter(({ foundAt }) => !isKnown(foundAt)),
          events: events.filter(({ at }) => !isKnown(at)),
          previous: first,
        })
        expect(outcome(second)).toEqual(outcome(run({ findings: found, exposures: rated, events })))
      }),
      { numRuns: 100 },
    )
  })

  test('in any split over runs, late parts included', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.boolean()), ({ findings: found, exposures: rated, choices }, side) => {
        const events = eventsFor(run({ findings: found, exposures: rated }), choices)
        const split = <T>(list: readonly T[]): readonly [T[], T[]] => {
          const parts: [T[], T[]] = [[], []]
          for (const element of list) parts[side.next().value ? 0 : 1].push(element)
          return parts
        }
        const [foundFirst, foundThen] = split(found)
        const [ratedFirst, ratedThen] = split(rated)
        const first = run({ findings: foundFirst, exposures: ratedFirst })
        const second = run({ findings: foundThen, exposures: ratedThen, events, previous: first })
        const whole = run({ findings: found, exposures: rated, events })
        // An alert that the first run raised on half of the ratings stays on record; those of all are all there.
        const names = ({ alerts }: AlertReview) => alerts.map(({ fingerprint, episode }) => `${fingerprint} ${episode}`)
        expect(names(second)).toEqual(expect.arrayContaining(names(whole)))
        const isRate = (rule: string): boolean => rule === 'stated' || rule === 'history'
        const counted = (review: AlertReview) => gist(review.alerts.filter(({ rule }) => !isRate(rule)))
        const wholeNames = names(whole)
        const known = {
          ...second,
          alerts: second.alerts.filter((alert) => wholeNames.includes(`${alert.fingerprint} ${alert.episode}`)),
        }
        expect(counted(known)).toEqual(counted(whole))
      }),
      { numRuns: 100 },
    )
  })
})

describe('alerts by counts', () => {
  /** Written from the description of the format alone: at every instant of finding, every window, every group. */
  function slowly(found: readonly Finding[]): readonly string[] {
    const dateOf = (at: string): number => Math.floor((Date.parse(at) + 8 * HOUR) / (24 * HOUR))
    const raised: string[] = []
    for (const agent of new Set(found.map(({ agentId }) => agentId))) {
      const own = found.filter(({ agentId, kind }) => agentId === agent && kind === 'item')
      const moments = [...new Set(own.map(({ foundAt }) => Date.parse(foundAt)))].sort((a, b) => a - b)
      let rank = 0
      for (const moment of moments) {
        const known = own.filter(({ foundAt }) => Date.parse(foundAt) <= moment)
        const fresh = own.filter(({ foundAt }) => Date.parse(foundAt) === moment)
        const reached = known.reduce((best, end) => {
          const window = known.filter(
            ({ occurredAt }) =>
              dateOf(occurredAt) <= dateOf(end.occurredAt) && dateOf(occurredAt) > dateOf(end.occurredAt) - 7,
          )
          if (!fresh.some((one) => window.includes(one))) return best
          return Math.max(best, window.length >= 5 ? 2 : window.length >= 3 ? 1 : 0)
        }, 0)
        if (reached > rank) {
          rank = reached
          raised.push(`${agent} ${rank === 2 ? 'red' : 'yellow'} ${moment}`)
        }
      }
    }
    return raised.sort()
  }

  test('are those that a slow count at every instant finds', () => {
    const rule = policyOf({
      steps: [
        { level: 'red', window: { days: 7 }, count: { atLeast: 5 } },
        { level: 'yellow', window: { days: 7 }, count: { atLeast: 3 } },
      ],
    })
    fc.assert(
      fc.property(findings, (found) => {
        const { alerts } = classifyAlerts({ findings: found }, rule, { asOf })
        const last = alerts.map(({ group, level, levelSince }) => `${group.agent} ${level} ${Date.parse(levelSince)}`)
        const slow = slowly(found)
        const lastOf = (agent: string): string | undefined =>
          slow
            .filter((line) => line.startsWith(`${agent} `))
            .sort((a, b) => Number(b.split(' ')[2]) - Number(a.split(' ')[2]))[0]
        const agents = [...new Set(slow.map((line) => line.split(' ')[0] ?? ''))]
        expect(last.sort()).toEqual(agents.map(lastOf).sort())
      }),
      { numRuns: 300 },
    )
  })
})
