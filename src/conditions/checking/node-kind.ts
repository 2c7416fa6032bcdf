import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { nearestName } from '../../issues/nearest-name.js'

const COMPOUND_KINDS = ['all', 'any', 'not', 'condition'] as const

/** Kind of a node of a condition, by the key that says it. */
export type NodeKind = (typeof COMPOUND_KINDS)[number] | 'leaf'

/** Returns the kind of a node; undefined where it has none or several. */
export function nodeKind(node: Readonly<Record<string, unknown>>): NodeKind | undefined {
  const [kind, second] = COMPOUND_KINDS.filter((name) => Object.hasOwn(node, name))
  const isLeaf =
    Object.hasOwn(node, 'fact') ||
    (kind === undefined && (Object.hasOwn(node, 'operator') || Object.hasOwn(node, 'value')))
  if (isLeaf) return kind === undefined ? 'leaf' : undefined
  return second === undefined ? kind : undefined
}

/** Makes the fault of a node that has no kind, or several. */
export function nodeKindFault(node: Readonly<Record<string, unknown>>, path: readonly PathSegment[]): IssueDraft {
  const hasKind = COMPOUND_KINDS.some((name) => Object.hasOwn(node, name))
  const near = (key: string): string | undefined => nearestName(key, [...COMPOUND_KINDS, 'fact'])
  const suggestion = hasKind
    ? undefined
    : Object.keys(node)
        .map(near)
        .find((name) => name !== undefined)
  return {
    code: 'conditions/kind',
    path,
    expected: '"all" | "any" | "not" | "condition" | "fact"',
    received: excerptOf(node),
    ...(suggestion !== undefined && { suggestion }),
  }
}
