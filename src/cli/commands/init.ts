import { nearestName } from '../../issues/nearest-name.js'
import { rubricJsonSchema } from '../../rubric/index.js'
import { EXIT } from '../exit-code.js'
import { systemReason } from '../faults/system-reason.js'
import { WrongUse } from '../faults/wrong-use.js'
import { defineCommand } from '../usage/command.js'

/** The ready rubrics that come with the package, by file name. */
const READY_RUBRICS = [
  'agent-scorecard',
  'complaint-handling',
  'conversation-quality',
  'ecommerce-chat',
  'inbound-enquiry',
  'outbound-sales',
  'outbound-service',
  'satisfaction-five-dimensions',
  'telecom-deduction',
] as const
const READY = READY_RUBRICS.join(', ')
const STARTER = 'starter-rubric'
const SCHEMA_FILE = 'rubric.schema.json'
/** Where the ready rubrics have their schema. */
const PACKAGED_SCHEMA = './schema/rubric.schema.json'
/** Ids as the format has them. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

export const initCommand = defineCommand({
  arguments: [
    {
      name: { en: 'NAME', 'zh-CN': '名称' },
      text: {
        en: 'Id of the new rubric; it is written to NAME.json, with its schema beside it, by which editors complete and check it. Nothing is overwritten.',
        'zh-CN': '新评分标准的编号，写入 名称.json，并在旁边写出模式文件，编辑器据此提示和检查。已有的文件不会被覆盖。',
      },
      missing: {
        en: `Name one rubric: callgrade init my-rubric. Ready ones to copy are: ${READY}.`,
        'zh-CN': `请给出一个名称，例如：callgrade init my-rubric。可复制的现成评分标准：${READY}。`,
      },
    },
  ],
  options: {
    from: {
      value: { en: 'READY', 'zh-CN': '范本' },
      text: {
        en: `Copies a ready rubric instead of the starter: ${READY}.`,
        'zh-CN': `复制现成的评分标准，而不是起步标准：${READY}。`,
      },
    },
  },
  examples: [
    {
      line: 'callgrade init my-rubric --from outbound-sales',
      text: {
        en: 'Writes my-rubric.json, a copy of the ready rubric for outbound sales.',
        'zh-CN': '写出 my-rubric.json，即外呼销售现成评分标准的副本。',
      },
    },
  ],
  async run({ arguments: [name], options }, context) {
    const { console } = context
    const words = context.words.documents
    const path = name.replace(/\.json$/, '')
    const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
    const [folder, id] = [path.slice(0, slash), path.slice(slash)]
    if (!ID.test(id)) throw new WrongUse(words.initId(id))
    const from = options.from ?? (isReady(id) ? id : STARTER)
    const packaged = from === STARTER || isReady(from) ? await console.readPackaged(`rubrics/${from}.json`) : undefined
    if (packaged === undefined) throw new WrongUse(words.unknownReady(from, READY, nearestName(from, READY_RUBRICS)))
    const text = packaged
      .replace(JSON.stringify(PACKAGED_SCHEMA), JSON.stringify(`./${SCHEMA_FILE}`))
      .replace(`"id": ${JSON.stringify(from)}`, `"id": ${JSON.stringify(id)}`)
    const file = `${path}.json`
    if (!(await create(file, text))) throw new WrongUse(words.fileExists(file))
    const schema = `${folder}${SCHEMA_FILE}`
    const hasWritten = await create(schema, `${JSON.stringify(rubricJsonSchema(), null, 2)}\n`)
    const copied = from === STARTER ? undefined : from
    await context.write(`${words.initDone(file, copied, hasWritten ? schema : undefined)}\n`)
    return EXIT.fine

    async function create(created: string, content: string): Promise<boolean> {
      try {
        return await console.createFile(created, content)
      } catch (error) {
        throw new WrongUse(context.words.faults.unwritable(created, systemReason(error, context.words)))
      }
    }
  },
})

function isReady(name: string): boolean {
  return READY_RUBRICS.some((ready) => ready === name)
}
