import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueCode } from '../../issues/issue-code.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { nearestName } from '../../issues/nearest-name.js'
import { MAXIMUM_ISSUES } from './limits.js'

type Facts = Omit<IssueDraft, 'code' | 'path'>

/** Collects faults of meaning, each placed by the part of the document that it is about. */
export class DocumentFaults {
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

  /** Tells of a name that nothing declares, with the nearest one that is; true where it is declared. */
  requireDeclared(
    code: IssueCode,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    facts: Pick<Facts, 'at' | 'details'> = {},
  ): boolean {
    if (declared.has(name)) return true
    // Of names that are told no more, none is looked for either: thousands beside thousands take long.
    if (this.leftOut.has(name) || this.isFull) return false
    const suggestion = nearestName(name, declared)
    this.add(code, part, rest, {
      ...facts,
      expected: alternatives(declared),
      received: excerptOf(name),
      ...(suggestion !== undefined && { suggestion }),
    })
    return false
  }

  /** Tells of every id but the first that stands for two things. */
  requireDistinctIds(code: IssueCode, parts: readonly { readonly id: string }[], seen: Map<string, object>): void {
    for (const part of parts) {
      if (seen.has(part.id)) this.add(code, part, ['id'], { received: excerptOf(part.id) })
      else seen.set(part.id, part)
    }
  }
}
