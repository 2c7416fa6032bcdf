import * as z from 'zod/mini'
import { described } from './described.js'
import { optional } from './optional.js'
import { writeNote } from './schema-note.js'
import { textSchema } from './text-schema.js'

/** Makes the schema of an object with known keys and an optional `note`; it rejects any other key. */
export function strictObject<Shape extends z.core.$ZodShape>(shape: Shape) {
  const full = {
    ...shape,
    note: optional(described(textSchema(), 'A remark for people; changes nothing.', '给人看的备注，不影响任何结果。')),
  }
  const keys = Object.keys(full)
  return z.strictObject(full, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? writeNote({ kind: 'keys', keys }) : undefined),
  })
}
