import { DocumentFaults } from '../../documents/reading/document-faults.js'
import type { PathSegment } from '../../issues/issue.js'

/** What a name stands for; the messages say it in words. */
export type NameKind =
  | 'scale'
  | 'fact'
  | 'section'
  | 'item'
  | 'node'
  | 'family'
  | 'tag'
  | 'action'
  | 'businessType'
  | 'option'

/** The faults of a rubric. */
export class RubricFaults extends DocumentFaults {
  /** Tells of a name that nothing declares; true where it is declared. */
  requireName(
    kind: NameKind,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    at: 'key' | 'value' = 'value',
  ): boolean {
    return this.requireDeclared('rubric/unknown-name', name, declared, part, rest, { at, details: { kind } })
  }

  /** Tells of every id but the first that stands for two things. */
  requireDistinct(parts: readonly { readonly id: string }[], seen = new Map<string, object>()): void {
    this.requireDistinctIds('rubric/duplicate-id', parts, seen)
  }
}

/** The ids of a list that may be absent. */
export function idsOf(parts: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set(parts?.map(({ id }) => id))
}
