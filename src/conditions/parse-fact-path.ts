/** One step of a path: the name of a member, or the place in a list. */
export type PathStep = string | number

/** Steps that a path may have. */
export const MAXIMUM_STEPS = 16

/** Steps that may follow the dollar sign: `.name` in letters of any script, digits, `_`, `-`; `[0]`; `["name"]`. */
const STEP = /\.([\p{L}\p{N}\p{M}_-]+)|\[(\d{1,9})\]|\[("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")\]/uy

/**
 * Reads a path of the plain subset `$.a.b[0]["c"]`, or returns undefined where it is anything else: no wildcards, no
 * filters, no scripts.
 * @example
 * parseFactPath('$.a[0]["c d"]') //=> ['a', 0, 'c d']
 */
export function parseFactPath(path: string): readonly PathStep[] | undefined {
  if (!path.startsWith('$') || path.length > 2_000) return undefined
  const steps: PathStep[] = []
  let at = 1
  while (at < path.length) {
    STEP.lastIndex = at
    const match = STEP.exec(path)
    if (!match) return undefined
    const [whole, name, index, quoted] = match
    if (name !== undefined) steps.push(name)
    else if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)))
    at += whole.length
  }
  if (steps.length === 0 || steps.length > MAXIMUM_STEPS) return undefined
  return steps
}

/**
 * Follows the steps through own members of plain objects and elements of lists; undefined where one is not there.
 * @example
 * followPath({ a: [{ b: 1 }] }, ['a', 0, 'b']) //=> 1
 */
export function followPath(value: unknown, steps: readonly PathStep[]): unknown {
  let reached = value
  for (const step of steps) {
    if (typeof step === 'number') {
      if (!Array.isArray(reached)) return undefined
      reached = reached[step]
    } else {
      if (typeof reached !== 'object' || reached === null || Array.isArray(reached) || !Object.hasOwn(reached, step))
        return undefined
      reached = (reached as Readonly<Record<string, unknown>>)[step]
    }
  }
  return reached
}

/** The `pathResolver` for json-rules-engine: the same paths and the same answers as the compiled conditions. */
export function resolveFactPath(value: unknown, path: string): unknown {
  const steps = parseFactPath(path)
  return steps === undefined ? undefined : followPath(value, steps)
}
