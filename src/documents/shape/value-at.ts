import type { PathSegment } from '../../issues/issue.js'

/** Returns the value at a path; undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: readonly PathSegment[]): unknown {
  let value = root
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as Record<PathSegment, unknown>)[segment] // its own key, checked above
  }
  return value
}
