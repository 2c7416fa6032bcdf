import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'

export function differing(list: string, id: string): Issue {
  const draft: IssueDraft = { code: 'alerts/differing-delivery', path: [list], received: excerptOf(id) }
  return issueOf(draft, undefined)
}
