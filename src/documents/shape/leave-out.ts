import type { PathSegment } from '../../issues/issue.js'
import { pathOfIssue, type SchemaIssue } from './schema-issue.js'
import { valueAt } from './value-at.js'

/**
 * Removes from a document what its issues point at, so that the rest can be checked further.
 * @param root - the document, changed in place
 * @param leftOut - takes the names that the removed parts declare
 * @returns false when nothing would be left
 */
export function leaveOut(root: object, issues: readonly SchemaIssue[], leftOut: Set<string>): boolean {
  const emptied = new Set<unknown[]>()
  for (const issue of issues) {
    const path = faultyPath(issue, root)
    if (path.length === 0) return false
    const parent = valueAt(root, path.slice(0, -1))
    const segment = path.at(-1)
    if (typeof parent !== 'object' || parent === null || segment === undefined) continue
    const members = parent as Record<PathSegment, unknown> // an object or array, checked above
    collectNames(members[segment], leftOut)
    if (typeof segment === 'string') leftOut.add(segment)
    if (Array.isArray(parent)) {
      parent[Number(segment)] = LEFT_OUT
      emptied.add(parent)
    } else delete members[segment]
  }
  for (const list of emptied) {
    const kept = list.filter((element) => element !== LEFT_OUT)
    list.length = 0
    for (const element of kept) list.push(element)
  }
  return true
}

/** Mark of a removed element, so that the indices of the other issues still hold. */
const LEFT_OUT = Symbol('left out')

/** Returns the path of the value at fault, or, where a key is missing, of the object that lacks it. */
function faultyPath(issue: SchemaIssue, root: object): readonly PathSegment[] {
  const path = pathOfIssue(issue)
  return path.length > 0 && valueAt(root, path) === undefined ? path.slice(0, -1) : path
}

function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    if (key === 'id' && typeof member === 'string') names.add(member)
    else collectNames(member, names)
  }
}
