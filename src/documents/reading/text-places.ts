import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { Issue, PathSegment, Position } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { duplicateKeys } from './duplicate-keys.js'
import { LineIndex } from './line-index.js'
import { pathAt } from './path-at.js'
import type { TextFault } from './text-fault.js'

/** Places of faults in one text; the tree is made when the first fault has to be placed. */
export class TextPlaces {
  private tree: Node | undefined
  private readonly lines: LineIndex
  private readonly renames = new Map<string, string>()

  /** @param isTooDeep - whether making the tree of the text could overflow the stack */
  constructor(
    private readonly text: string,
    private readonly isTooDeep = false,
  ) {
    this.lines = new LineIndex(text)
  }

  /** Lets later drafts use the right name of a misspelt key. */
  rename(path: readonly PathSegment[], written: string): void {
    this.renames.set(JSON.stringify(path), written)
  }

  private asWritten(path: readonly PathSegment[]): readonly PathSegment[] {
    if (this.renames.size === 0) return path
    return path.map((segment, index) => this.renames.get(JSON.stringify(path.slice(0, index + 1))) ?? segment)
  }

  /** Returns the place of a draft: that of its value or key, or of the nearest value around it. */
  of(draft: IssueDraft): Position {
    if (draft.path.length === 0) return this.lines.position(0)
    const tree = this.parsed()
    if (!tree) return this.lines.position(0)
    const path = this.asWritten(draft.path)
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length))
      if (!node) continue
      const key = draft.at === 'key' && length === path.length && node.parent?.type === 'property' ? node.parent : node
      return this.lines.position(key.offset)
    }
    return this.lines.position(tree.offset)
  }

  /** Completes a fault of the text, with the path of the value that it is in. */
  issueOf(fault: TextFault): Issue {
    const { offset, ...facts } = fault
    const tree = this.parsed()
    const path = tree ? pathAt(tree, offset) : []
    return issueOf({ path, ...facts } as IssueDraft, this.lines.position(offset)) // the scan gives each code its details
  }

  /** Makes the issues of keys that one object has twice. */
  duplicateKeys(): readonly Issue[] {
    const tree = this.parsed()
    return tree ? duplicateKeys(tree, this.lines) : []
  }

  private parsed(): Node | undefined {
    if (this.isTooDeep) return undefined
    this.tree ??= parseTree(this.text, [], { disallowComments: true })
    return this.tree
  }
}
