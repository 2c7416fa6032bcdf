import type { Changes } from './sound-policy.js'

/** A change that makes the sound policy faulty, and all that has to be told of it. */
export interface FaultCase {
  /** What is wrong, for the reader of the test. */
  readonly when: string
  readonly change: Changes
  /** Each `code path`. */
  readonly told: readonly string[]
  readonly suggestion?: string
  readonly details?: Readonly<Record<string, string | number>>
}

function fault(
  when: string,
  change: Changes,
  told: string | readonly string[],
  more: Pick<FaultCase, 'suggestion' | 'details'> = {},
): FaultCase {
  return { when, change, told: typeof told === 'string' ? [told] : told, ...more }
}

const ENGAGE = 'levels.0.duties.0'
const CAUSE = 'levels.1.duties.0'
const COMPLAINT = 'rules.0'
const REPEAT = 'rules.1'
const COMMON = 'rules.2'

const ids: readonly FaultCase[] = [
  fault('two roles have one id', { 'roles.1.id': 'leader', 'roles.3': { id: 'manager' } }, 'alerts/duplicate-id roles[1].id'),
  fault('two actions have one id', { 'actions.3': { id: 'reward' } }, 'alerts/duplicate-id actions[3].id'),
  fault('two kinds have one id', { 'kinds.2': { id: 'complaint' } }, 'alerts/duplicate-id kinds[2].id'),
  fault('two levels have one id', { 'levels.4': { id: 'red' } }, 'alerts/duplicate-id levels[4].id'),
  fault('two rules have one id', { 'rules.3.id': 'repeat' }, 'alerts/duplicate-id rules[3].id'),
  fault('two duties of a level have one id', { 'levels.1.duties.1.id': 'cause' }, 'alerts/duplicate-id levels[1].duties[1].id'),
  fault('a built-in kind is declared again', { 'kinds.2': { id: 'veto' } }, 'alerts/built-in-kind kinds[2].id'),
  ...['item', 'kind', 'purpose', 'businessType', 'percent', 'agentId', 'teamId', 'tags', 'agent', 'team', 'call', 'tag', 'level', 'rule'].map((name) =>
    fault(`a fact is called ${name}`, { [`facts.${name}`]: { type: 'number' } }, `alerts/reserved-fact facts.${name}`),
  ),
  fault('a fact may be one thing twice', { 'facts.risk.values': ['abuse', 'lawsuit', 'abuse'] }, 'alerts/repeated-name facts.risk.values[2]'),
  fault('a fact has its bounds the wrong way round', { 'facts.waited.maximum': -1 }, 'document/range facts.waited.maximum'),
  fault('a kind is taken from scores twice', { 'fromScores.5': { kind: 'item', atMostPercent: 20 } }, 'alerts/from-scores-twice fromScores[5].kind'),
  fault('a band is named twice', { 'fromScores.4.bands': ['basic', 'basic'] }, 'alerts/repeated-name fromScores[4].bands[1]'),
  fault('the zone does not exist', { timeZone: 'Asia/Peking' }, 'document/time-zone timeZone'),
] // biome-ignore format: a table

