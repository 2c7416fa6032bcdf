import type * as z from 'zod/mini'
import type { PathSegment } from '../../issues/issue.js'

/** An issue as zod reports it. */
export type SchemaIssue = z.core.$ZodIssue

/** Returns the issues of a value against a schema; undefined for a value of the right shape. */
export function schemaIssues(schema: z.ZodMiniType, value: unknown): readonly SchemaIssue[] | undefined {
  const result = schema.safeParse(value)
  return result.success ? undefined : result.error.issues
}

/** Returns the path of an issue as ours have it, without symbols. */
export function pathOfIssue({ path }: SchemaIssue): readonly PathSegment[] {
  return path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))
}
