import { describe, expect, test } from 'vitest'
import { classifyAlerts, type Finding, isCallgradeError } from '../../../src/index.js'
import {
  calendars,
  classify,
  eventOf,
  exposure,
  finding,
  formatExample,
  gist,
  outboundAlerts,
  policyOf,
} from '../sound-policy.js'

const day = (date: string, time = '10:00:00'): string => `2026-${date}T${time}+08:00`

describe('the example of the format', () => {
  test('a high-risk complaint is urgent, and one of no risk is nothing', () => {
    const complaint = (risk: string): Finding =>
      finding({ kind: 'complaint', occurredAt: day('03-02'), foundAt: day('03-02', '10:05:00'), facts: { risk } })
    const { alerts } = classify({ findings: [complaint('personal-attack'), complaint('other')] }, formatExample)
    expect(alerts).toHaveLength(1)
    expect(alerts[0]).toMatchObject({
      rule: 'high-risk-complaint',
      level: 'urgent',
      raisedAt: day('03-02', '10:05:00'),
      duties: [
        { id: 'senior', startsAt: day('03-02', '10:05:00'), dueAt: day('03-02', '10:35:00'), status: 'overdue' },
      ],
    })
  })

  test('three misses of one item within seven dates are yellow, the third raises it', () => {
    // 2, 5 and 8 March: the 7 dates ending with the 8th begin on the 2nd.
    const findings = ['03-02', '03-05', '03-08'].map((date) => finding({ occurredAt: day(date) }))
    const [alert] = classify({ findings }, formatExample).alerts
    expect(alert).toMatchObject({
      fingerprint: 'outbound-alerts/repeat-item/agent=A07/item=greeting',
      episode: 1,
      policyVersion: '2026.1',
      level: 'yellow',
      group: { agent: 'A07', item: 'greeting' },
      raisedAt: day('03-08'),
      evidence: {
        findings: findings.map(({ id }) => id),
        count: 3,
        window: { from: '2026-03-02', through: '2026-03-08' },
      },
      labels: { agent: 'A07', team: 'T1', item: 'greeting', kind: 'item' },
    })
    // 8 March is a Sunday: 48 hours elapsed, two working days are the 9th and 10th.
    expect(alert?.duties.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['remedy', day('03-10')],
      ['feedback', '2026-03-11T00:00:00+08:00'],
    ])
  })

  test('one date more apart they are none', () => {
    const findings = ['03-02', '03-05', '03-09'].map((date) => finding({ occurredAt: day(date) }))
    expect(classify({ findings }, formatExample).alerts).toEqual([])
  })

  test('dates are those of the policy, not of UTC', () => {
    // 00:30 on the 2nd in Shanghai is still the 1st in UTC, which would be one date too early.
    const findings = [day('03-02', '00:30:00'), day('03-05'), day('03-08')].map((at) => finding({ occurredAt: at }))
    expect(classify({ findings }, formatExample).alerts).toHaveLength(1)
  })

  test('five findings of two agents are blue for the team; the same five of one agent are not', () => {
    const ofAgents = (agents: readonly string[]): readonly Finding[] =>
      agents.map((agentId, index) =>
        finding({ agentId, occurredAt: day(`03-${String(index * 4 + 2).padStart(2, '0')}`) }),
      )
    const blueOf = (agents: readonly string[]) =>
      classify({ findings: ofAgents(agents) }, formatExample).alerts.filter(({ rule }) => rule === 'team-common')
    expect(blueOf(['A', 'B', 'A', 'A', 'A']).map(({ level, notify }) => [level, notify])).toEqual([
      ['blue', ['training']],
    ])
    expect(blueOf(['A', 'A', 'A', 'A', 'A'])).toEqual([])
  })
})

