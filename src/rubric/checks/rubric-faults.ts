import { DeclarationFaults } from '../../documents/reading/declaration-faults.js'
import type { IssueDetails } from '../../issues/issue-details.js'

/** Kind of thing that a name refers to; the messages say it in words. */
export type NameKind = IssueDetails['rubric/unknown-name']['kind']

/** The faults of a rubric. */
export class RubricFaults extends DeclarationFaults<NameKind> {
  protected readonly unknownName = 'rubric/unknown-name'
  protected readonly duplicateId = 'rubric/duplicate-id'
}
