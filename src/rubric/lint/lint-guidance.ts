import { isWithin } from '../../documents/time/civil-date.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Form, FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'

/** Levels that no criterion describes. */
export function lintGuidance(
  rubric: Rubric,
  form: Form,
  paths: ReadonlyMap<FormNode, readonly PathSegment[]>,
): readonly IssueDraft[] {
  return form.items.flatMap((node): readonly IssueDraft[] => {
    const { source } = node
    if (source.kind !== undefined && source.kind !== 'scale') return []
    const scale = rubric.scales?.[source.scale ?? rubric.defaultScale ?? '']
    // A level that the scale itself describes means the same for every item.
    const missing = (scale?.levels ?? [])
      .filter(({ value, description }) => description === undefined && !hasDescription(source.guidance, String(value)))
      .map(({ value }) => value)
    return missing.length === 0
      ? []
      : [
          {
            code: 'rubric/no-guidance',
            path: [...(paths.get(node) ?? []), source.guidance ? 'guidance' : 'id'],
            received: excerptOf(source.id),
            details: { levels: missing.join(', ') },
          },
        ]
  })
}

function hasDescription(
  guidance: Readonly<Record<string, { readonly description?: unknown }>> | undefined,
  key: string,
): boolean {
  return guidance !== undefined && Object.hasOwn(guidance, key) && guidance[key]?.description !== undefined
}

/**
 * Examples that are no good reference any more.
 * @param today - local date of the rubric's zone
 */
export function lintExamples(rubric: Rubric, today: string): readonly IssueDraft[] {
  const drafts: IssueDraft[] = []
  const visit = (value: unknown, path: readonly PathSegment[]): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      if (key === 'examples' && Array.isArray(member)) {
        for (const [index, example] of member.entries()) {
          const through = throughOf(example)
          if (through !== undefined && !isWithin(today, { through }))
            drafts.push({
              code: 'rubric/example-expired',
              path: [...at, index, 'through'],
              received: through,
              details: { today },
            })
        }
      } else visit(member, at)
    }
  }
  visit({ sections: rubric.sections, vetoes: rubric.vetoes, bonuses: rubric.bonuses }, [])
  return drafts
}

function throughOf(example: unknown): string | undefined {
  return typeof example === 'object' && example !== null && 'through' in example && typeof example.through === 'string'
    ? example.through
    : undefined
}
