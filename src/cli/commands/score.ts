import { safeParseRubric } from '../../rubric/index.js'
import { compileRubric, type Scorer } from '../../scoring/index.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-code.js'
import { BadEncoding } from '../faults/bad-encoding.js'
import { reportIssues } from '../faults/report-issues.js'
import { WrongUse } from '../faults/wrong-use.js'
import { readText } from '../input/text/read-text.js'
import { formatOption } from '../options/format-option.js'
import { NO_BOM_OPTION } from '../options/no-bom-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { RUBRIC_OPTION } from '../options/rubric-option.js'
import { csvScoreWriter } from '../output/scores/csv-score-writer.js'
import { markdownScoreWriter } from '../output/scores/markdown-score-writer.js'
import { ScoreStream } from '../output/scores/score-stream.js'
import { tableScoreWriter } from '../output/scores/table-score-writer.js'
import { defineCommand } from '../usage/command.js'

export const scoreCommand = defineCommand({
  arguments: [
    {
      name: { en: 'EVALUATIONS', 'zh-CN': '评价文件' },
      isFile: true,
      text: {
        en: 'Evaluations as JSON or JSONL; - is standard input.',
        'zh-CN': '评价，JSON 或 JSONL；- 表示标准输入。',
      },
      missing: {
        en: 'Name one file of evaluations, or - for standard input.',
        'zh-CN': '请给出一个评价文件，或用 - 表示标准输入。',
      },
    },
  ],
  options: {
    rubric: {
      ...RUBRIC_OPTION,
      repeats: true,
      text: {
        en: 'A rubric; of several, each evaluation is scored by the one that it names.',
        'zh-CN': '评分标准；给多个时，按评价中写明的标准打分。',
      },
    },
    explain: {
      text: {
        en: 'Adds share, points and reasons of every section and item, rules and effects.',
        'zh-CN': '附上每个章节和评分项的占比、得分、原因，以及规则和影响。',
      },
    },
    format: formatOption(['jsonl', 'table', 'csv', 'markdown'], {
      en: 'Form of the output; markdown explains every score for people.',
      'zh-CN': '输出格式；markdown 为给人看的得分说明。',
    }),
    'no-bom': NO_BOM_OPTION,
    out: OUT_OPTION,
  },
  remark: {
    en: 'One result a line; an evaluation that cannot be scored has a line with "error" and the reasons, and the others are scored.',
    'zh-CN': '每行一个结果；无法打分的评价占一行，含 "error" 和原因，其余照常打分。',
  },
  examples: [
    {
      line: 'callgrade score --rubric outbound-sales.json --format csv --out scores.csv evaluations.jsonl',
      text: {
        en: 'Writes a table of scores that Excel opens.',
        'zh-CN': '写出可用 Excel 打开的得分表。',
      },
    },
    {
      line: 'callgrade score --rubric outbound-sales.json --explain --format markdown --out explained.md evaluations.jsonl',
      text: {
        en: 'Writes for each evaluation where its points came from and went, for people.',
        'zh-CN': '逐条写明得分和失分的由来，供人阅读。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const { words } = context
    const { format } = options
    if (options.explain && format !== 'jsonl' && format !== 'markdown')
      throw new WrongUse(words.scores.explainedFormats)
    const scorers: Scorer[] = []
    let areSound = true
    for (const rubricFile of options.rubric) {
      const result = safeParseRubric(await readRubric(rubricFile, context))
      if (result.success) scorers.push(compileRubric(result.data))
      else {
        areSound = false
        reportIssues(rubricFile, result.issues, context)
        context.report(words.faults.faultyFile(rubricFile))
      }
    }
    if (!areSound) return EXIT.faults
    const rubrics = scorers.map(({ rubric }) => rubric)
    const writer = {
      jsonl: () => undefined,
      table: () => tableScoreWriter(rubrics, context),
      csv: () => csvScoreWriter(rubrics, context),
      markdown: () => markdownScoreWriter(rubrics, context),
    }[format]()
    const isExplained = options.explain || format === 'markdown'
    return new ScoreStream(file, scorers, isExplained, writer, context).perform()
  },
})

/**
 * A rubric as UTF-8, as JSON files are and the ready ones; where it is not, in the encoding of the evaluations. No text
 * in GB 18030 beyond ASCII is valid UTF-8 by chance.
 */
async function readRubric(file: string, context: CommandContext): Promise<string> {
  try {
    return await readText(file, { ...context, encoding: 'utf-8' })
  } catch (error) {
    if (!(error instanceof BadEncoding) || context.encoding === 'utf-8') throw error
    return readText(file, context)
  }
}
