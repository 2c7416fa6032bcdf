import { rescore } from '../../calibration/index.js'
import { diffRubrics, safeParseRubric } from '../../rubric/index.js'
import type { Evaluation } from '../../scoring/index.js'
import { EXIT } from '../exit-code.js'
import { issueWithMessage } from '../faults/issue-with-message.js'
import { readDocument } from '../input/read-document.js'
import { readSoundRecords } from '../input/read-sound-records.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { FILE } from '../options/placeholders.js'
import { diffText } from '../output/calibration/diff-text.js'
import { impactText } from '../output/calibration/impact-text.js'
import { defineCommand } from '../usage/command.js'

const MISSING = {
  en: 'Name two rubrics: the older, then the newer one.',
  'zh-CN': '请给出两个评分标准：先旧版，后新版。',
} as const

export const diffCommand = defineCommand({
  arguments: [
    {
      name: { en: 'OLD', 'zh-CN': '旧版' },
      isFile: true,
      text: { en: 'The older version of the rubric.', 'zh-CN': '评分标准的旧版。' },
      missing: MISSING,
    },
    {
      name: { en: 'NEW', 'zh-CN': '新版' },
      isFile: true,
      text: { en: 'The newer version.', 'zh-CN': '评分标准的新版。' },
      missing: MISSING,
    },
  ],
  options: {
    evaluations: {
      value: FILE,
      isFile: true,
      text: {
        en: 'Evaluations by the older version, to see whose score, band or verdict would change.',
        'zh-CN': '按旧版的评价，用于查看谁的得分、等级或结论会变。',
      },
    },
    derived: {
      text: {
        en: 'Also lists every share of the whole form that moved because of the changes.',
        'zh-CN': '同时列出因改动而变化的各项占比。',
      },
    },
    format: formatOption(['text', 'json']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade diff --evaluations august.jsonl sales-1.json sales-2.json',
      text: {
        en: 'Prints what changed, and what the new version would have done to the evaluations of August.',
        'zh-CN': '输出改了什么，以及按新版计算八月的评价会有什么不同。',
      },
    },
  ],
  async run({ arguments: [oldFile, newFile], options }, context) {
    const { evaluations: evaluationsFile, derived, format } = options
    const old = await readDocument(oldFile, safeParseRubric, context)
    const current = await readDocument(newFile, safeParseRubric, context)
    if (!old || !current) return EXIT.faults
    const records = evaluationsFile === undefined ? undefined : await readSoundRecords(evaluationsFile, context)
    if (evaluationsFile !== undefined && !records) return EXIT.faults
    // `rescore` checks records of any shape.
    const rescoring = records && rescore(records.values as readonly Evaluation[], old, current)
    const diff = diffRubrics(old, current, { derived })
    const lineOf = (index: number): number | undefined => records?.places[index]?.line
    if (format === 'json') {
      const written = rescoring && {
        ...rescoring,
        diff,
        notCarried: rescoring.notCarried.map(({ issues, ...rest }) => ({
          ...rest,
          line: lineOf(rest.index),
          issues: issues.map((issue) => issueWithMessage(issue, context.language)),
        })),
      }
      await context.write(`${JSON.stringify(written ?? { diff }, null, 2)}\n`)
      return EXIT.fine
    }
    await context.write(`${diffText(diff, context)}\n`)
    if (rescoring) await context.write(`\n${impactText(rescoring, old, current, lineOf, context)}\n`)
    return EXIT.fine
  },
})
