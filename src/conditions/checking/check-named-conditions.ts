import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { MAXIMUM_EXPANDED_DEPTH, MAXIMUM_EXPANDED_NODES } from './condition-limits.js'

type Path = readonly PathSegment[]

/**
 * Checks named conditions together: those that refer to each other in a circle, and sizes once every
 * name is put in. Linear in the document, whatever the expanded size would be.
 * @param named - named conditions that passed `checkCondition`, by name
 * @param uses - other conditions, with their paths
 */
export function checkNamedConditions(
  named: ReadonlyMap<string, { readonly condition: unknown; readonly path: Path }>,
  uses: readonly { readonly condition: unknown; readonly path: Path }[],
): IssueDraft[] {
  const drafts: IssueDraft[] = []
  const sizes = new Map<string, Size | 'open'>()
  const sizeOf = (node: unknown, path: Path): Size => {
    if (typeof node !== 'object' || node === null) return { nodes: 1, depth: 1 }
    const object = node as Readonly<Record<string, unknown>>
    const name = object.condition
    if (typeof name === 'string') {
      const { nodes, depth } = sizeOfNamed(name, path)
      return { nodes, depth: depth + 1 }
    }
    const parts = Array.isArray(object.all)
      ? object.all
      : Array.isArray(object.any)
        ? object.any
        : 'not' in object
          ? [object.not]
          : []
    let nodes = 1
    let depth = 0
    for (const part of parts) {
      const size = sizeOf(part, path)
      nodes += size.nodes
      depth = Math.max(depth, size.depth)
    }
    return { nodes, depth: depth + 1 }
  }
  let opened = 0
  const sizeOfNamed = (name: string, path: Path): Size => {
    const known = sizes.get(name)
    if (known === 'open') {
      drafts.push({ code: 'conditions/cycle', path, received: excerptOf(name) })
      return { nodes: 1, depth: 1 }
    }
    if (known) return known
    const declared = named.get(name)
    if (!declared) return { nodes: 1, depth: 1 }
    // A chain of names this long is too deep whatever its end holds; going on could end the stack.
    if (opened > MAXIMUM_EXPANDED_DEPTH) return { nodes: 1, depth: MAXIMUM_EXPANDED_DEPTH + 1 }
    sizes.set(name, 'open')
    opened++
    const size = sizeOf(declared.condition, declared.path)
    opened--
    sizes.set(name, size)
    return size
  }
  for (const [name, { path }] of named) {
    const size = sizeOfNamed(name, path)
    drafts.push(...faultsOfSize(size, path))
  }
  for (const { condition, path } of uses) drafts.push(...faultsOfSize(sizeOf(condition, path), path))
  return drafts
}

interface Size {
  readonly nodes: number
  readonly depth: number
}

function faultsOfSize({ nodes, depth }: Size, path: Path): IssueDraft[] {
  if (nodes > MAXIMUM_EXPANDED_NODES)
    return [
      {
        code: 'conditions/too-many',
        path,
        expected: `<= ${MAXIMUM_EXPANDED_NODES}`,
        details: { maximum: MAXIMUM_EXPANDED_NODES },
      },
    ]
  if (depth > MAXIMUM_EXPANDED_DEPTH)
    return [
      {
        code: 'conditions/too-deep',
        path,
        expected: `<= ${MAXIMUM_EXPANDED_DEPTH}`,
        details: { maximum: MAXIMUM_EXPANDED_DEPTH },
      },
    ]
  return []
}
