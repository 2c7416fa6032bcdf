import { once } from '../../documents/once.js'
import { type FieldsOf, type RecordChecker, type RecordFields, recordChecker } from '../../documents/record-checker.js'
import {
  instantField,
  integerField,
  noteField,
  optionalField,
  textField,
  textListField,
  uncheckedField,
} from '../../documents/record-fields.js'
import type { AlertEvent } from '../alert.js'

/** Returns the checker of events. It checks their form; `applyEvent` decides whether they are possible. */
export const eventChecker: () => RecordChecker<AlertEvent> = /* @__PURE__ */ once(() => {
  const fields = {
    id: textField(),
    fingerprint: textField(),
    kind: textField(),
    at: instantField(),
    by: textField(),
    episode: integerField({ minimum: 1 }),
    assignTo: optionalField(textListField('["role"]')),
    duty: optionalField(textField()),
    note: noteField(),
    evidence: uncheckedField(),
  } satisfies RecordFields & FieldsOf<AlertEvent>
  return recordChecker(fields)
})
