import { isWithin } from '../../documents/time/civil-date.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Rubric } from '../format/rubric.js'

/**
 * Warns of examples whose last day as a good reference is past.
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