const names: readonly FaultCase[] = [
  fault('a duty is assigned to an unknown role', { [`${ENGAGE}.assignTo`]: ['leeder'] }, 'alerts/unknown-name levels[0].duties[0].assignTo[0]', { suggestion: 'leader', details: { kind: 'role' } }),
  fault('an escalation goes to an unknown role', { [`${ENGAGE}.escalate.1.to`]: 'boss' }, 'alerts/unknown-name levels[0].duties[0].escalate[1].to', { details: { kind: 'role' } }),
  fault('an unknown role is notified', { [`${COMMON}.notify`]: ['trainig'] }, 'alerts/unknown-name rules[2].notify[0]', { suggestion: 'training' }),
  fault('a role is notified twice', { [`${COMMON}.notify`]: ['training', 'training'] }, 'alerts/repeated-name rules[2].notify[1]'),
  fault('a duty is assigned to a role twice', { [`${CAUSE}.assignTo`]: ['leader', 'leader'] }, 'alerts/repeated-name levels[1].duties[0].assignTo[1]'),
  fault('a rule leads to an unknown action', { [`${COMPLAINT}.actions`]: ['retrian'] }, 'alerts/unknown-name rules[0].actions[0]', { suggestion: 'retrain', details: { kind: 'action' } }),
  fault('a streak leads to an unknown action', { 'closure.onStreak': ['prize'] }, 'alerts/unknown-name closure.onStreak[0]', { details: { kind: 'action' } }),
  fault('a miss leads to an unknown action', { 'closure.onMiss': ['sumon'] }, 'alerts/unknown-name closure.onMiss[0]', { suggestion: 'summon' }),
  fault('a rule wants an unknown kind', { [`${REPEAT}.kinds`]: ['item', 'defect'] }, 'alerts/unknown-name rules[1].kinds[1]', { details: { kind: 'kind' } }),
  fault('a rule wants a kind twice', { [`${REPEAT}.kinds`]: ['item', 'item'] }, 'alerts/repeated-name rules[1].kinds[1]'),
  fault('a step leads to an unknown level', { [`${REPEAT}.steps.1.level`]: 'yelow' }, 'alerts/unknown-name rules[1].steps[1].level', { suggestion: 'yellow', details: { kind: 'level' } }),
  fault('false alerts are for an unknown level', { 'falseAlerts.orange': 0.1 }, 'alerts/unknown-name falseAlerts.orange', { details: { kind: 'level' } }),
  fault('a rule groups by what is no label', { [`${REPEAT}.groupBy`]: ['agents', 'item'] }, 'alerts/unknown-name rules[1].groupBy[0]', { suggestion: 'agent', details: { kind: 'label' } }),
  fault('a rule groups by a label twice', { [`${REPEAT}.groupBy`]: ['agent', 'item', 'agent'] }, 'alerts/repeated-name rules[1].groupBy[2]'),
  fault('a rule groups by a fact that is an object', { [`${REPEAT}.groupBy`]: ['details'] }, 'alerts/label-type rules[1].groupBy[0]', { details: { fact: 'details' } }),
  fault('a rate is adjusted for a fact that is an object', { [`${COMMON}.steps.0.rate.adjustFor`]: ['details'] }, 'alerts/label-type rules[2].steps[0].rate.adjustFor[0]'),
  fault('a rate is adjusted for what is no label', { [`${COMMON}.steps.0.rate.adjustFor`]: ['bussinessType'] }, 'alerts/unknown-name rules[2].steps[0].rate.adjustFor[0]', { suggestion: 'businessType' }),
  fault('a rate is adjusted for single calls', { [`${COMMON}.steps.0.rate.adjustFor`]: ['call'] }, 'alerts/unknown-name rules[2].steps[0].rate.adjustFor[0]'),
  fault('closure is by an event that there is none of', { 'closure.doneAt': 'verifyed' }, 'alerts/unknown-name closure.doneAt', { suggestion: 'verified', details: { kind: 'event' } }),
  fault('closure is by an event that closes nothing', { 'closure.doneAt': 'acknowledged' }, 'alerts/unknown-name closure.doneAt'),
] // biome-ignore format: a table

const conditions: readonly FaultCase[] = [
  fault('a condition asks for an unknown fact', { [`${COMPLAINT}.where.all.0.fact`]: 'riks' }, 'conditions/unknown-fact rules[0].where.all[0].fact', { suggestion: 'risk' }),
  fault('a condition asks for what facts never are', { [`${COMPLAINT}.where.all.0.value`]: ['abuse', 'law-suit'] }, 'conditions/unknown-value rules[0].where.all[0].value', { suggestion: 'lawsuit' }),
  fault('a condition asks for a purpose that there is not', { [`${COMPLAINT}.where.all.1.value`]: 'target' }, 'conditions/unknown-value rules[0].where.all[1].value', { suggestion: 'targeted' }),
  fault('a condition asks for a kind that nobody declared', { [`${COMPLAINT}.where.all.1`]: { fact: 'kind', operator: 'equal', value: 'complain' } }, 'conditions/unknown-value rules[0].where.all[1].value', { suggestion: 'complaint' }),
  fault('a condition compares a percent with a text', { [`${COMPLAINT}.where.all.1`]: { fact: 'percent', operator: 'lessThan', value: '60' } }, 'conditions/operand rules[0].where.all[1]'),
  fault('a condition is a bare leaf', { [`${COMPLAINT}.where`]: { fact: 'risk', operator: 'equal', value: 'abuse' } }, 'conditions/bare-leaf rules[0].where'),
  fault('a condition is named, and a policy has no named ones', { [`${COMPLAINT}.where`]: { condition: 'risky' } }, 'conditions/unknown-condition rules[0].where.condition'),
  fault('a condition looks at the rating of an item, which a finding does not know', { [`${COMPLAINT}.where.all.1`]: { fact: 'ratings', path: '$.greeting', operator: 'equal', value: 1 } }, 'conditions/unknown-fact rules[0].where.all[1].fact'),
] // biome-ignore format: a table

