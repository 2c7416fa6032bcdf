import { type AlertEvent, type AlertReview, classifyAlerts } from '../../alerts/index.js'
import { isCallgradeError } from '../../issues/index.js'
import { EXIT } from '../exit-code.js'
import { issueLine } from '../faults/issue-line.js'
import { recordIssueLine } from '../faults/record-issue-line.js'
import { reportIssues } from '../faults/report-issues.js'
import { reportRefusedEvents } from '../faults/report-refused-events.js'
import { WrongUse } from '../faults/wrong-use.js'
import { latestInstant } from '../input/latest-instant.js'
import { readPolicy } from '../input/read-policy.js'
import { readRecords } from '../input/read-records.js'
import { readState } from '../input/read-state.js'
import { AS_OF_OPTION } from '../options/as-of-option.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { INSTANT, NAME, NUMBER } from '../options/placeholders.js'
import { POLICY_OPTIONS } from '../options/policy-options.js'
import { readInstant } from '../options/read-instant.js'
import { STATE_OPTION } from '../options/state-option.js'
import { writeAlerts } from '../output/alerts/write-alerts.js'
import { writeState } from '../output/alerts/write-state.js'
import { defineCommand } from '../usage/command.js'
import type { Words } from '../words/words.js'

const { missing: _, ...AS_OF } = AS_OF_OPTION

export const trackCommand = defineCommand({
  arguments: [
    {
      name: { en: 'EVENTS', 'zh-CN': '处理记录' },
      isFile: true,
      text: {
        en: 'What was done about alerts: a JSON array or JSONL; - is standard input.',
        'zh-CN': '对预警的处理：JSON 数组或 JSONL；- 表示标准输入。',
      },
    },
  ],
  options: {
    ...POLICY_OPTIONS,
    state: STATE_OPTION,
    'as-of': AS_OF,
    alert: {
      value: { en: 'FINGERPRINT', 'zh-CN': '预警名称' },
      text: { en: 'One event instead of a file: the alert.', 'zh-CN': '登记单条处理而不用文件：预警。' },
    },
    event: {
      value: { en: 'KIND', 'zh-CN': '类型' },
      text: { en: 'One event: what was done.', 'zh-CN': '单条处理：做了什么。' },
    },
    at: { value: INSTANT, text: { en: 'One event: when.', 'zh-CN': '单条处理：何时。' }, read: readInstant },
    by: { value: NAME, text: { en: 'One event: who did it.', 'zh-CN': '单条处理：处理人。' } },
    episode: {
      value: NUMBER,
      byDefault: '1',
      text: { en: 'One event: the episode of the alert.', 'zh-CN': '单条处理：预警的第几次。' },
      read: (value, _option, words) => {
        if (!/^[1-9]\d{0,8}$/.test(value)) throw new WrongUse(words.alerts.notEpisode(value))
        return Number(value)
      },
    },
    note: { value: { en: 'TEXT', 'zh-CN': '备注' }, text: { en: 'One event: a remark.', 'zh-CN': '单条处理：备注。' } },
    'assign-to': {
      value: { en: 'ROLE', 'zh-CN': '角色' },
      repeats: true,
      text: { en: 'One event: who is to go on.', 'zh-CN': '单条处理：交给谁。' },
    },
    format: formatOption(['table', 'json', 'markdown']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade track --policy policy.json --calendar cn-2026.json --state alerts.json events.jsonl',
      text: {
        en: 'Applies the events to the state and prints the alerts that changed.',
        'zh-CN': '把处理记录计入状态文件，并输出有变化的预警。',
      },
    },
    {
      line: 'callgrade track --policy policy.json --calendar cn-2026.json --state alerts.json --alert sales/veto/call=C-1 --event acknowledged --at 2026-10-09T09:30:00+08:00 --by leader',
      text: { en: 'The same for one event.', 'zh-CN': '同上，登记单条处理。' },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const { words, report } = context
    const single = eventOf(options, words)
    if ((file === undefined) === (single === undefined)) throw new WrongUse(words.alerts.noEvents)
    const read = await readPolicy(options, context)
    if (!read) return EXIT.faults
    const state = await readState(options.state, read.policy, context)
    if (state.kind === 'faulty') return EXIT.faults
    if (state.kind === 'absent') throw new WrongUse(words.alerts.absentState(options.state))
    const records = file === undefined ? undefined : await readRecords(file, context)
    reportIssues(file ?? '', records?.issues ?? [], context)
    if (records && records.issues.length > 0) return EXIT.faults
    const events = (records?.values ?? [single]) as AlertEvent[] // The run checks records of any shape.
    let review: AlertReview
    try {
      const asOf =
        latestInstant([state.review.asOf, options['as-of'], ...events.map(({ at }) => at)]) ?? state.review.asOf
      review = classifyAlerts({ events, previous: state.review }, read.policy, { asOf, calendars: read.calendars })
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      for (const issue of error.issues) {
        const isOfEvents = records && issue.path[0] === 'events'
        report(isOfEvents ? recordIssueLine(issue, records, context) : issueLine(options.state, issue, context))
      }
      report(words.alerts.nothingChanged)
      return EXIT.faults
    }
    const impossible = new Set(review.refused.map(({ event }) => event))
    const applied = events.filter(({ id }) => !impossible.has(id))
    if (applied.length > 0) {
      await writeState(options.state, review, context)
      const changed = new Set(applied.map(({ fingerprint }) => fingerprint))
      const alerts = review.alerts.filter(({ fingerprint }) => changed.has(fingerprint))
      const shown = { ...review, alerts, unplaced: [], notTestable: [] }
      await writeAlerts(shown, undefined, read.policy, options.format, context)
      report(words.alerts.applied(applied.length))
    }
    return reportRefusedEvents(review, file ?? options.state, context)
  },
})

interface WrittenEvent {
  readonly alert: string | undefined
  readonly event: string | undefined
  readonly at: string | undefined
  readonly by: string | undefined
  readonly note: string | undefined
  readonly episode: number
  readonly 'assign-to': readonly string[]
}

/** The one event that options describe; undefined where there is none. */
function eventOf(
  { alert, event: kind, at, by, note, episode, 'assign-to': assignTo }: WrittenEvent,
  words: Words,
): AlertEvent | undefined {
  if ([alert, kind, at, by].every((part) => part === undefined)) return undefined
  if (alert === undefined || kind === undefined || at === undefined || by === undefined)
    throw new WrongUse(words.alerts.partEvent)
  return {
    id: `${alert}/${episode}/${kind}/${at}`,
    fingerprint: alert,
    episode,
    kind,
    at,
    by,
    ...(note !== undefined && { note }),
    ...(assignTo.length > 0 && { assignTo }),
  }
}
