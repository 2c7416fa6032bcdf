// Third part of the demo: alerts from the real ratings and from the waits of the real month, what is owed by when, one
// closed by events, and whether its remedy worked. The month is moved to 30 August to 29 September 2026, which begin on
// the same day of the week, so that the shipped calendar of 2026 applies; the ratings, which have no dates, are given one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  type Alert,
  type AlertEvent,
  type AlertPolicy,
  type AlertReview,
  classifyAlerts,
  compileRubric,
  dueDuties,
  type Exposure,
  type Finding,
  findingsFromScores,
  type Language,
  messageOf,
  parseAlertPolicy,
  parseCalendar,
  textIn,
} from 'callgrade'
import { type DatedSample, effectOfAlert } from 'callgrade/alerts'
import { dueText } from 'callgrade/calendar'
import { fedEvaluations } from '../support/fed-ratings.js'
import { type MonthRow, monthRows } from '../support/month.js'
import { print, row } from '../support/print.js'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'demo-results')
/** From 1 August 1999 to 30 August 2026, both Sundays. */
const MOVED = Date.parse('2026-08-30') - Date.parse('1999-08-01')
/** The review of the first week, on a Monday morning. */
const REVIEW = '2026-09-07T09:00:00+08:00'
/** Last day of that week, a Saturday. */
const WEEK_END = '2026-09-05'
const AS_OF = '2026-09-08T18:00:00+08:00'
const LIMIT_SECONDS = 60

/** @returns whether everything was as it should be */
export function raiseAlerts(language: Language): boolean {
  const isChinese = language === 'zh-CN'
  const say = (english: string, chinese: string): void => print(isChinese ? chinese : english)
  const policy = parseAlertPolicy(readFileSync(join(root, 'examples/data/demo-alerts.json'), 'utf8'))
  const calendars = [parseCalendar(readFileSync(join(root, 'rubrics/calendar-cn-2026.json'), 'utf8'))]
  const waits = waitsOf(monthRows().filter(({ outcome }) => outcome === 'agent'))
  const rated = findingsFromScores(scoresOfRatings(), policy)
  const week = waits.calls.filter(({ date }) => date <= WEEK_END)
  const input = {
    findings: [...week.flatMap(({ finding }) => finding ?? []), ...rated.findings],
    exposures: [...waits.exposures, ...rated.exposures],
  }
  const review = classifyAlerts(input, policy, { asOf: AS_OF, calendars })

  say(
    `Alerts as of ${AS_OF}: ${input.findings.length} findings of ${week.length} calls and ${new Set(rated.exposures.map(({ evaluationId }) => evaluationId)).size} rated conversations raise ${review.alerts.length}.`,
    `截至 ${AS_OF} 的预警：${week.length} 通来电和 ${new Set(rated.exposures.map(({ evaluationId }) => evaluationId)).size} 段已评对话中的 ${input.findings.length} 个问题引发 ${review.alerts.length} 条预警。`,
  )
  showAlerts(review, policy, language)
  showDue(review, policy, calendars, language)

  const red = review.alerts.find(({ group }) => group.slot === 'day')
  if (!red) return false
  const events = eventsOf(red)
  const closed = classifyAlerts({ events, previous: review }, policy, {
    asOf: '2026-09-25T09:00:00+08:00',
    calendars,
  })
  for (const { issue } of closed.refused) print(messageOf(issue, language))
  const ended = closed.alerts.find(({ fingerprint }) => fingerprint === red.fingerprint)
  if (ended?.state !== 'closed') return false
  print('')
  say(
    `${red.fingerprint}: ${ended.history.map(({ kind }) => kind).join(', ')}; ${ended.duties.map(({ id, status }) => `${id} ${status}`).join(', ')}.`,
    `${red.fingerprint}：${ended.history.map(({ kind }) => kind).join('、')}；${ended.duties.map(({ id, status }) => `${id} ${status}`).join('、')}。`,
  )
  showEffect(ended, waits.calls, language)

  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'alerts.json')
  writeFileSync(file, `${JSON.stringify(closed.alerts, null, 2)}\n`)
  print('')
  say(`Written to ${relative(root, file)}`, `结果已写入 ${relative(root, file)}`)
  return closed.refused.length === 0
}

/** Scores of the ratings; of five of a conversation the one evaluated last is of record. */
function scoresOfRatings() {
  const scorer = compileRubric(readFileSync(join(root, 'rubrics/conversation-quality.json'), 'utf8'))
  return fedEvaluations().map((evaluation, index) =>
    scorer.score({
      ...evaluation,
      callAt: '2026-09-01T10:00:00+08:00',
      evaluatedAt: `2026-09-07T09:0${index % 5}:00+08:00`,
    }),
  )
}

interface Wait {
  readonly date: string
  readonly slot: string
  readonly isLong: boolean
  readonly finding?: Finding
}

