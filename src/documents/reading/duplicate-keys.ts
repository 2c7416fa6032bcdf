import type { Node } from 'jsonc-parser'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { LineIndex } from './line-index.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'

/** Makes the issues of keys that one object has twice, each placed at the second one. */
export function duplicateKeys(tree: Node, lines: LineIndex): readonly Issue[] {
  const issues: Issue[] = []
  const visit = (node: Node, path: readonly PathSegment[]): void => {
    if (node.type === 'array') node.children?.forEach((child, index) => visit(child, [...path, index]))
    if (node.type !== 'object') return
    const seen = new Map<string, number>()
    for (const property of node.children ?? []) {
      const [keyNode, valueNode] = property.children ?? []
      if (!keyNode) continue
      const key = String(keyNode.value)
      const before = seen.get(key)
      if (before === undefined) seen.set(key, keyNode.offset)
      else if (issues.length < MAXIMUM_ISSUES) {
        const details = { firstLine: lines.position(before).line }
        issues.push(
          issueOf(
            { code: 'document/duplicate-key', path: [...path, key], received: excerptOf(key), details },
            lines.position(keyNode.offset),
          ),
        )
      }
      if (valueNode) visit(valueNode, [...path, key])
    }
  }
  visit(tree, [])
  return issues
}
