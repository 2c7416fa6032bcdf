import type { Issue } from '../issue.js'
import type { IssueCode } from '../issue-code.js'

/** One sentence maker per code: what is wrong and what to do, from the facts of the issue. */
export type Messages = Readonly<Record<IssueCode, (issue: Issue) => string>>