describe('rates', () => {
  const rule = {
    groupBy: ['team', 'item'],
    steps: [{ level: 'yellow', window: { days: 30 }, rate: { above: { percent: 5 } } }],
  }
  const policy = policyOf(rule, { falseAlerts: { yellow: 0.25 } })
  const wrong = (count: number, more: Partial<Finding> = {}): readonly Finding[] =>
    Array.from({ length: count }, () => finding({ occurredAt: day('03-20'), ...more }))

  test('a rate fires when chance explains it at most as often as its share of the false alerts', () => {
    // One group: p has to be at most .25. P(X >= 4 of 40 at 5 %) = .1381, P(X >= 3) = .3233 (R: pbinom).
    const exposures = [exposure({ date: '2026-03-20', rated: 40 })]
    const fired = classify({ findings: wrong(4), exposures }, policy).alerts
    expect(fired).toHaveLength(1)
    expect(fired[0]?.evidence).toMatchObject({ count: 4, rated: 40, threshold: 0.25 })
    expect(fired[0]?.evidence.p).toBeCloseTo(0.1381, 4)
    expect(classify({ findings: wrong(3), exposures }, policy).alerts).toEqual([])
  })

  test('the false alerts are shared over the groups that could fire', () => {
    // Ten groups of 40: each has .025, which 4 of 40 no longer reach and 6 do: P(X >= 6) = .0139, P(X >= 5) = .0480.
    const exposures = Array.from({ length: 10 }, (_, index) =>
      exposure({ date: '2026-03-20', teamId: `T${index + 1}`, rated: 40 }),
    )
    expect(classify({ findings: wrong(5), exposures }, policy).alerts).toEqual([])
    const [alert] = classify({ findings: wrong(6), exposures }, policy).alerts
    expect(alert?.evidence).toMatchObject({ count: 6, rated: 40, threshold: 0.025 })
    // A group of one rating cannot fire (.05 > .025): it is listed, and takes no share from the others.
    const withTiny = [...exposures, exposure({ date: '2026-03-20', teamId: 'tiny', rated: 1 })]
    const { alerts, notTestable } = classify({ findings: wrong(6), exposures: withTiny }, policy, day('03-21'))
    expect(alerts[0]?.evidence.threshold).toBe(0.025)
    expect(notTestable).toEqual([
      { rule: 'r', level: 'yellow', group: { team: 'tiny', item: 'greeting' }, rated: 1, reason: 'too-few' },
    ])
  })

  test('several findings of one rating count once, and only measured calls count', () => {
    const exposures = [exposure({ date: '2026-03-20', rated: 40 })]
    const one = wrong(4, { callId: 'the-same' })
    expect(classify({ findings: one, exposures }, policy).alerts).toEqual([])
    expect(classify({ findings: wrong(9, { purpose: 'targeted' }), exposures }, policy).alerts).toEqual([])
    const targeted = exposures.map((row) => ({ ...row, purpose: 'targeted' as const }))
    expect(classify({ findings: wrong(4), exposures: targeted }, policy).alerts).toEqual([])
  })

  test('more found than rated is told, not tested', () => {
    const exposures = [exposure({ date: '2026-03-20', rated: 3 })]
    const { alerts, notTestable } = classify({ findings: wrong(4), exposures }, policy, day('03-21'))
    expect(alerts).toEqual([])
    expect(notTestable[0]?.reason).toBe('more-found-than-rated')
  })

  test('a history is that of the others, in the days before the window, by the exact conditional test', () => {
    const history = policyOf(
      { ...rule, steps: [{ level: 'yellow', window: { days: 7 }, rate: { above: { history: { days: 84 } } } }] },
      { falseAlerts: { yellow: 0.1 } },
    )
    const exposures = [
      exposure({ date: '2026-03-20', rated: 20 }),
      // The group's own past, and another item of the others, say nothing of it.
      exposure({ date: '2026-03-01', rated: 50 }),
      exposure({ date: '2026-03-01', teamId: 'T2', item: 'closing', rated: 500 }),
      exposure({ date: '2026-03-01', teamId: 'T2', rated: 30 }),
    ]
    const findings = [
      ...wrong(5),
      ...wrong(1, { teamId: 'T2', occurredAt: day('03-01') }),
      ...wrong(25, { occurredAt: day('03-01') }),
    ]
    const [alert] = classify({ findings, exposures }, history).alerts.filter(({ group }) => group.team === 'T1')
    // 5 of 20 against 1 of 30: P(X >= 5), X of 6 marked among 50, 20 drawn = (C(20,5) C(30,1) + C(20,6)) / C(50,6)
    // = (15504 * 30 + 38760) / 15890700 = .031709.
    expect(alert?.evidence.p).toBeCloseTo(0.031709, 6)
    const alone = exposures.slice(0, 3)
    const { notTestable } = classify({ findings: wrong(5), exposures: alone }, history, day('03-21'))
    expect(notTestable.find(({ group }) => group.item === 'greeting')?.reason).toBe('no-history')
  })

  test('a history has as many dates as it says, up to the day before the window', () => {
    const history = policyOf(
      { ...rule, steps: [{ level: 'yellow', window: { days: 7 }, rate: { above: { history: { days: 10 } } } }] },
      { falseAlerts: { yellow: 0.9 } },
    )
    // The window is 14 to 20 March, its history 4 to 13 March.
    const ratedBefore = (date: string): number => {
      const exposures = [exposure({ date: '2026-03-20', rated: 4 }), exposure({ date, teamId: 'T2', rated: 6 })]
      const [alert] = classify({ findings: wrong(4), exposures }, history).alerts
      // All 4 of 4 against 0 of 6: 1 / C(10, 4) = 1 / 210; without a history there is no alert.
      return alert?.evidence.p ?? Number.NaN
    }
    for (const date of ['2026-03-04', '2026-03-13']) expect(ratedBefore(date)).toBeCloseTo(1 / 210, 12)
    for (const date of ['2026-03-03', '2026-03-14']) expect(ratedBefore(date)).toBeNaN()
  })

  test('false alerts are shared anew when a late finding changes the history', () => {
    const history = policyOf(
      { ...rule, steps: [{ level: 'yellow', window: { days: 1 }, rate: { above: { history: { days: 10 } } } }] },
      { falseAlerts: { yellow: 0.3 } },
    )
    const rated = (teamId: string, count: number, date = '2026-03-20') => exposure({ date, teamId, rated: count })
    const exposures = [rated('A', 4), rated('C', 4), rated('E', 1), rated('T2', 10, '2026-03-15')]
    const findings = [
      ...wrong(4, { teamId: 'A' }),
      ...wrong(1, { teamId: 'T2', occurredAt: day('03-15'), foundAt: day('03-21') }),
      ...wrong(4, { teamId: 'C', foundAt: day('03-22') }),
    ]
    // Least chances with 0 of 10 before: A and C 1 / C(14, 4) = 1 / 1001, E 1 / 11 = .0909, which is at most .3 / 3. With
    // 1 of 10: A and C 5 / 1001, E 2 / 11 = .1818, which is over .3 / 2, so that two share.
    const { alerts } = classify({ findings, exposures }, history)
    expect(alerts.map(({ group, evidence }) => [group.team, evidence.threshold])).toEqual([
      ['A', 0.3 / 3],
      ['C', 0.3 / 2],
    ])
  })

  test('an adjusted history compares like with like: a harder mix of calls is no alarm', () => {
    const steps = (adjusted: boolean) => [
      {
        level: 'yellow',
        window: { days: 7 },
        rate: { above: { history: { days: 84 } }, ...(adjusted && { adjustFor: ['businessType'] }) },
      },
    ]
    const of = (adjusted: boolean) => policyOf({ ...rule, steps: steps(adjusted) }, { falseAlerts: { yellow: 0.05 } })
    // Complaints are missed in half of the calls everywhere, sales in one of fifty; T1 takes the complaints.
    const exposures = [
      exposure({ date: '2026-03-20', businessType: 'complaint', rated: 20 }),
      exposure({ date: '2026-03-01', teamId: 'T2', businessType: 'complaint', rated: 20 }),
      exposure({ date: '2026-03-01', teamId: 'T2', businessType: 'sales', rated: 200 }),
    ]
    const findings = [
      ...wrong(10, { businessType: 'complaint' }),
      ...wrong(10, { teamId: 'T2', businessType: 'complaint', occurredAt: day('03-01') }),
      ...wrong(4, { teamId: 'T2', businessType: 'sales', occurredAt: day('03-01') }),
    ]
    const ofT1 = (adjusted: boolean) =>
      classify({ findings, exposures }, of(adjusted)).alerts.filter(({ group }) => group.team === 'T1')
    expect(ofT1(false)).toHaveLength(1)
    expect(ofT1(true)).toEqual([])
  })
})

