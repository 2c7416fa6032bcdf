import type { Node } from 'jsonc-parser'
import type { PathSegment } from '../../issues/issue.js'

/** Returns the path of the innermost value around an offset. */
export function pathAt(tree: Node, offset: number): readonly PathSegment[] {
  const path: PathSegment[] = []
  for (let node: Node | undefined = tree; node; ) {
    const children: readonly Node[] = node.children ?? []
    // Children are in the order of the text, and may be many.
    let [low, high] = [0, children.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((children[middle]?.offset ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const child = children[low]
    if (!child || child.offset > offset || offset > child.offset + child.length) return path
    if (node.type === 'array') path.push(low)
    if (child.type === 'property') {
      const [key, value] = child.children ?? []
      path.push(String(key?.value))
      node = value && value.offset <= offset ? value : undefined
    } else node = child
  }
  return path
}