const duties: readonly FaultCase[] = [
  ...['acknowledged', 'closed', 'withdrawn', 'reassigned'].map((event) =>
    fault(`a duty is done by ${event}`, { [`${ENGAGE}.doneBy`]: event }, 'alerts/reserved-event levels[0].duties[0].doneBy'),
  ),
  fault('two duties of a level are done by one event', { 'levels.1.duties.1.doneBy': 'cause-reported' }, 'alerts/same-event levels[1].duties[1].doneBy', { details: { first: 'cause', level: 'red' } }),
  fault('a duty is assigned to nobody', { [`${ENGAGE}.assignTo`]: [] }, 'document/empty levels[0].duties[0].assignTo'),
  fault('a reminder comes before the duty', { [`${CAUSE}.remind.0.beforeDue`]: { hours: 25 } }, 'alerts/reminder-too-early levels[1].duties[0].remind[0].beforeDue', { details: { term: '24 h' } }),
  fault('a reminder comes with the duty', { [`${ENGAGE}.remind`]: [{ beforeDue: { minutes: 30 } }] }, 'alerts/reminder-too-early levels[0].duties[0].remind[0].beforeDue', { details: { term: '30 min' } }),
  fault('a reminder comes at the deadline', { [`${CAUSE}.remind.0.beforeDue`]: { hours: 0 } }, 'document/range levels[1].duties[0].remind[0].beforeDue.hours'),
  fault('two reminders come at one time', { [`${CAUSE}.remind.1.beforeDue`]: { minutes: 240 } }, 'alerts/notice-twice levels[1].duties[0].remind[1].beforeDue', { details: { kind: 'remind' } }),
  fault('a role is told twice at one time', { [`${ENGAGE}.escalate.1.afterDue`]: { hours: 0 } }, 'alerts/notice-twice levels[0].duties[0].escalate[1].afterDue', { details: { kind: 'escalate' } }),
  fault('a reminder is in working time', { [`${CAUSE}.remind.0.beforeDue`]: { workingHours: 2 } }, 'document/unknown-key levels[1].duties[0].remind[0].beforeDue.workingHours'),
  fault('a term is of no time', { [`${ENGAGE}.within`]: { minutes: 0 } }, 'document/range levels[0].duties[0].within.minutes'),
  fault('a term is of no working time', { [`${ENGAGE}.within`]: { workingHours: 0 } }, 'document/range levels[0].duties[0].within.workingHours'),
  fault('a term is negative', { [`${ENGAGE}.within`]: { hours: -1 } }, 'document/range levels[0].duties[0].within.hours'),
  fault('a term is a text', { [`${ENGAGE}.within`]: { hours: '1' } }, 'document/type levels[0].duties[0].within.hours', { suggestion: '1' }),
  fault('a term is of more than ten years', { [`${ENGAGE}.within`]: { hours: 87_601 } }, 'document/range levels[0].duties[0].within.hours'),
  fault('a term is of no known unit', { [`${ENGAGE}.within`]: { workingDay: 2 } }, 'document/unknown-key levels[0].duties[0].within.workingDay', { suggestion: 'workingDays' }),
  fault('a term says nothing', { [`${ENGAGE}.within`]: {} }, 'document/type levels[0].duties[0].within'),
  fault('an escalation is before the deadline', { [`${ENGAGE}.escalate.0.afterDue`]: { minutes: -5 } }, 'document/range levels[0].duties[0].escalate[0].afterDue.minutes'),
  fault('a term ends at a time that is the next day', { 'levels.3.duties.0.within.next.time': '24:00' }, 'document/time levels[3].duties[0].within.next.time'),
  fault('a term of appeal is of no time', { 'review.appeal.within': { hours: 0 } }, 'document/range review.appeal.within.hours'),
  fault('a term of feedback is negative', { 'review.feedback.within': { workingDays: -1 } }, 'document/range review.feedback.within.workingDays'),
] // biome-ignore format: a table

