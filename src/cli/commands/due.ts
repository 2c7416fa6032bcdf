import { type DueDuty, dueDuties, taskList } from '../../alerts/index.js'
import { EXIT } from '../exit-code.js'
import { WrongUse } from '../faults/wrong-use.js'
import { readPolicy } from '../input/read-policy.js'
import { readState } from '../input/read-state.js'
import { AS_OF_OPTION } from '../options/as-of-option.js'
import { formatOption } from '../options/format-option.js'
import { NO_BOM_OPTION } from '../options/no-bom-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { POLICY_OPTIONS } from '../options/policy-options.js'
import { STATE_OPTION } from '../options/state-option.js'
import { dueText } from '../output/alerts/due-text.js'
import { csvText } from '../output/csv-text.js'
import { defineCommand } from '../usage/command.js'

export const dueCommand = defineCommand({
  arguments: [],
  noArguments: { en: 'The state is named by --state.', 'zh-CN': '状态文件用 --state 给出。' },
  options: {
    ...POLICY_OPTIONS,
    state: STATE_OPTION,
    'as-of': AS_OF_OPTION,
    within: {
      value: { en: 'HOURS', 'zh-CN': '小时数' },
      text: { en: 'Lists only what is due by then.', 'zh-CN': '只列出这段时间内到期的。' },
      read: (value, _, words) => {
        if (!(Number(value) > 0)) throw new WrongUse(words.alerts.notHours(value))
        return Number(value)
      },
    },
    format: formatOption(['table', 'json', 'csv']),
    'no-bom': NO_BOM_OPTION,
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade due --policy policy.json --calendar cn-2026.json --state alerts.json --as-of 2026-10-09T09:00:00+08:00',
      text: {
        en: 'Lists every open duty with its deadline, the overdue ones first.',
        'zh-CN': '列出全部未完成的任务及期限，逾期的在前。',
      },
    },
  ],
  async run({ options }, context) {
    const { language, words } = context
    const read = await readPolicy(options, context)
    if (!read) return EXIT.faults
    const state = await readState(options.state, read.policy, context)
    if (state.kind === 'faulty') return EXIT.faults
    if (state.kind === 'absent') throw new WrongUse(words.alerts.absentState(options.state))
    const { alerts } = state.review
    const { policy, calendars } = read
    const asOf = options['as-of']
    if (options.format === 'csv') {
      const tasks = taskList(alerts, policy, { asOf, calendars, language })
      const [first] = tasks
      const header = first ? Object.keys(first) : []
      await context.write(csvText([header, ...tasks.map((task) => Object.values(task).map(String))], context))
      return EXIT.fine
    }
    const { within } = options
    const due = dueDuties(alerts, policy, { asOf, calendars, ...(within !== undefined && { withinHours: within }) })
    const text =
      options.format === 'json' ? JSON.stringify(due.map(dutyJson), null, 2) : dueText(due, policy, language, words)
    await context.write(`${text}\n`)
    return EXIT.fine
  },
})

function dutyJson({ alert, duty, overdueMinutes }: DueDuty): object {
  const { fingerprint, episode, level, rule, group } = alert
  return {
    fingerprint,
    episode,
    level,
    rule,
    group,
    duty,
    ...(overdueMinutes !== undefined && { overdueMinutes }),
  }
}
