import * as z from 'zod/mini'
import { described } from './described.js'
import { optional } from './optional.js'
import { valuesNote } from './schema-note.js'
import { idSchema } from './string-schemas.js'
import { textSchema } from './text-schema.js'

/** Makes the fields that every document begins with; the description of the id depends on the format. */
export function documentHeader<const Format extends string>(
  format: Format,
  id: readonly [english: string, chinese: string],
) {
  return {
    $schema: optional(
      described(
        z.string(),
        'Path or address of this schema; lets an editor complete and explain.',
        '本模式文件的路径或地址，编辑器据此补全和提示。',
      ),
    ),
    format: described(
      z.literal(format, { error: () => valuesNote([format]) }),
      `Always ${format}.`,
      `固定为 ${format}。`,
    ),
    id: described(idSchema(), ...id),
    version: described(
      z.string().check(z.minLength(1)),
      'Version; change it with every change of meaning.',
      '版本号，含义有变化就换新版本。',
    ),
    title: described(textSchema(), 'Title shown to people.', '显示给人的标题。'),
  }
}
