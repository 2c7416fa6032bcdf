import * as z from 'zod/mini'

/** Names a schema that refers to itself, so that the JSON Schema can. */
export function named<S extends z.ZodMiniType>(schema: S, id: string): S {
  z.globalRegistry.add(schema, { id })
  return schema
}
