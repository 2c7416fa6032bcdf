import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertAsOf, closureReport, countFindings, mostMissed, taskList } from '../../../src/alerts/index.js'
import {
  type Alert,
  type AlertEvent,
  type AlertPolicy,
  applyEvent,
  dueDuties,
  isCallgradeError,
  parseAlertPolicy,
  parseCalendar,
} from '../../../src/index.js'
import { calendars, classify, cn2026, eventOf, finding, policyOf } from '../sound-policy.js'

const day = (date: string, time = '10:00:00'): string => `2026-${date}T${time}+08:00`

const policy: AlertPolicy = parseAlertPolicy({
  ...policyOf({}),
  roles: [{ id: 'leader', title: { 'zh-CN': '班组长', en: 'Leader' } }, { id: 'manager' }],
  actions: [{ id: 'reward' }, { id: 'summon' }],
  levels: [
    {
      id: 'yellow',
      duties: [
        {
          id: 'remedy',
          title: { 'zh-CN': '整改', en: 'Remedy' },
          doneBy: 'remedied',
          within: { hours: 48 },
          assignTo: ['leader'],
          remind: [{ beforeDue: { hours: 4 } }],
          escalate: [{ afterDue: { minutes: 0 }, to: 'manager' }],
        },
        { id: 'feedback', doneBy: 'feedback-given', within: { workingDays: 2 }, assignTo: ['leader'] },
      ],
    },
  ],
  rules: [{ id: 'r', kinds: ['item'], groupBy: ['call'], steps: [{ level: 'yellow', count: { atLeast: 1 } }] }],
  closure: {
    doneAt: 'verified',
    comparison: 'over',
    targetPercent: 95,
    months: 3,
    onStreak: ['reward'],
    onMiss: ['summon'],
  },
})

function raised(at: string, callId = 'c1', teamId = 'T1'): Alert {
  const { alerts } = classify({ findings: [finding({ occurredAt: at, callId, teamId })] }, policy, at)
  const [alert] = alerts
  if (!alert) throw new Error('no alert')
  return alert
}

/** Raised on Monday 2 March 2026: remedy due on the 4th at 10:00, feedback at the end of the 4th. */
const alert = raised(day('03-02'))

function changedBy(...events: readonly (readonly [kind: string, at: string, more?: Partial<AlertEvent>])[]): Alert {
  return events.reduce((now, [kind, at, more]) => applyEvent(now, eventOf(now, kind, at, more), policy), alert)
}

function refusalOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (isCallgradeError(error)) return `${error.code} ${error.issues[0].path.join('.')}`
    throw error
  }
  return 'nothing'
}

