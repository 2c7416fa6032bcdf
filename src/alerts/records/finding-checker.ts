import { type FieldsOf, type RecordChecker, type RecordFields, recordChecker } from '../../documents/record-checker.js'
import {
  instantField,
  noteField,
  numberField,
  optionalField,
  textField,
  textListField,
  wordField,
} from '../../documents/record-fields.js'
import { instantOf } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { PURPOSES } from '../../scoring/evaluation/evaluation.js'
import type { Finding } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { BUILT_IN_KINDS } from '../policy/built-in-kinds.js'
import { factsField } from './facts-field.js'

/**
 * Makes the checker of findings under a policy, which declares kinds and facts.
 * Codes: those of records, `alerts/unknown-fact`, `alerts/found-too-early`.
 */
export function findingChecker(policy: AlertPolicy): RecordChecker<Finding> {
  const kinds = [...BUILT_IN_KINDS, ...(policy.kinds ?? []).map(({ id }) => id)]
  const fields = {
    id: textField(),
    kind: wordField(kinds),
    occurredAt: instantField(),
    foundAt: instantField(),
    callId: optionalField(textField()),
    agentId: optionalField(textField()),
    teamId: optionalField(textField()),
    businessType: optionalField(textField()),
    evaluationId: optionalField(textField()),
    rubric: optionalField(textField()),
    item: optionalField(textField()),
    tags: optionalField(textListField('["tag"]')),
    percent: optionalField(numberField({ minimum: 0, maximum: 100 })),
    purpose: wordField(PURPOSES),
    facts: factsField(policy),
    note: noteField(),
  } satisfies RecordFields & FieldsOf<Finding>
  return recordChecker(fields, { together: foundTooEarly })
}

/** Reports a finding that was found before it happened. */
function foundTooEarly({ occurredAt, foundAt }: Readonly<Record<string, unknown>>): readonly IssueDraft[] {
  if (typeof occurredAt !== 'string' || typeof foundAt !== 'string' || !(instantOf(foundAt) < instantOf(occurredAt)))
    return []
  return [
    {
      code: 'alerts/found-too-early',
      path: ['foundAt'],
      expected: `>= ${occurredAt}`,
      received: excerptOf(foundAt),
    },
  ]
}
