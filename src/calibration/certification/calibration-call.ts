import { once } from '../../documents/once.js'
import { type FieldsOf, type RecordChecker, type RecordFields, recordChecker } from '../../documents/record-checker.js'
import {
  instantField,
  nullableField,
  numberField,
  optionalField,
  textField,
  textListField,
} from '../../documents/record-fields.js'

/** One call of a blind calibration session, judged by the rater and by the expert. */
export interface CalibrationCall {
  readonly callId: string
  /** The session it belongs to. */
  readonly sessionId: string
  /** Time of the session: RFC 3339 with an offset. Calls of one session have one. */
  readonly heldAt: string
  /** The rater's score; null where the rater was given the call and did not judge it, which counts as wrong. */
  readonly score: number | null
  /** The expert's score, given without seeing the rater's. */
  readonly reference: number
  /** Ids of vetoes that the rater marked. */
  readonly vetoes?: readonly string[]
  /** Ids of vetoes that the expert marked. */
  readonly referenceVetoes?: readonly string[]
}

/** Returns the checker of calibration calls. Programs may send them with keys of their own. */
export const calibrationCallChecker: () => RecordChecker<CalibrationCall> = /* @__PURE__ */ once(() => {
  const fields = {
    callId: textField(),
    sessionId: textField(),
    heldAt: instantField(),
    score: nullableField(numberField()),
    reference: numberField(),
    vetoes: optionalField(textListField('array')),
    referenceVetoes: optionalField(textListField('array')),
  } satisfies RecordFields & FieldsOf<CalibrationCall>
  return recordChecker(fields, { unknownKeys: 'ignored' })
})