describe('applyEvent', () => {
  test('a duty done exactly at its deadline is in time, a second later it is late', () => {
    expect(changedBy(['remedied', day('03-04')]).duties[0]).toMatchObject({ status: 'done', doneAt: day('03-04') })
    expect(changedBy(['remedied', day('03-04', '10:00:01')]).duties[0]?.status).toBe('done-late')
    // The end of the 4th is 00:00 of the 5th, exclusive of nothing: done exactly then is in time.
    expect(changedBy(['feedback-given', day('03-05', '00:00:00')]).duties[1]?.status).toBe('done')
  })

  test('acknowledged, remedied, verified before the follow-up, closed when nothing is owed', () => {
    const verified = changedBy(
      ['acknowledged', day('03-02', '11:00:00')],
      ['remedied', day('03-03')],
      ['verified', day('03-04')],
    )
    expect(verified).toMatchObject({ state: 'acknowledged', remediedAt: day('03-03') })
    expect(refusalOf(() => applyEvent(verified, eventOf(verified, 'closed', day('03-05')), policy))).toBe(
      'alerts/event-duties-open kind',
    )
    const fed = applyEvent(verified, eventOf(verified, 'feedback-given', day('03-05')), policy)
    const closed = applyEvent(fed, eventOf(fed, 'closed', day('03-05', '12:00:00')), policy)
    expect(closed).toMatchObject({ state: 'closed', endedAt: day('03-05', '12:00:00') })
    expect(closed.history.map(({ kind }) => kind)).toEqual([
      'acknowledged',
      'remedied',
      'verified',
      'feedback-given',
      'closed',
    ])
  })

  test('reassigned: all that is owed, or one duty', () => {
    const one = changedBy(['reassigned', day('03-03'), { assignTo: ['manager'], duty: 'feedback' }])
    expect(one.duties.map(({ assignTo }) => assignTo)).toEqual([['leader'], ['manager']])
    const all = changedBy(['reassigned', day('03-03'), { assignTo: ['manager'] }])
    expect(all.duties.map(({ assignTo }) => assignTo)).toEqual([['manager'], ['manager']])
  })

  test('the same event again changes nothing', () => {
    const once = changedBy(['remedied', day('03-03')])
    expect(applyEvent(once, eventOf(alert, 'remedied', day('03-03')), policy)).toEqual(once)
  })

  const closed = changedBy(['remedied', day('03-03')], ['feedback-given', day('03-03')], ['closed', day('03-04')])
  test.each<[string, () => unknown, string]>([
    [
      'another alert',
      () => applyEvent(alert, { ...eventOf(alert, 'closed', day('03-03')), fingerprint: 'p/r/call=x' }, policy),
      'alerts/event-no-alert fingerprint',
    ],
    [
      'another episode',
      () => applyEvent(alert, { ...eventOf(alert, 'closed', day('03-03')), episode: 2 }, policy),
      'alerts/event-no-alert episode',
    ],
    ['before it was raised', () => changedBy(['acknowledged', day('03-01')]), 'alerts/event-too-early at'],
    [
      'before the last event',
      () => changedBy(['remedied', day('03-04')], ['acknowledged', day('03-03')]),
      'alerts/event-too-early at',
    ],
    [
      'another content under the same id',
      () => changedBy(['remedied', day('03-03'), { id: 'e' }], ['feedback-given', day('03-03'), { id: 'e' }]),
      'alerts/event-differs id',
    ],
    [
      'after the end',
      () => applyEvent(closed, eventOf(closed, 'reopened', day('03-05')), policy),
      'alerts/event-after-end kind',
    ],
    [
      'acknowledged twice',
      () => changedBy(['acknowledged', day('03-03')], ['acknowledged', day('03-04')]),
      'alerts/event-twice kind',
    ],
    [
      'verified twice',
      () => changedBy(['verified', day('03-03')], ['verified', day('03-04')]),
      'alerts/event-twice kind',
    ],
    [
      'done before',
      () => changedBy(['remedied', day('03-03')], ['remedied', day('03-04')]),
      'alerts/event-duty-done kind',
    ],
    ['a word that nobody knows', () => changedBy(['remedyed', day('03-03')]), 'alerts/event-unknown-kind kind'],
    [
      'a role that nobody declared',
      () => changedBy(['reassigned', day('03-03'), { assignTo: ['boss'] }]),
      'alerts/event-unknown-role assignTo.0',
    ],
    [
      'a duty that there is none of',
      () => changedBy(['reassigned', day('03-03'), { duty: 'report' }]),
      'alerts/event-no-duty duty',
    ],
    ['no instant', () => changedBy(['remedied', 'today']), 'document/instant at'],
    ['no name', () => changedBy(['remedied', day('03-03'), { by: '' }]), 'document/empty by'],
  ])('%s is refused', (_name, call, code) => {
    expect(refusalOf(call)).toBe(code)
  })
})

