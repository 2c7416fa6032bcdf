import { isScored } from '../items/aspects/is-scored.js'
import type { Item } from '../items/item.js'
import type { Rubric, Section } from './rubric.js'

/** A section or item in its place in the form. */
export type FormNode = SectionNode | ItemNode

interface NodeBase {
  readonly id: string
  /** Undefined at the top. */
  readonly parent: SectionNode | undefined
  /** 0 at the top. */
  readonly depth: number
  /** Whether anything scored is at or below it; what is not scored has no part in weights, shares and n/a. */
  readonly isScored: boolean
}

export interface SectionNode extends NodeBase {
  readonly kind: 'section'
  readonly source: Section
  /** Items first, then sections. */
  readonly children: readonly FormNode[]
  /** Place among all sections, in the order of the file. */
  readonly index: number
}

export interface ItemNode extends NodeBase {
  readonly kind: 'item'
  readonly source: Item
  /** Place among all items, in the order of the file. */
  readonly index: number
}

/** The form as a tree, and flat in the order of the file (a section's items before its sections). */
export interface Form {
  readonly top: readonly SectionNode[]
  readonly sections: readonly SectionNode[]
  readonly items: readonly ItemNode[]
  readonly byId: ReadonlyMap<string, FormNode>
  /** The ids of all nodes. */
  readonly ids: ReadonlySet<string>
}

/** Lays out a rubric's sections and items; the first of two equal ids is found by id. */
export function formOf(rubric: Pick<Rubric, 'sections'>): Form {
  const sections: SectionNode[] = []
  const items: ItemNode[] = []
  const byId = new Map<string, FormNode>()
  const remember = (node: FormNode): void => {
    if (!byId.has(node.id)) byId.set(node.id, node)
  }
  const layOutSection = (source: Section, parent: SectionNode | undefined): SectionNode => {
    const children: FormNode[] = []
    const node = {
      kind: 'section' as const,
      id: source.id,
      source,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      isScored: false,
      children,
      index: sections.length,
    }
    sections.push(node)
    remember(node)
    for (const item of source.items ?? []) {
      const child: ItemNode = {
        kind: 'item',
        id: item.id,
        source: item,
        parent: node,
        depth: node.depth + 1,
        isScored: isScored(item),
        index: items.length,
      }
      items.push(child)
      remember(child)
      children.push(child)
    }
    for (const section of source.sections ?? []) children.push(layOutSection(section, node))
    node.isScored = children.some((child) => child.isScored)
    return node
  }
  const top = rubric.sections.map((section) => layOutSection(section, undefined))
  return { top, sections, items, byId, ids: new Set(byId.keys()) }
}

/** Nodes that share out their parent's weight among themselves. */
export function scoredSiblings(nodes: readonly FormNode[]): readonly FormNode[] {
  return nodes.filter((node) => node.isScored)
}

/** Every group of siblings, the top first. */
export function siblingGroups(
  form: Form,
): readonly { readonly parent: SectionNode | undefined; readonly nodes: readonly FormNode[] }[] {
  const groups: { parent: SectionNode | undefined; nodes: readonly FormNode[] }[] = [
    { parent: undefined, nodes: scoredSiblings(form.top) },
  ]
  for (const section of form.sections) groups.push({ parent: section, nodes: scoredSiblings(section.children) })
  return groups.filter((group) => group.nodes.length > 0)
}
