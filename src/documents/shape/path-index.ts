import type { PathSegment } from '../../issues/issue.js'

type Path = readonly PathSegment[]

/**
 * Makes a look-up of paths by the identity of objects.
 * @param now - whether the paths are recorded at once, because parts will be removed; otherwise the first look-up
 * records them
 */
export function pathIndex(root: object, now: boolean): (part: object) => Path {
  let paths = now ? pathsOf(root) : undefined
  return (part) => {
    paths ??= pathsOf(root)
    return paths.get(part) ?? []
  }
}

function pathsOf(root: object): WeakMap<object, Path> {
  const found = new WeakMap<object, Path>()
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return
    found.set(value, path)
    if (Array.isArray(value)) value.forEach((element, at) => visit(element, [...path, at]))
    else for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
  }
  visit(root, [])
  return found
}
