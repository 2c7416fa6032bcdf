import { type ReviewEvent, type ReviewState, reviewState } from '../../calibration/index.js'
import { isCallgradeError } from '../../issues/index.js'
import { safeParseRubric } from '../../rubric/index.js'
import { compileRubric, type Evaluation } from '../../scoring/index.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-code.js'
import { issueLine } from '../faults/issue-line.js'
import { issueWithMessage } from '../faults/issue-with-message.js'
import { reportIssues } from '../faults/report-issues.js'
import { latestInstant } from '../input/latest-instant.js'
import { readDocument } from '../input/read-document.js'
import { readPolicy } from '../input/read-policy.js'
import { readSoundRecords } from '../input/read-sound-records.js'
import { AS_OF_OPTION } from '../options/as-of-option.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { FILE } from '../options/placeholders.js'
import { POLICY_OPTIONS } from '../options/policy-options.js'
import { RUBRIC_OPTION } from '../options/rubric-option.js'
import { reviewStatesText } from '../output/calibration/review-states-text.js'
import { defineCommand } from '../usage/command.js'

export const reviewCommand = defineCommand({
  arguments: [
    {
      name: { en: 'EVENTS', 'zh-CN': '事件文件' },
      isFile: true,
      text: {
        en: 'What happened to the evaluations: a JSON array or JSONL.',
        'zh-CN': '评价的复核和申诉事件：JSON 数组或 JSONL。',
      },
      missing: { en: 'Name one file of events.', 'zh-CN': '请给出一个事件文件。' },
    },
  ],
  options: {
    rubric: RUBRIC_OPTION,
    ...POLICY_OPTIONS,
    evaluations: {
      value: FILE,
      isFile: true,
      text: { en: 'The evaluations as first rated.', 'zh-CN': '首次评价。' },
      missing: { en: 'Name the evaluations: --evaluations FILE.', 'zh-CN': '请给出首次评价：--evaluations 文件。' },
    },
    'as-of': {
      value: AS_OF_OPTION.value,
      text: {
        en: 'Judges as of then; the latest event where absent.',
        'zh-CN': '截至何时；缺省为最后一个事件的时间。',
      },
    },
    format: formatOption(['table', 'json', 'jsonl'], {
      en: 'Form of the output; jsonl holds the scores of record.',
      'zh-CN': '输出格式；jsonl 为最终得分。',
    }),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade review --rubric rubric.json --policy policy.json --calendar cn-2026.json --evaluations evaluations.jsonl events.jsonl',
      text: {
        en: 'Prints the state of each evaluation, its appeals and its deadlines.',
        'zh-CN': '输出每条评价的进展、申诉和期限。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const { language, words } = context
    const rubric = await readDocument(options.rubric, safeParseRubric, context)
    const read = await readPolicy(options, context)
    const evaluations = await readSoundRecords(options.evaluations, context)
    const events = await readSoundRecords(file, context)
    if (!rubric || !read || !evaluations || !events) return EXIT.faults
    const known = events.values as readonly ReviewEvent[] // `reviewState` checks records of any shape.
    // The clock is never read.
    const asOf = options['as-of'] ?? latestInstant(known.map((event) => event?.at)) ?? '1970-01-01T00:00:00Z'
    const scorer = compileRubric(rubric)
    const byEvaluation = new Map<string, ReviewEvent[]>()
    for (const event of known) {
      const evaluationId = String(event?.evaluationId ?? '')
      const own = byEvaluation.get(evaluationId)
      if (own) own.push(event)
      else byEvaluation.set(evaluationId, [event])
    }
    const states: ReviewState[] = []
    try {
      for (const evaluation of evaluations.values as readonly Evaluation[]) {
        const id = String(evaluation?.id ?? '')
        const own = byEvaluation.get(id) ?? []
        byEvaluation.delete(id)
        states.push(
          reviewState(evaluation, own, scorer, { policy: read.policy.review ?? {}, calendars: read.calendars, asOf }),
        )
      }
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      reportIssues(file, error.issues, context)
      return EXIT.faults
    }
    const areSound = reportRefused(file, states, byEvaluation, context)
    if (options.format === 'jsonl')
      for (const { record } of states) {
        if (record) await context.write(`${JSON.stringify(record)}\n`)
      }
    else if (options.format === 'json') {
      const written = states.map(({ refused, ...state }) => ({
        ...state,
        refused: refused.map(({ event, issue }) => ({ event, issue: issueWithMessage(issue, language) })),
      }))
      await context.write(`${JSON.stringify(written, null, 2)}\n`)
    } else await context.write(`${reviewStatesText(states, read.policy.timeZone ?? 'UTC', words)}\n`)
    return areSound ? EXIT.fine : EXIT.faults
  },
})

/** Reports events of other evaluations and those that were refused; returns whether there were none. */
function reportRefused(
  file: string,
  states: readonly ReviewState[],
  others: ReadonlyMap<string, readonly ReviewEvent[]>,
  context: CommandContext,
): boolean {
  const { words, report } = context
  let areSound = true
  const refuse = (event: string, issue: ReviewState['refused'][number]['issue']): void => {
    areSound = false
    report(issueLine(`${file} ${words.calibration.refused(event)}`, issue, context))
  }
  for (const [evaluationId, own] of others)
    for (const event of own)
      refuse(String(event?.id ?? ''), {
        code: 'calibration/other-evaluation',
        severity: 'error',
        path: ['evaluationId'],
        received: JSON.stringify(evaluationId),
      })
  for (const { refused } of states) for (const { event, issue } of refused) refuse(event, issue)
  return areSound
}