describe('event time', () => {
  const policy = policyOf({
    groupBy: ['agent'],
    steps: [
      { level: 'red', window: { days: 7 }, count: { atLeast: 5 } },
      { level: 'yellow', window: { days: 7 }, count: { atLeast: 3 } },
    ],
  })
  const at = (dates: readonly string[]): readonly Finding[] => dates.map((date) => finding({ occurredAt: day(date) }))

  test('nothing counts that is known only after asOf', () => {
    const findings = at(['03-02', '03-03', '03-04'])
    expect(classify({ findings }, policy, day('03-04', '09:59:59')).alerts).toEqual([])
    expect(classify({ findings }, policy, day('03-04')).alerts).toHaveLength(1)
  })

  test('an open alert rises, its unfinished duties are cancelled, and it never falls', () => {
    const withDuties = policyOf(
      { groupBy: ['agent'], steps: policy.rules[0]?.steps ?? [] },
      {
        roles: [{ id: 'leader' }],
        levels: [
          {
            id: 'red',
            duties: [{ id: 'cause', doneBy: 'cause-reported', within: { hours: 24 }, assignTo: ['leader'] }],
          },
          { id: 'yellow', duties: [{ id: 'remedy', doneBy: 'remedied', within: { hours: 48 }, assignTo: ['leader'] }] },
        ],
      },
    )
    const findings = at(['03-02', '03-03', '03-04', '03-05', '03-06', '03-30'])
    const [alert, ...others] = classify({ findings }, withDuties, day('04-01')).alerts
    expect(others).toEqual([])
    expect(alert).toMatchObject({ level: 'red', raisedAt: day('03-04'), levelSince: day('03-06'), state: 'open' })
    expect(alert?.duties).toMatchObject([
      { id: 'remedy', level: 'yellow', status: 'cancelled', cancelledAt: day('03-06') },
      { id: 'cause', level: 'red', startsAt: day('03-06'), dueAt: day('03-07'), status: 'overdue' },
    ])
  })

  test('a finding that comes late raises what it completes, when it was found', () => {
    const late = finding({ occurredAt: day('03-03'), foundAt: day('03-20') })
    const [alert] = classify({ findings: [...at(['03-02', '03-08']), late] }, policy).alerts
    expect(alert).toMatchObject({
      raisedAt: day('03-20'),
      evidence: { window: { from: '2026-03-02', through: '2026-03-08' } },
    })
  })

  test('a closed alert comes back only by what occurred after its remedy', () => {
    const steps = [{ level: 'yellow', window: { days: 7 }, count: { atLeast: 2 } }]
    const withRemedy = policyOf(
      { steps },
      {
        roles: [{ id: 'leader' }],
        levels: [
          { id: 'yellow', duties: [{ id: 'remedy', doneBy: 'remedied', within: { hours: 48 }, assignTo: ['leader'] }] },
        ],
      },
    )
    const first = at(['03-02', '03-03'])
    const [raised] = classify({ findings: first }, withRemedy).alerts
    if (!raised) throw new Error('no alert')
    const events = [eventOf(raised, 'remedied', day('03-04')), eventOf(raised, 'closed', day('03-06'))]
    // Of before the remedy, found afterwards: nothing. Two after it: a second episode.
    const old = finding({ occurredAt: day('03-04', '09:00:00'), foundAt: day('03-07') })
    // At the very instant of the remedy is not after it.
    const exact = finding({ occurredAt: day('03-04'), foundAt: day('03-07') })
    const after = at(['03-05'])
    expect(classify({ findings: [...first, old, exact, ...after], events }, withRemedy).alerts).toHaveLength(1)
    const again = classify({ findings: [...first, old, exact, ...after, ...at(['03-08'])], events }, withRemedy).alerts
    expect(again.map(({ episode, state, raisedAt }) => [episode, state, raisedAt])).toEqual([
      [1, 'closed', day('03-03')],
      [2, 'open', day('03-08')],
    ])
    expect(again[1]?.evidence.findings).toHaveLength(2)
  })

  test('an event of an alert that is not raised yet is refused with a code', () => {
    const findings = at(['03-02', '03-03', '03-04'])
    const [alert] = classify({ findings }, policy).alerts
    if (!alert) throw new Error('no alert')
    const early = eventOf(alert, 'acknowledged', day('03-04', '09:00:00'))
    const unknown = { ...eventOf(alert, 'acknowledged', day('03-05')), id: 'x', fingerprint: 'p/r/agent=A08' }
    const { refused, alerts } = classify({ findings, events: [early, unknown] }, policy)
    expect(refused.map(({ event, issue }) => [event, issue.code])).toEqual([
      [early.id, 'alerts/event-too-early'],
      ['x', 'alerts/event-no-alert'],
    ])
    expect(alerts[0]?.state).toBe('open')
  })
})

