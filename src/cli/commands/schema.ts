import { alertPolicyJsonSchema } from '../../alerts/index.js'
import { calendarJsonSchema } from '../../calendar/index.js'
import { rubricJsonSchema } from '../../rubric/index.js'
import { manifestJsonSchema, samplingDesignJsonSchema } from '../../sampling/index.js'
import { evaluationJsonSchema } from '../../scoring/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { wordsOf } from '../words/usage.js'

/** The published schemas by name. */
const SCHEMAS: ReadonlyMap<string, () => object> = new Map([
  ['rubric', rubricJsonSchema],
  ['evaluation', evaluationJsonSchema],
  ['sampling-design', samplingDesignJsonSchema],
  ['manifest', manifestJsonSchema],
  ['calendar', calendarJsonSchema],
  ['alert-policy', alertPolicyJsonSchema],
])

/** `callgrade schema [NAME]`; without a name, the names. */
export async function schemaCommand(
  names: readonly string[],
  { console, language }: CommandContext,
): Promise<ExitCode> {
  if (names.length === 0) {
    await console.write(`${[...SCHEMAS.keys()].join('\n')}\n`)
    return EXIT.fine
  }
  const [name = ''] = names
  const schema = SCHEMAS.get(name)
  if (!schema || names.length > 1)
    throw new WrongUse(wordsOf(language).unknownSchema(names.join(' '), [...SCHEMAS.keys()].join(', ')))
  await console.write(`${JSON.stringify(schema(), null, 2)}\n`)
  return EXIT.fine
}
