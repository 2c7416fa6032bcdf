import { DocumentFaults } from '../../../documents/reading/document-faults.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'

/** What a name stands for; the messages say it in words. */
export type PolicyNameKind = 'role' | 'action' | 'kind' | 'level' | 'label' | 'event'

/** The faults of an alert policy. */
export class PolicyFaults extends DocumentFaults {
  /** Tells of a name that nothing declares; true where it is declared. */
  requireName(
    kind: PolicyNameKind,
    name: string,
    declared: ReadonlySet<string>,
    part: object,
    rest: readonly PathSegment[],
    at: 'key' | 'value' = 'value',
  ): boolean {
    return this.requireDeclared('alerts/unknown-name', name, declared, part, rest, { at, details: { kind } })
  }

  /** Tells of every name of a list that nothing declares, and of every one that stands there twice. */
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

  /** Tells of every name but the first that stands twice in a list. */
  requireDistinctNames(names: readonly string[] | undefined, part: object, rest: readonly PathSegment[]): void {
    names?.forEach((name, index) => {
      if (names.indexOf(name) < index)
        this.add('alerts/repeated-name', part, [...rest, index], { received: excerptOf(name) })
    })
  }

  /** Tells of every id but the first that stands for two things. */
  requireDistinct(parts: readonly { readonly id: string }[] | undefined): void {
    this.requireDistinctIds('alerts/duplicate-id', parts ?? [], new Map())
  }
}

/** The ids of a list that may be absent. */
export function idsOf(parts: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set(parts?.map(({ id }) => id))
}
