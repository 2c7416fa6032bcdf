import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Form, FormNode } from '../format/form.js'
import { weightOf } from '../weights/weight-layers.js'
import { everythingMayBeNotApplicable } from './attainable.js'

/** Reports sections that can vanish though they do not say so, and a form that can become empty. */
export function lintNotApplicable(
  form: Form,
  paths: ReadonlyMap<FormNode, readonly PathSegment[]>,
): readonly IssueDraft[] {
  const sections = form.sections.filter(
    ({ source, children }) =>
      !source.mayBeNotApplicable && !source.appliesWhen && everythingMayBeNotApplicable(children, isWeighty),
  )
  return [
    ...(everythingMayBeNotApplicable(form.top, isWeighty)
      ? [{ code: 'rubric/nothing-may-be-left' as const, path: ['sections'], at: 'key' as const }]
      : []),
    ...sections.map((node) => ({
      code: 'rubric/section-may-vanish' as const,
      path: [...(paths.get(node) ?? []), 'id'],
      received: excerptOf(node.id),
    })),
  ]
}

/** Returns whether a node has weight, by the weights of the form itself. */
function isWeighty(node: FormNode): boolean {
  return weightOf(node) !== 0
}
