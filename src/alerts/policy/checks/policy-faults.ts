import { DeclarationFaults } from '../../../documents/reading/declaration-faults.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDetails } from '../../../issues/issue-details.js'

/** Kinds of names in a policy; messages have a word for each. */
export type PolicyNameKind = IssueDetails['alerts/unknown-name']['kind']

/** The faults of an alert policy. */
export class PolicyFaults extends DeclarationFaults<PolicyNameKind> {
  protected readonly unknownName = 'alerts/unknown-name'
  protected readonly duplicateId = 'alerts/duplicate-id'

  /** Reports every name of a list without a declaration, and every repeated one. */
  requireNames(
    kind: PolicyNameKind,
    names: readonly string[] | undefined,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
  ): void {
    names?.forEach((name, index) => this.requireName(kind, name, declared, part, [...rest, index]))
    this.requireDistinctNames(names, part, rest)
  }

  /** Reports every repeated name of a list, from its second occurrence on. */
  requireDistinctNames(names: readonly string[] | undefined, part: object, rest: readonly PathSegment[]): void {
    names?.forEach((name, index) => {
      if (names.indexOf(name) < index)
        this.add('alerts/repeated-name', part, [...rest, index], { received: excerptOf(name) })
    })
  }
}
