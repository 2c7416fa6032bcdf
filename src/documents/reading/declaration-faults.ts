import type { PathSegment } from '../../issues/issue.js'
import type { IssueCode } from '../../issues/issue-code.js'
import type { IssueDetails } from '../../issues/issue-details.js'
import { DocumentFaults } from './document-faults.js'

/** Codes of names without a declaration. */
type UnknownNameCode = Extract<IssueCode, `${string}/unknown-name`>

/** Faults of a document whose parts declare ids for others to name. */
export abstract class DeclarationFaults<NameKind extends IssueDetails[UnknownNameCode]['kind']> extends DocumentFaults {
  /** Code of a name without a declaration; `details.kind` says what it names. */
  protected abstract readonly unknownName: UnknownNameCode
  /** Code of an id that two parts declare. */
  protected abstract readonly duplicateId: Extract<IssueCode, `${string}/duplicate-id`>

  /** Reports a name without a declaration; returns whether it is declared. */
  requireName(
    kind: NameKind,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    at: 'key' | 'value' = 'value',
  ): boolean {
    return this.requireDeclared(this.unknownName, name, declared, part, rest, { at, details: { kind } })
  }

  /** Reports every repeated id, from its second occurrence on. */
  requireDistinct(parts: readonly { readonly id: string }[] | undefined, seen = new Map<string, object>()): void {
    this.requireDistinctIds(this.duplicateId, parts ?? [], seen)
  }
}
