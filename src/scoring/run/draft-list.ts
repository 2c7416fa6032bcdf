import type { IssueDraft } from '../../issues/issue-draft.js'

/** Issues of one evaluation, in the order in which they were found. */
export class DraftList {
  readonly drafts: IssueDraft[] = []

  /** Adds an issue; bound, so that it can be passed on by itself. */
  readonly report = (draft: IssueDraft): void => {
    this.drafts.push(draft)
  }
}
