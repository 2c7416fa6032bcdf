import { isCallgradeError } from '../../issues/index.js'
import { estimate, safeParseManifest } from '../../sampling/index.js'
import { EXIT } from '../exit-code.js'
import { reportIssues } from '../faults/report-issues.js'
import { WrongUse } from '../faults/wrong-use.js'
import { readDocument } from '../input/read-document.js'
import { readScores } from '../input/read-scores.js'
import { scoreChecker } from '../input/score-checker.js'
import { formatOption } from '../options/format-option.js'
import { MANIFEST_OPTION } from '../options/manifest-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { NAME, NUMBER } from '../options/placeholders.js'
import { readWholeNumber } from '../options/read-whole-number.js'
import { estimateText } from '../output/sampling/estimate-text.js'
import { defineCommand } from '../usage/command.js'

export const estimateCommand = defineCommand({
  arguments: [
    {
      name: { en: 'SCORES', 'zh-CN': '得分文件' },
      isFile: true,
      text: {
        en: 'Scores of the sample: lines of callgrade score; - is standard input.',
        'zh-CN': '样本的得分：callgrade score 的输出；- 表示标准输入。',
      },
      missing: {
        en: 'Name one file of scores, or - for standard input.',
        'zh-CN': '请给出一个得分文件，或用 - 表示标准输入。',
      },
    },
  ],
  options: {
    manifest: MANIFEST_OPTION,
    'confidence-percent': {
      value: NUMBER,
      byDefault: '95',
      text: { en: 'Confidence of the intervals.', 'zh-CN': '区间的置信度。' },
      read: (value, option, words) => {
        const percent = /^\d{1,2}(\.\d+)?$/.test(value) ? Number(value) : 0
        if (percent <= 0) throw new WrongUse(words.usage.notPercent(option, value))
        return percent / 100
      },
    },
    missing: {
      value: NAME,
      choices: ['error', 'as-if-random'],
      byDefault: 'error',
      text: {
        en: 'Measured calls without a score: an error, or represented by the others of their stratum.',
        'zh-CN': '测评通话没有得分时：报错，或由同层其他通话代表。',
      },
    },
    'single-call': {
      value: NAME,
      choices: ['certainty', 'remove', 'adjust', 'average'],
      text: {
        en: 'What to do with strata of which one call was drawn.',
        'zh-CN': '只抽了一通的层怎样处理。',
      },
    },
    maximum: {
      value: NUMBER,
      text: {
        en: "The rubric's result.maximum where it is not 100.",
        'zh-CN': '评分标准的 result.maximum，不是 100 时给出。',
      },
      read: readWholeNumber,
    },
    format: formatOption(['table', 'json']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade estimate --manifest manifest.json scores.jsonl',
      text: {
        en: 'Prints scores and rates of all calls with their intervals.',
        'zh-CN': '输出全部通话的得分和各项比率，附置信区间。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const { words } = context
    const manifest = await readDocument(options.manifest, safeParseManifest, context)
    if (!manifest) return EXIT.faults
    const read = await readScores(file, scoreChecker(), context)
    reportIssues(file, read.issues, context)
    if (read.failed > 0) context.report(words.faults.failedScores(read.failed))
    if (read.issues.length > 0) return EXIT.faults
    const { maximum, 'single-call': singleCall } = options
    try {
      const report = estimate(manifest, read.scores, {
        confidence: options['confidence-percent'],
        missing: options.missing,
        ...(maximum !== undefined && { maximum }),
        ...(singleCall && { singleCall }),
      })
      reportIssues(file, report.issues, context)
      const text = options.format === 'json' ? JSON.stringify(report, null, 2) : estimateText(report, manifest, context)
      await context.write(`${text}\n`)
      return EXIT.fine
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      reportIssues(file, error.issues, context)
      return EXIT.faults
    }
  },
})
