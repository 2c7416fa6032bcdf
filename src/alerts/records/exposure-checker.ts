import { type FieldsOf, type RecordChecker, type RecordFields, recordChecker } from '../../documents/record-checker.js'
import {
  dateField,
  instantField,
  integerField,
  noteField,
  optionalField,
  textField,
  textListField,
  wordField,
} from '../../documents/record-fields.js'
import { PURPOSES } from '../../scoring/evaluation/evaluation.js'
import type { Exposure } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { factsField } from './facts-field.js'

/** Makes the checker of exposures under a policy, which declares facts. Codes: those of records, `alerts/unknown-fact`. */
export function exposureChecker(policy: AlertPolicy): RecordChecker<Exposure> {
  const fields = {
    id: optionalField(textField()),
    date: dateField(),
    agentId: optionalField(textField()),
    teamId: optionalField(textField()),
    businessType: optionalField(textField()),
    item: optionalField(textField()),
    tags: optionalField(textListField('["tag"]')),
    purpose: wordField(PURPOSES),
    rated: integerField({ minimum: 0 }),
    facts: factsField(policy),
    evaluationId: optionalField(textField()),
    callId: optionalField(textField()),
    rubric: optionalField(textField()),
    ratedAt: optionalField(instantField()),
    note: noteField(),
  } satisfies RecordFields & FieldsOf<Exposure>
  return recordChecker(fields)
}
