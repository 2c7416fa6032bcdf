import { rubricJsonSchema } from '../../rubric/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { wordsOf } from '../words/usage.js'

/** The ready rubrics that come with the package, by file name. */
export const READY_RUBRICS = [
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
const STARTER = 'starter-rubric'
const SCHEMA_FILE = 'rubric.schema.json'
/** Where the ready rubrics have their schema. */
const PACKAGED_SCHEMA = './schema/rubric.schema.json'
/** Ids as the format has them. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/**
 * `callgrade init NAME [--from READY]`: writes `NAME.json`, a starter rubric with remarks or a copy of a ready one, and
 * beside it the JSON Schema by which editors complete and check it. What is there is never overwritten.
 */
export async function initCommand(
  names: readonly string[],
  options: { readonly from: string | undefined },
  { console, language }: CommandContext,
): Promise<ExitCode> {
  const words = wordsOf(language)
  const [given] = names
  if (given === undefined || names.length > 1) throw new WrongUse(words.initName(READY_RUBRICS.join(', ')))
  const path = given.replace(/\.json$/, '')
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  const [folder, id] = [path.slice(0, slash), path.slice(slash)]
  if (!ID.test(id)) throw new WrongUse(words.initId(id))
  const from = options.from ?? (isReady(id) ? id : STARTER)
  if (from !== STARTER && !isReady(from)) throw new WrongUse(words.unknownReady(from, READY_RUBRICS.join(', ')))
  const packaged = await console.readPackaged(`rubrics/${from}.json`)
  if (packaged === undefined) throw new WrongUse(words.unknownReady(from, READY_RUBRICS.join(', ')))
  const text = packaged
    .replace(JSON.stringify(PACKAGED_SCHEMA), JSON.stringify(`./${SCHEMA_FILE}`))
    .replace(`"id": ${JSON.stringify(from)}`, `"id": ${JSON.stringify(id)}`)
  const file = `${path}.json`
  if (!(await create(file, text))) throw new WrongUse(words.fileExists(file))
  const schema = `${folder}${SCHEMA_FILE}`
  const hasWritten = await create(schema, `${JSON.stringify(rubricJsonSchema(), null, 2)}\n`)
  await console.write(`${words.initDone(file, from === STARTER ? undefined : from, hasWritten ? schema : undefined)}\n`)
  return EXIT.fine

  async function create(name: string, content: string): Promise<boolean> {
    try {
      return await console.createFile(name, content)
    } catch (error) {
      throw new WrongUse(words.unwritable(name, error instanceof Error ? error.message : String(error)))
    }
  }
}

function isReady(name: string): boolean {
  return READY_RUBRICS.some((ready) => ready === name)
}
