import {
  type AlertEvent,
  type AlertReview,
  classifyAlerts,
  closureReport,
  type Exposure,
  type Finding,
} from '../../alerts/index.js'
import { instantOf } from '../../documents/time/instant.js'
import { isCallgradeError } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-code.js'
import { issueLine } from '../faults/issue-line.js'
import { recordIssueLine } from '../faults/record-issue-line.js'
import { reportRefusedEvents } from '../faults/report-refused-events.js'
import { WrongUse } from '../faults/wrong-use.js'
import { type AlertInputs, readAlertInputs } from '../input/read-alert-inputs.js'
import { readPolicy } from '../input/read-policy.js'
import { readState } from '../input/read-state.js'
import { AS_OF_OPTION } from '../options/as-of-option.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { FILE } from '../options/placeholders.js'
import { POLICY_OPTIONS } from '../options/policy-options.js'
import { writeAlerts } from '../output/alerts/write-alerts.js'
import { writeState } from '../output/alerts/write-state.js'
import { defineCommand } from '../usage/command.js'

export const alertsCommand = defineCommand({
  arguments: [],
  noArguments: {
    en: 'Findings, scores and events are named by options: --findings, --scores, --events.',
    'zh-CN': '问题、得分和处理记录用选项给出：--findings、--scores、--events。',
  },
  options: {
    ...POLICY_OPTIONS,
    'as-of': AS_OF_OPTION,
    scores: {
      value: FILE,
      isFile: true,
      text: { en: 'Scores: lines of callgrade score.', 'zh-CN': '得分：callgrade score 的输出。' },
    },
    rubric: {
      value: FILE,
      isFile: true,
      repeats: true,
      text: {
        en: 'With --scores: findings carry the tags of their items.',
        'zh-CN': '与 --scores 同用：问题带有评分项的标签。',
      },
    },
    findings: {
      value: FILE,
      isFile: true,
      text: { en: 'Findings from elsewhere, a JSON array or JSONL.', 'zh-CN': '外部问题，JSON 数组或 JSONL。' },
    },
    exposures: {
      value: FILE,
      isFile: true,
      text: {
        en: 'How much was rated, for the rates of --findings.',
        'zh-CN': '评分次数，用于计算 --findings 的比率。',
      },
    },
    events: {
      value: FILE,
      isFile: true,
      text: { en: 'What was done about alerts.', 'zh-CN': '对预警的处理。' },
    },
    state: {
      value: FILE,
      isFile: true,
      text: {
        en: 'Keeps alerts, findings and events between runs; written whole or not at all.',
        'zh-CN': '在各次运行之间保存预警、问题和处理记录；要么整份写入，要么不写。',
      },
    },
    by: {
      value: { en: 'LABEL', 'zh-CN': '依据' },
      repeats: true,
      text: {
        en: 'Closure by team, rule, level, kind or a fact.',
        'zh-CN': '按 team（团队）、rule（规则）、level（级别）、kind（类型）或事实统计闭环。',
      },
    },
    format: formatOption(['table', 'json', 'markdown']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade alerts --policy policy.json --calendar cn-2026.json --as-of 2026-10-09T09:00:00+08:00 --scores scores.jsonl --state alerts.json',
      text: {
        en: 'Raises red, yellow and blue alerts from the scores and keeps them in alerts.json.',
        'zh-CN': '根据得分发出红、黄、蓝三级预警，保存在 alerts.json 中。',
      },
    },
  ],
  async run({ options }, context) {
    const { words } = context
    const asOf = options['as-of']
    const read = await readPolicy(options, context)
    if (!read) return EXIT.faults
    const { policy, calendars } = read
    const state = options.state === undefined ? undefined : await readState(options.state, policy, context)
    if (state?.kind === 'faulty') return EXIT.faults
    if (options.findings === undefined && options.scores === undefined && state?.kind !== 'sound')
      throw new WrongUse(words.alerts.noInput)
    if (state?.kind === 'sound' && instantOf(asOf) < instantOf(state.review.asOf))
      throw new WrongUse(words.alerts.earlierThanState(asOf, state.review.asOf))
    const inputs = await readAlertInputs(options, policy, context)
    if (!inputs) return EXIT.faults
    // Records from files come first, so that an index in an issue is an index in the file.
    const given = {
      findings: [...(inputs.findings?.values ?? []), ...inputs.scored.findings] as Finding[], // checked by the run
      exposures: [...(inputs.exposures?.values ?? []), ...inputs.scored.exposures] as Exposure[], // checked by the run
      events: (inputs.events?.values ?? []) as AlertEvent[], // checked by the run
      ...(state?.kind === 'sound' && { previous: state.review }),
    }
    const review = orReported(() => classifyAlerts(given, policy, { asOf, calendars }), inputs, options.policy, context)
    if (!review) return EXIT.faults
    if (options.state !== undefined) await writeState(options.state, review, context)
    const closure = closureReport(review.alerts, policy, { asOf, by: options.by })
    await writeAlerts(review, closure, policy, options.format, context)
    return reportRefusedEvents(review, inputs.events?.file ?? options.state ?? options.policy, context)
  },
})

/** Runs; reports faults of records with their line in the file that they came from. */
function orReported(
  run: () => AlertReview,
  inputs: AlertInputs,
  policyFile: string,
  context: CommandContext,
): AlertReview | undefined {
  try {
    return run()
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    for (const issue of error.issues) {
      const [list] = issue.path
      const records = list === 'findings' || list === 'exposures' || list === 'events' ? inputs[list] : undefined
      context.report(records ? recordIssueLine(issue, records, context) : issueLine(policyFile, issue, context))
    }
    context.report(context.words.alerts.nothingChanged)
    return undefined
  }
}
