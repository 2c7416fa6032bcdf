import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'

/** Faults of rows: collected up to the limit of issues, or left out and counted. */
export class RowFaults {
  leftOut = 0
  private readonly issues: Issue[] = []

  constructor(private readonly choice: 'refuse' | 'leave-out') {}

  add(drafts: readonly IssueDraft[], line: number): void {
    if (this.choice === 'leave-out') this.leftOut++
    else if (this.issues.length < MAXIMUM_ISSUES)
      for (const draft of drafts) this.issues.push({ ...issueOf(draft), details: { ...draft.details, line } })
  }

  throwIfAny(): void {
    throwIssues(this.issues)
  }
}
