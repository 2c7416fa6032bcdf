import * as z from 'zod/mini'
import { described } from './described.js'
import { optional } from './optional.js'
import { writeNote } from './schema-note.js'

/** Makes the schema of a text: one string, or one by language, where one of the two languages may be missing. */
export function textSchema() {
  const chinese = described(z.string().check(z.minLength(1)), 'In Chinese', '中文')
  const english = described(z.string().check(z.minLength(1)), 'In English', '英文')
  const onlyKnown: z.core.$ZodErrorMap = (issue) =>
    issue.code === 'unrecognized_keys' ? writeNote({ kind: 'keys', keys: ['zh-CN', 'en'] }) : undefined
  return z.union(
    [
      z.string().check(z.minLength(1)),
      z.strictObject({ 'zh-CN': chinese, en: optional(english) }, { error: onlyKnown }),
      z.strictObject({ en: english }, { error: onlyKnown }),
    ],
    { error: () => writeNote({ kind: 'text' }) },
  )
}
