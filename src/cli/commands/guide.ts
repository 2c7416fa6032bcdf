import { evaluationGuide, safeParseRubric } from '../../rubric/index.js'
import { EXIT } from '../exit-code.js'
import { readDocument } from '../input/read-document.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { defineCommand } from '../usage/command.js'

export const guideCommand = defineCommand({
  arguments: [
    {
      name: { en: 'RUBRIC', 'zh-CN': '评分标准' },
      isFile: true,
      text: { en: 'The rubric.', 'zh-CN': '评分标准文件。' },
      missing: { en: 'Name one rubric.', 'zh-CN': '请给出一个评分标准文件。' },
    },
  ],
  options: { format: formatOption(['markdown', 'html']), out: OUT_OPTION },
  examples: [
    {
      line: 'callgrade guide --lang zh-CN --out guide.md outbound-sales.json',
      text: {
        en: 'Writes the guide that reviewers rate by, in Chinese.',
        'zh-CN': '写出质检员评分用的中文指南。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const rubric = await readDocument(file, safeParseRubric, context)
    if (!rubric) return EXIT.faults
    await context.write(evaluationGuide(rubric, { language: context.language, format: options.format }))
    return EXIT.fine
  },
})
