import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueCode } from '../../issues/issue-code.js'
import type { DetailsOf, DraftFacts, IssueDraft } from '../../issues/issue-draft.js'
import { type UnknownName, unknownName } from '../../issues/unknown-name.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'

type Facts<Code extends IssueCode> = Omit<DraftFacts, 'path'> & DetailsOf<Code>

/** Collects faults of meaning, each placed by the part of the document that it is about. */
export class DocumentFaults {
  readonly drafts: IssueDraft[] = []

  constructor(
    private readonly pathOf: (part: object) => readonly PathSegment[],
    /** Names declared by parts that were left out for faults of their own. */
    readonly leftOut: ReadonlySet<string>,
  ) {}

  /** @param facts - with the details that the code has */
  add<Code extends IssueCode>(
    code: Code,
    part: object,
    rest: readonly PathSegment[],
    ...[facts]: object extends DetailsOf<Code> ? [facts?: Facts<Code>] : [facts: Facts<Code>]
  ): void {
    if (this.isFull) return
    const draft = { code, path: [...this.pathOf(part), ...rest], ...facts }
    this.drafts.push(draft as IssueDraft) // code and details fit: they are of one Code
  }

  /** Whether the maximum number of faults is found. */
  private get isFull(): boolean {
    return this.drafts.length >= MAXIMUM_ISSUES
  }

  path(part: object, ...rest: readonly PathSegment[]): readonly PathSegment[] {
    return [...this.pathOf(part), ...rest]
  }

  /** Reports a name without a declaration, with the nearest declared one; returns whether it is declared. */
  requireDeclared<Code extends IssueCode>(
    code: Code,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    ...[facts]: object extends DetailsOf<Code>
      ? [facts?: Pick<Facts<Code>, 'at' | 'details'>]
      : [facts: Pick<Facts<Code>, 'at' | 'details'>]
  ): boolean {
    if (declared.has(name)) return true
    // Nearest names are not looked for once the maximum is found: thousands against thousands take long.
    if (this.leftOut.has(name) || this.isFull) return false
    const unknown: object = { code, path: this.path(part, ...rest), name, known: declared, ...facts }
    this.drafts.push(unknownName(unknown as UnknownName<Code>)) // code and details fit: they are of one Code
    return false
  }

  /** Reports every repeated id, from its second occurrence on. */
  requireDistinctIds(
    code: Extract<IssueCode, `${string}/duplicate-id`>,
    parts: readonly { readonly id: string }[],
    seen: Map<string, object>,
  ): void {
    for (const part of parts) {
      if (seen.has(part.id)) this.add(code, part, ['id'], { received: excerptOf(part.id) })
      else seen.set(part.id, part)
    }
  }
}