describe('what cannot be placed', () => {
  test('a finding without a label or a fact is listed', () => {
    const { agentId: _, ...nobody } = finding({ id: 'nobody', occurredAt: day('03-02') })
    const complaint = finding({ id: 'a complaint', kind: 'complaint', occurredAt: day('03-02') })
    const { unplaced, alerts } = classify({ findings: [nobody, complaint] }, outboundAlerts)
    expect(alerts).toEqual([])
    expect(unplaced).toEqual([
      { finding: 'a complaint', rule: 'high-risk-complaint', reason: 'unknown', missing: 'risk' },
      { finding: 'nobody', rule: 'repeat-item', reason: 'label', missing: 'agent' },
    ])
  })

  test('a finding of two tags is in both groups', () => {
    const policy = policyOf({ groupBy: ['tag'], steps: [{ level: 'blue', count: { atLeast: 1 } }] })
    const { alerts } = classify(
      { findings: [finding({ occurredAt: day('03-02'), tags: ['pace', 'knowledge'] })] },
      policy,
    )
    expect(alerts.map(({ group }) => group)).toEqual([{ tag: 'knowledge' }, { tag: 'pace' }])
  })
})

describe('ratings that replace others', () => {
  const policy = policyOf({
    groupBy: ['agent'],
    steps: [
      { level: 'red', count: { atLeast: 3 } },
      { level: 'yellow', count: { atLeast: 2 } },
    ],
  })
  const rated = (evaluationId: string, ratedAt: string) =>
    exposure({ date: '2026-03-02', rated: 1, id: `${evaluationId}/greeting`, evaluationId, ratedAt })
  const of = (evaluationId: string, foundAt: string): Finding => {
    const { callId: _, ...rest } = finding({ occurredAt: day('03-02'), foundAt })
    return { ...rest, id: `${evaluationId}/item/greeting`, evaluationId }
  }

  test('a finding that a later rating no longer makes withdraws what it raised; what is left may raise less', () => {
    const findings = ['a', 'b', 'c'].map((id) => of(id, day('03-03')))
    const exposures = ['a', 'b', 'c'].map((id) => rated(id, day('03-03')))
    const before = classify({ findings, exposures }, policy)
    expect(before.alerts.map(({ level, state }) => [level, state])).toEqual([['red', 'open']])
    // The second rating of c finds nothing.
    const after = classify({ exposures: [rated('c', day('03-05'))], previous: before }, policy)
    expect(after.alerts.map(({ level, state, episode }) => [level, state, episode])).toEqual([
      ['red', 'withdrawn', 1],
      ['yellow', 'open', 2],
    ])
    // The third finds it again.
    const again = classify(
      { findings: [of('c', day('03-06'))], exposures: [rated('c', day('03-06'))], previous: after },
      policy,
    )
    expect(again.alerts.at(-1)).toMatchObject({ level: 'red', state: 'open', episode: 2, levelSince: day('03-06') })
  })

  test('a rating that confirms the finding changes nothing', () => {
    const findings = ['a', 'b'].map((id) => of(id, day('03-03')))
    const exposures = ['a', 'b'].map((id) => rated(id, day('03-03')))
    const before = classify({ findings, exposures }, policy)
    const confirmed = { findings: [of('a', day('03-05'))], exposures: [rated('a', day('03-05'))] }
    const after = classify({ ...confirmed, previous: before }, policy)
    expect(gist(after.alerts)).toEqual(gist(before.alerts))
    expect(gist(classify({ previous: after }, policy).alerts)).toEqual(gist(before.alerts))
  })
})

