import * as z from 'zod/mini'

/** Makes a key optional; where it is present, it is never undefined. */
export function optional<S extends z.ZodMiniType>(schema: S) {
  return z.exactOptional(schema)
}