/** The waits of the month as outside findings, and how many calls there were. */
function waitsOf(calls: readonly MonthRow[]): {
  readonly calls: readonly Wait[]
  readonly exposures: readonly Exposure[]
} {
  const counts = new Map<string, number>()
  const waits = calls.map((call): Wait => {
    const [day = '', time = ''] = call.started_at.split('T')
    const date = new Date(Date.parse(day) + MOVED).toISOString().slice(0, 10)
    const hour = Number(time.slice(0, 2))
    const slot = hour >= 6 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'day' : 'night'
    counts.set(`${date} ${slot}`, (counts.get(`${date} ${slot}`) ?? 0) + 1)
    const isLong = Number(call.queue_seconds) > LIMIT_SECONDS
    if (!isLong) return { date, slot, isLong }
    const finding: Finding = {
      id: `${call.call_id}/long-wait`,
      kind: 'long-wait',
      occurredAt: `${date}T${time}+08:00`,
      foundAt: REVIEW,
      callId: call.call_id,
      purpose: 'measure',
      facts: { slot },
    }
    return { date, slot, isLong, finding }
  })
  const exposures = [...counts].map(([key, rated]): Exposure => {
    const [date = '', slot = ''] = key.split(' ')
    return { id: key, date, purpose: 'measure', rated, facts: { slot } }
  })
  return { calls: waits, exposures }
}

function showAlerts({ alerts }: AlertReview, policy: AlertPolicy, language: Language): void {
  const isChinese = language === 'zh-CN'
  print('')
  print(
    row(
      isChinese ? ['级别', '分组', '发现', '评分次数', '偶然概率'] : ['level', 'group', 'found', 'of', 'by chance'],
      10,
      26,
    ),
  )
  for (const { level, group, evidence } of alerts) {
    const title = policy.levels.find(({ id }) => id === level)?.title
    print(
      row(
        [
          title === undefined ? level : textIn(title, language),
          Object.values(group).join(' '),
          String(evidence.count),
          String(evidence.rated ?? ''),
          evidence.p?.toPrecision(2) ?? '',
        ],
        10,
        26,
      ),
    )
  }
}

function showDue(
  { alerts }: AlertReview,
  policy: AlertPolicy,
  calendars: readonly ReturnType<typeof parseCalendar>[],
  language: Language,
): void {
  const isChinese = language === 'zh-CN'
  print('')
  print(isChinese ? `${AS_OF} 的待办：` : `Owed at ${AS_OF}:`)
  for (const { alert, duty, overdueMinutes } of dueDuties(alerts, policy, { asOf: AS_OF, calendars })) {
    const title = policy.levels.find(({ id }) => id === duty.level)?.duties?.find(({ id }) => id === duty.id)?.title
    const due = duty.dueAt === undefined ? '?' : dueText(duty.dueAt, policy.timeZone ?? 'UTC')
    const late =
      overdueMinutes === undefined
        ? ''
        : isChinese
          ? `，逾期 ${(overdueMinutes / 60).toFixed(1)} 小时`
          : `, overdue by ${(overdueMinutes / 60).toFixed(1)} hours`
    print(
      `  ${due}${late}  ${title === undefined ? duty.id : textIn(title, language)}  ${Object.values(alert.group).join(' ')}`,
    )
  }
}

/** What was done about an alert: reported in time, remedied in time, verified and closed after the next week. */
function eventsOf({ fingerprint, episode }: Alert): readonly AlertEvent[] {
  const steps = [
    ['acknowledged', '2026-09-07T10:00:00+08:00'],
    ['cause-reported', '2026-09-08T08:30:00+08:00'],
    ['remedied', '2026-09-12T20:00:00+08:00'],
    ['verified', '2026-09-21T09:00:00+08:00'],
    ['closed', '2026-09-21T09:30:00+08:00'],
  ] as const
  return steps.map(([kind, at]) => ({ id: `${kind}-1`, fingerprint, episode, kind, at, by: 'team-leader-1' }))
}

/** Judges weeks of the month: the one that fired, the rest of the next one before the remedy, and the one after it. */
function showEffect(alert: Alert, calls: readonly Wait[], language: Language): void {
  const isChinese = language === 'zh-CN'
  const sampleOf = (id: string, from: string, through: string): DatedSample => {
    const judged = calls.filter(({ slot, date }) => slot === alert.group.slot && date >= from && date <= through)
    return {
      id,
      from,
      through,
      measure: { kind: 'counts', found: judged.filter(({ isLong }) => isLong).length, judged: judged.length },
    }
  }
  const samples = [
    sampleOf('week 1', '2026-08-30', WEEK_END),
    sampleOf('week 2', '2026-09-06', '2026-09-11'),
    sampleOf('week 3', '2026-09-13', '2026-09-19'),
  ]
  const effect = effectOfAlert(alert, samples, {
    wanted: 'lower',
    leastImprovement: 0.1,
    timeZone: 'Asia/Shanghai',
  })
  const shares = samples.map(({ id, measure }) =>
    measure.kind === 'counts' ? `${id} ${percent(measure.found / measure.judged)}` : id,
  )
  print(
    isChinese
      ? `日间等待超过 ${LIMIT_SECONDS} 秒的比例：${shares.join('，')}（${effect.refused.map(({ id, reason }) => `${id} 不用：${reason}`).join('；')}）。`
      : `Waits over ${LIMIT_SECONDS} seconds in the day: ${shares.join(', ')} (${effect.refused.map(({ id, reason }) => `${id} not used: ${reason}`).join('; ')}).`,
  )
  const { interval } = effect
  const range = interval === undefined ? '' : `${percent(interval.lower)} .. ${percent(interval.upper)}`
  print(
    isChinese
      ? `整改效果（${effect.beforeSample?.id} 对 ${effect.afterSample}）：${effect.answer}，变化 ${percent(effect.difference ?? 0)}（${range}）。`
      : `Did it work (${effect.beforeSample?.id} against ${effect.afterSample})? ${effect.answer}: change ${percent(effect.difference ?? 0)} (${range}).`,
  )
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`
}