describe('policies that change', () => {
  test('alerts of an earlier version stay, and what was found by then raises nothing anew', () => {
    const lax = policyOf({ steps: [{ level: 'yellow', window: { days: 7 }, count: { atLeast: 3 } }] })
    const strict = policyOf({ steps: [{ level: 'red', window: { days: 7 }, count: { atLeast: 2 } }] }, { version: '2' })
    const two = [
      finding({ occurredAt: day('03-02'), agentId: 'B' }),
      finding({ occurredAt: day('03-03'), agentId: 'B' }),
    ]
    const three = ['03-02', '03-03', '03-04'].map((date) => finding({ occurredAt: day(date) }))
    const before = classify({ findings: [...two, ...three] }, lax, day('03-05'))
    expect(before.alerts).toHaveLength(1)
    const after = classify({ previous: before }, strict, day('03-06'))
    expect(gist(after.alerts)).toEqual(gist(before.alerts))
    // The next one counts together with the old ones.
    const next = classify(
      { findings: [finding({ occurredAt: day('03-06'), agentId: 'B' })], previous: after },
      strict,
      day('03-07'),
    )
    expect(next.alerts.map(({ level, policyVersion, group }) => [level, policyVersion, group.agent])).toEqual([
      ['yellow', '1', 'A07'],
      ['red', '2', 'B'],
    ])
  })
})

