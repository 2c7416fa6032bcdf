import type { PathSegment } from '../../issues/issue.js'
import type { Form, FormNode, SectionNode } from './form.js'

/** Where each section and item stands in the document. */
export function nodePaths(form: Form): ReadonlyMap<FormNode, readonly PathSegment[]> {
  const paths = new Map<FormNode, readonly PathSegment[]>()
  const visit = (section: SectionNode, path: readonly PathSegment[]): void => {
    paths.set(section, path)
    const counts = { item: 0, section: 0 }
    for (const child of section.children) {
      const at = [...path, child.kind === 'item' ? 'items' : 'sections', counts[child.kind]++]
      if (child.kind === 'section') visit(child, at)
      else paths.set(child, at)
    }
  }
  for (const [index, section] of form.top.entries()) visit(section, ['sections', index])
  return paths
}
