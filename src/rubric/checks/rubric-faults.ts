import { alternatives, excerptOf, type IssueDraft } from '../../documents/issue-draft.js'
import { MAXIMUM_ISSUES } from '../../documents/limits.js'
import { nearestName } from '../../documents/nearest-name.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueCode } from '../../issues/issue-code.js'

type Facts = Omit<IssueDraft, 'code' | 'path'>

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

/** Collects faults of meaning, each placed by the part of the document that it is about. */
export class RubricFaults {
  readonly drafts: IssueDraft[] = []

  constructor(
    private readonly pathOf: (part: object) => readonly PathSegment[],
    /** Names declared by parts that were left out for faults of their own. */
    readonly leftOut: ReadonlySet<string>,
  ) {}

  add(code: IssueCode, part: object, rest: readonly PathSegment[], facts: Facts = {}): void {
    if (!this.isFull) this.drafts.push({ code, path: [...this.pathOf(part), ...rest], ...facts })
  }

  /** Whether as many faults are found as are told. */
  private get isFull(): boolean {
    return this.drafts.length >= MAXIMUM_ISSUES
  }

  path(part: object, ...rest: readonly PathSegment[]): readonly PathSegment[] {
    return [...this.pathOf(part), ...rest]
  }

  /** Tells of a name that nothing declares; true where it is declared. */
  requireName(
    kind: NameKind,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    at: 'key' | 'value' = 'value',
  ): boolean {
    if (declared.has(name)) return true
    if (this.leftOut.has(name) || this.isFull) return false
    const suggestion = nearestName(name, declared)
    this.add('rubric/unknown-name', part, rest, {
      at,
      expected: alternatives(declared),
      received: excerptOf(name),
      ...(suggestion !== undefined && { suggestion }),
      details: { kind },
    })
    return false
  }

  /** Tells of every id but the first that stands for two things. */
  requireDistinct(parts: readonly { readonly id: string }[], seen = new Map<string, object>()): void {
    for (const part of parts) {
      if (seen.has(part.id)) this.add('rubric/duplicate-id', part, ['id'], { received: excerptOf(part.id) })
      else seen.set(part.id, part)
    }
  }
}

/** The ids of a list that may be absent. */
export function idsOf(parts: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set(parts?.map(({ id }) => id))
}
