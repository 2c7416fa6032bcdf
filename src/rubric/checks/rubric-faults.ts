import { DeclarationFaults } from '../../documents/reading/declaration-faults.js'

/** Kind of thing that a name refers to; the messages say it in words. */
export type NameKind =
  | 'scale'
  | 'fact'
  | 'section'
  | 'item'
  | 'node'
  | 'family'
  | 'tag'
  | 'action'
  | 'businessType'
  | 'option'

/** The faults of a rubric. */
export class RubricFaults extends DeclarationFaults<NameKind> {
  protected readonly unknownName = 'rubric/unknown-name'
  protected readonly duplicateId = 'rubric/duplicate-id'
}
