import { agreement, compareWithReference } from '../../calibration/index.js'
import { isCallgradeError } from '../../issues/index.js'
import { safeParseRubric } from '../../rubric/index.js'
import { EXIT } from '../exit-code.js'
import { reportPlacedIssues } from '../faults/report-placed-issues.js'
import { readDocument } from '../input/read-document.js'
import { readJudged } from '../input/read-judged.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { RUBRIC_OPTION } from '../options/rubric-option.js'
import { agreementText } from '../output/calibration/agreement-text.js'
import { defineCommand } from '../usage/command.js'

export const calibrateCommand = defineCommand({
  arguments: [
    {
      name: { en: 'RATINGS', 'zh-CN': '评分文件' },
      isFile: true,
      text: {
        en: 'CSV with the columns callId, raterId, item and rating, JSONL of the same keys, or evaluations with callId and evaluatorId.',
        'zh-CN': '含 callId、raterId、item、rating 列的 CSV，同样键的 JSONL，或带 callId 和 evaluatorId 的评价。',
      },
      missing: { en: 'Name one file of ratings.', 'zh-CN': '请给出一个评分文件。' },
    },
  ],
  options: {
    rubric: RUBRIC_OPTION,
    reference: {
      value: { en: 'RATER', 'zh-CN': '质检员' },
      text: { en: 'Also compares every rater with this one.', 'zh-CN': '同时把每位质检员与其比较。' },
    },
    interchangeable: {
      text: {
        en: 'Raters are positions, not the same people on every call.',
        'zh-CN': '质检员只是位置，不是每通电话都固定的人。',
      },
    },
    seed: {
      value: { en: 'SEED', 'zh-CN': '种子' },
      text: { en: 'Seed of the intervals that are found by resampling.', 'zh-CN': '重抽样求区间时用的种子。' },
    },
    format: formatOption(['table', 'json', 'markdown']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade calibrate --rubric rubric.json --reference expert ratings.csv',
      text: {
        en: 'Prints agreement by item, severity by rater, and the calls to talk about.',
        'zh-CN': '输出逐项的一致程度、各质检员的宽严程度，以及需要讨论的通话。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const rubric = await readDocument(options.rubric, safeParseRubric, context)
    const read = rubric && (await readJudged(file, rubric, context))
    if (!read) return EXIT.faults
    const { reference, seed, format, interchangeable: areInterchangeable } = options
    try {
      const report = agreement(read.judged, rubric, {
        raters: areInterchangeable ? 'interchangeable' : 'fixed',
        ...(seed !== undefined && { seed }),
      })
      const against = reference === undefined ? undefined : compareWithReference(read.judged, rubric, reference)
      for (const { issues } of report.failed) reportPlacedIssues(file, issues, read.lineOf, context)
      if (report.failed.length > 0) context.report(context.words.calibration.failed(report.failed.length))
      const text =
        format === 'json'
          ? JSON.stringify({ ...report, ...(against && { against }) }, null, 2)
          : agreementText(report, against, rubric, { areInterchangeable, format }, context)
      await context.write(`${text}\n`)
      return report.failed.length > 0 ? EXIT.faults : EXIT.fine
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      reportPlacedIssues(file, error.issues, read.lineOf, context)
      return EXIT.faults
    }
  },
})
