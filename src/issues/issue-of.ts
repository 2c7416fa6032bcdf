import type { Issue } from './issue.js'
import type { IssueDraft } from './issue-draft.js'

/**
 * Completes a draft to an issue.
 * @param position - where the document knows it
 */
export function issueOf(draft: IssueDraft, position?: Issue['position']): Issue {
  return {
    code: draft.code,
    severity: draft.severity ?? 'error',
    path: draft.path,
    ...(position && { position }),
    ...(draft.expected !== undefined && { expected: draft.expected }),
    ...(draft.received !== undefined && { received: draft.received }),
    ...(draft.suggestion !== undefined && { suggestion: draft.suggestion }),
    ...(draft.details !== undefined && { details: draft.details }),
  }
}
