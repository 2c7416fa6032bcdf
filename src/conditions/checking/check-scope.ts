import type { Vocabulary } from '../vocabulary.js'

/** Names that a condition may refer to. */
export interface CheckScope {
  readonly vocabulary: Vocabulary
  /** Names of the declared named conditions. */
  readonly conditionNames: ReadonlySet<string>
  /** Names with a faulty declaration; a reference to one is no second fault. */
  readonly leftOut?: ReadonlySet<string>
  /** Key of the document under which the facts of conditions are declared. @defaultValue facts */
  readonly declaredIn?: 'facts' | 'fields' | 'strata'
}
