import { once } from '../../documents/once.js'
import {
  type FieldsOf,
  type RecordChecker,
  type RecordFields,
  recordChecker,
  recordField,
} from '../../documents/record-checker.js'
import {
  fittingField,
  instantField,
  objectField,
  optionalField,
  textField,
  textListField,
  wordField,
} from '../../documents/record-fields.js'
import type { Rating } from '../../scoring/index.js'
import type { ReviewChanges, ReviewEvent, ReviewTopic } from './review-event.js'

/** Returns the checker of review events. It checks their form; the review decides whether they are possible. */
export const reviewEventChecker: () => RecordChecker<ReviewEvent> = /* @__PURE__ */ once(() => {
  const changes = {
    ratings: optionalField(objectField<Rating>()),
    vetoes: optionalField(textListField('array')),
    bonuses: optionalField(textListField('array')),
  } satisfies RecordFields & FieldsOf<ReviewChanges>
  const fields = {
    id: textField(),
    evaluationId: textField(),
    kind: wordField(['scored', 'calibrated', 'published', 'appealed', 'answered', 'settled', 'acknowledged']),
    at: instantField(),
    by: textField(),
    tier: optionalField(wordField(['junior', 'reviewer', 'expert'])),
    about: optionalField(fittingField('array', isTopicList)),
    appeal: optionalField(textField()),
    decision: optionalField(wordField(['upheld', 'partly-upheld', 'rejected'])),
    changes: optionalField(recordField(recordChecker(changes))),
    reason: optionalField(fittingField('string', isText)),
  } satisfies RecordFields & FieldsOf<ReviewEvent>
  return recordChecker(fields)
})

/** Returns whether a value is a list of topics; the names in it are looked up in the rubric elsewhere. */
function isTopicList(value: unknown): value is readonly ReviewTopic[] {
  return Array.isArray(value) && value.every((topic) => objectField().faultsOf(topic) === undefined)
}

/** Returns whether a value is a text; a reason may be empty, as a form leaves it. */
function isText(value: unknown): value is string {
  return typeof value === 'string'
}
