import { type Vocabulary, vocabularyOf } from '../../conditions/vocabulary.js'
import { PURPOSES } from '../../scoring/evaluation/evaluation.js'
import type { AlertPolicy } from './alert-policy.js'
import { BUILT_IN_KINDS } from './built-in-kinds.js'
import { FINDING_FACTS } from './condition-facts.js'
import { BUILT_IN_LABELS } from './labels.js'

/** Names that conditions, groups and reports define; a fact of such a name would be ambiguous. */
export const RESERVED_FACTS: ReadonlySet<string> = new Set([
  ...Object.keys(FINDING_FACTS),
  ...BUILT_IN_LABELS,
  'rule',
  'level',
])

/** Returns the facts that the `where` of a rule may refer to: the declared ones and those of every finding. */
export function ruleVocabulary(policy: Pick<AlertPolicy, 'facts' | 'kinds'>): Vocabulary {
  const vocabulary = vocabularyOf({ ...policy.facts, ...FINDING_FACTS })
  const kinds = [...BUILT_IN_KINDS, ...(policy.kinds ?? []).map(({ id }) => id)]
  vocabulary.set('kind', { kind: 'value', type: 'string', values: kinds })
  vocabulary.set('purpose', { kind: 'value', type: 'string', values: PURPOSES })
  return vocabulary
}