describe('wrong input is refused whole, with the place of every fault', () => {
  const faultsOf = (call: () => unknown): readonly string[] => {
    try {
      call()
    } catch (error) {
      if (isCallgradeError(error)) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
      throw error
    }
    return []
  }
  const sound = finding({ occurredAt: day('03-02') })

  test.each<[string, unknown, ...string[]]>([
    ['an unknown kind', { ...sound, kind: 'itme' }, 'document/value findings.0.kind'],
    ['no offset', { ...sound, occurredAt: '2026-03-02T10:00:00' }, 'document/instant findings.0.occurredAt'],
    ['found before it occurred', { ...sound, foundAt: day('03-01') }, 'alerts/found-too-early findings.0.foundAt'],
    ['a number for an id', { ...sound, agentId: 7 }, 'document/type findings.0.agentId'],
    ['a fact of no name', { ...sound, facts: { rsik: 'other' } }, 'alerts/unknown-fact findings.0.facts.rsik'],
    ['a fact of another value', { ...sound, facts: { risk: 'odd' } }, 'conditions/fact-value findings.0.facts.risk'],
    ['a percent over 100', { ...sound, percent: 120 }, 'document/range findings.0.percent'],
    ['no purpose', { ...sound, purpose: undefined }, 'document/missing-key findings.0.purpose'],
    ['a misspelt key', { ...sound, agentID: 'A' }, 'document/unknown-key findings.0.agentID'],
    ['no object', 'finding', 'document/type findings.0'],
  ])('%s', (_name, wrong, ...expected) => {
    expect(faultsOf(() => classify({ findings: [wrong as Finding] }, formatExample))).toEqual(expected)
  })

  test('exposures, events and the instant as well', () => {
    const wrong = {
      exposures: [{ date: '2026-02-30', purpose: 'measure', rated: 1.5 }],
      events: [{ id: 'e', kind: 'closed', at: 'yesterday', by: 'x', fingerprint: 'f' }],
    }
    expect(faultsOf(() => classifyAlerts(wrong as never, formatExample, { asOf: day('03-02'), calendars }))).toEqual([
      'document/date exposures.0.date',
      'document/range exposures.0.rated',
      'document/instant events.0.at',
      'document/missing-key events.0.episode',
    ])
    expect(faultsOf(() => classifyAlerts({}, formatExample, { asOf: '2026-03-02' }))).toEqual(['document/instant asOf'])
  })

  test('one id for two findings is no redelivery', () => {
    const other = { ...sound, agentId: 'B' }
    expect(faultsOf(() => classify({ findings: [sound, other] }, formatExample))).toEqual([
      'alerts/differing-delivery findings',
    ])
  })
})
