import { alertPolicyJsonSchema } from '../../alerts/index.js'
import { calendarJsonSchema } from '../../calendar/index.js'
import { nearestName } from '../../issues/nearest-name.js'
import { rubricJsonSchema } from '../../rubric/index.js'
import { manifestJsonSchema, samplingDesignJsonSchema } from '../../sampling/index.js'
import { evaluationJsonSchema } from '../../scoring/index.js'
import { EXIT } from '../exit-code.js'
import { WrongUse } from '../faults/wrong-use.js'
import { OUT_OPTION } from '../options/out-option.js'
import { defineCommand } from '../usage/command.js'

/** The published schemas by name. */
const SCHEMAS: ReadonlyMap<string, () => object> = new Map([
  ['rubric', rubricJsonSchema],
  ['evaluation', evaluationJsonSchema],
  ['sampling-design', samplingDesignJsonSchema],
  ['manifest', manifestJsonSchema],
  ['calendar', calendarJsonSchema],
  ['alert-policy', alertPolicyJsonSchema],
])

export const schemaCommand = defineCommand({
  arguments: [
    {
      name: { en: 'FORMAT', 'zh-CN': '文档格式' },
      text: {
        en: `One of: ${[...SCHEMAS.keys()].join(', ')}. Without it, their names are printed.`,
        'zh-CN': `可用：${[...SCHEMAS.keys()].join('、')}。不写则列出名称。`,
      },
    },
  ],
  options: { out: OUT_OPTION },
  examples: [
    {
      line: 'callgrade schema rubric --out rubric.schema.json',
      text: {
        en: 'Writes the JSON Schema of rubrics, by which editors complete and check them.',
        'zh-CN': '写出评分标准的 JSON Schema，编辑器据此提示和检查。',
      },
    },
  ],
  async run({ arguments: [name] }, { words, write }) {
    const names = [...SCHEMAS.keys()]
    if (name === undefined) {
      await write(`${names.join('\n')}\n`)
      return EXIT.fine
    }
    const schema = SCHEMAS.get(name)
    if (!schema) throw new WrongUse(words.documents.unknownSchema(name, names.join(', '), nearestName(name, names)))
    await write(`${JSON.stringify(schema(), null, 2)}\n`)
    return EXIT.fine
  },
})