describe('alertAsOf', () => {
  const asOf = (now: Alert, at: string, list = calendars) => alertAsOf(now, policy, { asOf: at, calendars: list })

  test('open up to the deadline itself, overdue after it', () => {
    expect(asOf(alert, day('03-04')).duties[0]?.status).toBe('open')
    expect(asOf(alert, day('03-04', '10:00:01')).duties[0]?.status).toBe('overdue')
  })

  test('reminded four hours before, told on at the deadline, neither once it is done', () => {
    expect(asOf(alert, day('03-04', '05:59:59')).notices).toEqual([])
    expect(asOf(alert, day('03-04')).notices.map(({ kind, at, to }) => [kind, at, to])).toEqual([
      ['remind', day('03-04', '06:00:00'), 'leader'],
      ['escalate', day('03-04'), 'manager'],
    ])
    expect(asOf(changedBy(['remedied', day('03-04', '06:00:00')]), day('03-09')).notices).toEqual([])
    expect(asOf(changedBy(['withdrawn', day('03-03')]), day('03-09')).notices).toEqual([])
  })

  test('a provisional deadline is told once the calendar of the next year is there', () => {
    const late = raised(day('12-31'))
    expect(late.duties[1]).toMatchObject({ status: 'provisional' })
    const cn2027 = parseCalendar({
      ...cn2026,
      id: 'cn-2027',
      valid: { from: '2027-01-01', through: '2027-12-31' },
      holidays: [{ from: '2027-01-01', through: '2027-01-03' }],
      makeUpWorkdays: [],
    })
    // 1 to 3 January off: Monday the 4th and Tuesday the 5th.
    expect(asOf(late, '2027-01-05T09:00:00+08:00', [cn2026, cn2027]).duties[1]).toMatchObject({
      dueAt: '2027-01-06T00:00:00+08:00',
      status: 'open',
    })
  })

  test('what was owed at an earlier instant is owed at a later one', () => {
    const instants = fc
      .integer({ min: 0, max: 14 * 24 })
      .map((hour) => new Date(Date.parse(alert.raisedAt) + hour * 3_600_000).toISOString())
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [first = a, second = b] = [a, b].sort()
        const later = asOf(alert, second).notices.map(({ id }) => id)
        expect(later).toEqual(expect.arrayContaining(asOf(alert, first).notices.map(({ id }) => id)))
      }),
    )
  })
})

describe('what is owed', () => {
  const alerts = [raised(day('03-05'), 'c2'), alert]

  test('overdue first and longest, then by deadline', () => {
    const due = dueDuties(alerts, policy, { asOf: day('03-05', '12:00:00'), calendars })
    expect(due.map(({ alert: { group }, duty, overdueMinutes }) => [group.call, duty.id, overdueMinutes])).toEqual([
      // Due 4 March 10:00, 26 hours ago; and 00:00 of the 5th, 12 hours ago.
      ['c1', 'remedy', 1_560],
      ['c1', 'feedback', 720],
      ['c2', 'remedy', undefined],
      // 5 March is a Thursday: working days 6 and 9 March.
      ['c2', 'feedback', undefined],
    ])
    expect(dueDuties(alerts, policy, { asOf: day('03-05', '12:00:00'), calendars, withinHours: 46 })).toHaveLength(3)
  })

  test('tasks have the same ids in every run, and titles in either language', () => {
    const [task] = taskList(alerts, policy, { asOf: day('03-05'), calendars, language: 'zh-CN' })
    expect(task).toMatchObject({
      id: 'p/r/call=c2/1/yellow/remedy',
      title: '整改',
      assignedTo: '班组长',
      status: 'open',
      dueAt: day('03-07'),
    })
    expect(taskList(alerts, policy, { asOf: day('04-01'), calendars })[0]).toMatchObject({
      id: task?.id,
      title: 'Remedy',
    })
  })
})

