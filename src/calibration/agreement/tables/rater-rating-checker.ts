import { once } from '../../../documents/once.js'
import { type RecordChecker, recordChecker } from '../../../documents/record-checker.js'
import { textField, uncheckedField } from '../../../documents/record-fields.js'

/** Returns the checker of single ratings; the rating itself is read by its item. */
export const raterRatingChecker: () => RecordChecker<unknown> = /* @__PURE__ */ once(() =>
  recordChecker({ callId: textField(), raterId: textField(), item: textField(), rating: uncheckedField() }),
)
