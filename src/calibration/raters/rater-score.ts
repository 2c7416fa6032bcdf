import { once } from '../../documents/once.js'
import { type FieldsOf, type RecordChecker, type RecordFields, recordChecker } from '../../documents/record-checker.js'
import { numberField, textField } from '../../documents/record-fields.js'

/** One score of one call by one rater. */
export interface RaterScore {
  readonly callId: string
  readonly raterId: string
  /** Points, or a level. */
  readonly score: number
}

/** Returns the checker of such scores. Programs may send them with keys of their own. */
export const raterScoreChecker: () => RecordChecker<RaterScore> = /* @__PURE__ */ once(() => {
  const fields = {
    callId: textField(),
    raterId: textField(),
    score: numberField(),
  } satisfies RecordFields & FieldsOf<RaterScore>
  return recordChecker(fields, { unknownKeys: 'ignored' })
})
