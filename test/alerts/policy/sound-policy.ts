import type { PathSegment } from '../../../src/issues/index.js'

/** A policy with at least one of everything, free of faults and warnings. */
const SOUND = {
  $schema: './schema/alert-policy.schema.json',
  format: 'callgrade/alert-policy@1',
  id: 'alerts',
  version: '1',
  title: 'Alerts',
  note: 'A remark',
  timeZone: 'Asia/Shanghai',
  roles: [{ id: 'leader', title: 'Team leader' }, { id: 'manager' }, { id: 'training' }],
  actions: [{ id: 'retrain' }, { id: 'reward' }, { id: 'summon' }],
  kinds: [{ id: 'complaint' }, { id: 'outdated-script' }],
  facts: {
    risk: { type: 'string', values: ['abuse', 'lawsuit', 'other'] },
    waited: { type: 'integer', minimum: 0, maximum: 86_400 },
    line: { type: 'string' },
    details: { type: 'object' },
    shift: { type: 'string', note: 'Kept for reports' },
  },
  fromScores: [
    { kind: 'veto' },
    { kind: 'critical-error' },
    { kind: 'fault' },
    { kind: 'item', atMostPercent: 40 },
    { kind: 'band', bands: ['basic'] },
  ],
  falseAlerts: { red: 0.05, yellow: 0.25 },
  levels: [
    {
      id: 'urgent',
      duties: [
        {
          id: 'engage',
          doneBy: 'engaged',
          within: { minutes: 30 },
          assignTo: ['leader'],
          escalate: [
            { afterDue: { minutes: 0 }, to: 'manager' },
            { afterDue: { workingHours: 2 }, to: 'manager' },
          ],
        },
      ],
    },
    {
      id: 'red',
      duties: [
        {
          id: 'cause',
          doneBy: 'cause-reported',
          within: { hours: 24 },
          assignTo: ['leader', 'manager'],
          remind: [{ beforeDue: { hours: 4 } }, { beforeDue: { minutes: 30 } }],
        },
        { id: 'check', doneBy: 'verified', within: { workingDays: 5, ends: 'close' }, assignTo: ['manager'] },
      ],
    },
    {
      id: 'yellow',
      duties: [{ id: 'remedy', doneBy: 'remedied', within: { hours: 48 }, assignTo: ['leader'] }],
    },
    {
      id: 'blue',
      duties: [
        {
          id: 'review',
          doneBy: 'reviewed',
          within: { next: { weekday: 'friday', time: '16:00', onHoliday: 'next-working-day' } },
          assignTo: ['manager'],
        },
      ],
    },
  ],
  rules: [
    {
      id: 'complaint',
      kinds: ['complaint'],
      where: {
        all: [
          { fact: 'risk', operator: 'in', value: ['abuse', 'lawsuit'] },
          { fact: 'purpose', operator: 'equal', value: 'targeted' },
          { fact: 'details', path: '$.source', operator: 'equal', value: 'hotline' },
        ],
      },
      groupBy: ['call'],
      steps: [{ level: 'urgent', count: { atLeast: 1 } }],
      actions: ['retrain'],
    },
    {
      id: 'repeat',
      kinds: ['item', 'fault', 'outdated-script'],
      groupBy: ['agent', 'item'],
      steps: [
        { level: 'red', window: { days: 7 }, count: { atLeast: 5 } },
        { level: 'yellow', window: { days: 7 }, count: { atLeast: 3 }, calls: { atLeast: 2 } },
      ],
    },
    {
      id: 'common',
      kinds: ['item', 'fault'],
      where: { all: [{ fact: 'tags', operator: 'contains', value: 'script' }] },
      groupBy: ['team', 'item', 'line'],
      steps: [
        {
          level: 'red',
          window: { days: 30 },
          rate: { above: { history: { days: 84 } }, adjustFor: ['businessType', 'waited'] },
        },
        { level: 'yellow', window: { days: 30 }, rate: { above: { percent: 5 } } },
        { level: 'blue', window: { hours: 36 }, count: { atLeast: 5 }, agents: { atLeast: 2 } },
      ],
      notify: ['training'],
    },
    { id: 'everywhere', kinds: ['veto'], groupBy: [], steps: [{ level: 'blue', count: { atLeast: 10 } }] },
  ],
  closure: {
    doneAt: 'verified',
    comparison: 'over',
    targetPercent: 95,
    months: 3,
    onStreak: ['reward'],
    onMiss: ['summon'],
  },
  review: { appeal: { within: { workingDays: 2 } }, feedback: { within: { workingDays: 0 } } },
}

/** Values by dotted path; `undefined` removes what stands there. */
export type Changes = Readonly<Record<string, unknown>>

/** A copy of the sound policy with changes; a path may name one element behind the end of a list. */
export function policyWith(changes: Changes = {}): Record<string, unknown> {
  const policy = structuredClone(SOUND) as Record<string, unknown>
  for (const [dotted, value] of Object.entries(changes)) {
    const segments: PathSegment[] = dotted.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
    const last = segments.pop()
    let holder: Record<PathSegment, unknown> = policy
    for (const segment of segments) {
      const member = holder[segment]
      if (typeof member !== 'object' || member === null) throw new Error(`there is no ${dotted}`)
      holder = member as Record<PathSegment, unknown>
    }
    if (last === undefined) throw new Error('an empty path')
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return policy
}
