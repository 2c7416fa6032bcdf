import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceRatingSchema } from '../choice/rating-schema.js'
import { deductionRatingSchema } from '../deduction/rating-schema.js'
import type { Item } from '../item.js'
import { numericRatingSchema } from '../numeric/rating-schema.js'
import { recordRatingSchema } from '../record/rating-schema.js'
import { scaleRatingSchema } from '../scale/rating-schema.js'
import { type AnswerChoice, choiceSchema } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import { textRatingSchema } from '../text/rating-schema.js'
import { yesNoRatingSchema } from '../yes-no/rating-schema.js'

/** A list of answers, or a schema. */
type Answers = readonly AnswerChoice[] | JsonSchema

const ANSWERS: ByKind<Answers, [context: RatingSchemaContext]> = {
  scale: scaleRatingSchema,
  'yes-no': yesNoRatingSchema,
  choice: choiceRatingSchema,
  numeric: numericRatingSchema,
  deduction: deductionRatingSchema,
  text: textRatingSchema,
  record: recordRatingSchema,
}

/** The JSON Schema of an item's ratings, `"na"` among them where the item may be left out of the form. */
export function ratingSchema(item: Item, context: RatingSchemaContext): JsonSchema {
  const answers = ofKind(ANSWERS, item, context)
  const mayLeave = item.mayBeNotApplicable === true || item.appliesWhen !== undefined
  const title = context.words.notApplicable
  if (isList(answers)) return choiceSchema(mayLeave ? [...answers, { value: 'na', title }] : answers)
  // A text may be any text, "na" among them.
  if (!mayLeave || isAnyText(answers)) return answers
  return { anyOf: [answers, { title, type: 'string', enum: ['na'] }] }
}

function isList(answers: Answers): answers is readonly AnswerChoice[] {
  return Array.isArray(answers)
}

function isAnyText({ type, pattern }: JsonSchema): boolean {
  return type === 'string' && pattern === undefined
}