const steps: readonly FaultCase[] = [
  fault('a step demands nothing', { [`${REPEAT}.steps.0.count`]: undefined }, 'alerts/empty-step rules[1].steps[0]'),
  fault('two steps lead to one level', { [`${REPEAT}.steps.1.level`]: 'red' }, 'alerts/same-level rules[1].steps[1].level'),
  fault('a rate leads to a level without false alerts', { 'falseAlerts.yellow': undefined }, 'alerts/no-false-alerts rules[2].steps[1].rate', { details: { level: 'yellow' } }),
  fault('there are no false alerts at all', { falseAlerts: undefined }, ['alerts/no-false-alerts rules[2].steps[0].rate', 'alerts/no-false-alerts rules[2].steps[1].rate']),
  fault('no false alert at all is tolerated', { 'falseAlerts.red': 0 }, 'document/range falseAlerts.red'),
  fault('a rate looks at hours', { [`${COMMON}.steps.1.window`]: { hours: 24 } }, 'alerts/rate-window rules[2].steps[1].window'),
  fault('a rate has no window', { [`${COMMON}.steps.0.window`]: undefined }, 'alerts/rate-window rules[2].steps[0].rate'),
  fault('a history looks at hours', { [`${COMMON}.steps.0.window`]: { hours: 720 } }, 'alerts/rate-window rules[2].steps[0].window'),
  fault('a rate is taken of single calls', { [`${COMMON}.groupBy`]: ['team', 'call'] }, 'alerts/rate-of-call rules[2].groupBy[1]'),
  fault('a stated percentage is adjusted', { [`${COMMON}.steps.1.rate.adjustFor`]: ['businessType'] }, 'alerts/adjusted-percent rules[2].steps[1].rate.adjustFor'),
  fault('a history has nobody to compare with', { [`${COMMON}.groupBy`]: ['item'] }, 'alerts/history-alone rules[2].steps[0].rate.above', { details: { reason: 'groupBy' } }),
  fault('a history compares a team with itself', { [`${COMMON}.steps.0.rate.adjustFor`]: ['businessType', 'team'] }, 'alerts/history-alone rules[2].steps[0].rate.adjustFor', { details: { reason: 'adjustFor' } }),
  fault('a percent is of nothing', { [`${COMMON}.steps.1.rate.above.percent`]: 0 }, 'document/range rules[2].steps[1].rate.above.percent'),
  fault('a percent is of everything', { [`${COMMON}.steps.1.rate.above.percent`]: 100 }, 'document/range rules[2].steps[1].rate.above.percent'),
  fault('a rate has two references', { [`${COMMON}.steps.1.rate.above.history`]: { days: 84 } }, 'document/unknown-key rules[2].steps[1].rate.above.history'),
  fault('an item is looked for over 100 percent', { 'fromScores.3.atMostPercent': 101 }, 'document/range fromScores[3].atMostPercent'),
  fault('a window is of no day', { [`${REPEAT}.steps.0.window.days`]: 0 }, 'document/range rules[1].steps[0].window.days'),
  fault('a window is of half a day', { [`${REPEAT}.steps.0.window.days`]: 0.5 }, 'document/type rules[1].steps[0].window.days'),
  fault('a window is of no hour', { [`${COMMON}.steps.2.window.hours`]: 0 }, 'document/range rules[2].steps[2].window.hours'),
  fault('a window is of weeks', { [`${REPEAT}.steps.0.window`]: { weeks: 1 } }, 'document/unknown-key rules[1].steps[0].window.weeks'),
  fault('a history is of no day', { [`${COMMON}.steps.0.rate.above.history.days`]: 0 }, 'document/range rules[2].steps[0].rate.above.history.days'),
  fault('a count is of nothing', { [`${REPEAT}.steps.0.count.atLeast`]: 0 }, 'document/range rules[1].steps[0].count.atLeast'),
  fault('half an agent is counted', { [`${COMMON}.steps.2.agents.atLeast`]: 1.5 }, 'document/type rules[2].steps[2].agents.atLeast'),
  fault('a rule has no step', { [`${REPEAT}.steps`]: [] }, 'document/empty rules[1].steps'),
  fault('a rule wants no kind', { [`${REPEAT}.kinds`]: [] }, 'document/empty rules[1].kinds'),
] // biome-ignore format: a table

const closure: readonly FaultCase[] = [
  fault('more than all is to be closed', { 'closure.targetPercent': 100 }, 'alerts/closure-unreachable closure.targetPercent'),
  fault('the target is over 100', { 'closure.targetPercent': 101 }, 'document/range closure.targetPercent'),
  fault('a streak is of no month', { 'closure.months': 0 }, 'document/range closure.months'),
  fault('a streak is of half a month', { 'closure.months': 1.5 }, 'document/type closure.months'),
  fault('the comparison is another word', { 'closure.comparison': 'above' }, 'document/value closure.comparison'),
] // biome-ignore format: a table

const keys: readonly FaultCase[] = [
  fault('a key is misspelt', { [`${REPEAT}.notfy`]: [] }, 'document/unknown-key rules[1].notfy', { suggestion: 'notify' }),
  fault('a kind of fromScores is misspelt', { 'fromScores.0.kind': 'vetoes' }, 'document/value fromScores[0].kind', { suggestion: 'veto' }),
  fault('an item of fromScores has no percent', { 'fromScores.3.atMostPercent': undefined }, 'document/missing-key fromScores[3].atMostPercent'),
  fault('a duty has no term', { [`${ENGAGE}.within`]: undefined }, 'document/missing-key levels[0].duties[0].within'),
  fault('an id has a space', { 'roles.2.id': 'training dept', [`${COMMON}.notify`]: ['manager'] }, 'document/id roles[2].id'),
  fault('there is no level', { levels: [], closure: undefined, falseAlerts: undefined, rules: [] }, ['document/empty levels', 'document/empty rules']),
] // biome-ignore format: a table

/** Every fault by what it is about. */
export const FAULTS: Readonly<Record<string, readonly FaultCase[]>> = {
  'ids and declarations': ids,
  'names that nothing declares': names,
  conditions,
  'duties and terms': duties,
  'steps and rates': steps,
  closure,
  'keys and shapes': keys,
}