describe('closureReport', () => {
  /** Alerts of a month, of which so many are verified on a day. */
  function month(name: string, total: number, verified: number, at: string, teamId = 'T1'): readonly Alert[] {
    return Array.from({ length: total }, (_, index) => {
      const now = raised(day(`${name}-05`), `${teamId}-${name}-${index}`, teamId)
      return index < verified ? applyEvent(now, eventOf(now, 'verified', at), policy) : now
    })
  }
  const report = (alerts: readonly Alert[], asOf: string, by?: readonly string[]) =>
    closureReport(alerts, policy, { asOf, ...(by && { by }) })

  test('19 of 20 is not over 95 %, 39 of 40 is; late closers count, and show in the rate on time', () => {
    // Due on 7 and 10 March; verified on the 20th: late, within the month.
    const [group] = report(month('03', 20, 19, day('03-20')), day('04-02')).groups
    expect(group?.months).toMatchObject([
      { month: '2026-03', total: 20, closed: 19, onTime: 0, rate: 0.95, isMet: false },
      { month: '2026-04', total: 0 },
    ])
    expect(group?.onMiss).toEqual(['summon'])
    const [better] = report(month('03', 40, 39, day('03-06')), day('04-02')).groups
    expect(better?.months[0]).toMatchObject({ closed: 39, onTime: 39, isMet: true })
    expect(better?.streak).toBe(1)
  })

  test('verified in the next month is not closed in this one', () => {
    const [group] = report(month('03', 2, 2, day('04-01')), day('04-02')).groups
    expect(group?.months[0]).toMatchObject({ total: 2, closed: 0, open: ['p/r/call=T1-03-0/1', 'p/r/call=T1-03-1/1'] })
  })

  test('the month is that of the last duty, in the zone of the policy', () => {
    // Raised Monday 30 March: remedy 1 April, feedback at the end of 1 April, which is 00:00 of the 2nd.
    expect(report([raised(day('03-30'))], day('05-02')).groups[0]?.months[0]?.month).toBe('2026-04')
  })

  test('three months running are rewarded; a month without alerts breaks, the present one is not judged', () => {
    const good = (name: string) => month(name, 1, 1, day(`${name}-06`))
    const three = [...good('03'), ...good('04'), ...good('05')]
    const [group] = report([...three, ...month('06', 1, 0, day('06-06'))], day('06-20')).groups
    expect([group?.streak, group?.onStreak, group?.onMiss]).toEqual([3, ['reward'], []])
    expect(group?.months.at(-1)).toMatchObject({ month: '2026-06', total: 1 })
    expect(group?.months.at(-1)?.isMet).toBeUndefined()
    const gap = report([...good('03'), ...good('05'), ...good('06')], day('07-02')).groups[0]
    expect(gap?.streak).toBe(2)
  })

  test('withdrawn alerts leave both numbers; groups by label and function; hours to close', () => {
    const [first, second, third] = month('03', 3, 0, day('03-06'))
    if (!first || !second || !third) throw new Error('too few')
    const withdrawn = applyEvent(first, eventOf(first, 'withdrawn', day('03-06')), policy)
    const closedAfter = (now: Alert, hours: number): Alert =>
      ['remedied', 'feedback-given', 'closed'].reduce(
        (one, kind) =>
          applyEvent(
            one,
            eventOf(one, kind, new Date(Date.parse(now.raisedAt) + hours * 3_600_000).toISOString()),
            policy,
          ),
        now,
      )
    const other = month('03', 1, 0, day('03-06'), 'T2')
    const alerts = [withdrawn, closedAfter(second, 10), closedAfter(third, 30), ...other]
    const { groups } = report(alerts, day('03-20'), ['team'])
    expect(groups.map(({ labels, months: [only] }) => [labels.team, only?.total])).toEqual([
      ['T1', 2],
      ['T2', 1],
    ])
    expect(groups[0]).toMatchObject({ meanHoursToClose: 20, medianHoursToClose: 20 })
    const byRule = closureReport(alerts, policy, {
      asOf: day('03-20'),
      by: ({ rule }) => ({ rule: rule.toUpperCase() }),
    })
    expect(byRule.groups[0]?.labels).toEqual({ rule: 'R' })
  })

  test('an alert without a deadline is in no month, and told', () => {
    const { withoutDeadline, groups } = report([raised(day('12-31'))], '2027-02-01T00:00:00+08:00')
    expect(withoutDeadline).toEqual(['p/r/call=c1/1'])
    expect(groups[0]?.months.every(({ total }) => total === 0)).toBe(true)
  })
})

describe('the most missed', () => {
  test('are counted by a label, and what a tie cuts off is told', () => {
    const findings = ['a', 'b', 'a', 'c', 'b', 'd'].map((item) => finding({ occurredAt: day('03-02'), item }))
    const counts = countFindings(findings, 'item')
    expect(counts).toEqual({ a: 2, b: 2, c: 1, d: 1 })
    expect(mostMissed(counts, 3)).toEqual({ top: ['a', 'b', 'c'], tiedOut: ['d'] })
    expect(mostMissed(counts, 2)).toEqual({ top: ['a', 'b'], tiedOut: [] })
    expect(mostMissed({ never: 0 }, 3)).toEqual({ top: [], tiedOut: [] })
  })
})
