import * as z from 'zod/mini'
import { idSchema } from './string-schemas.js'

/** Makes the schema of a record with ids as keys. */
export function recordSchema<S extends z.ZodMiniType>(values: S) {
  return z.record(idSchema(), values)
}

/** Makes the schema of a list with at least one element. */
export function filledList<S extends z.ZodMiniType>(element: S) {
  return z.array(element).check(z.minLength(1))
}
