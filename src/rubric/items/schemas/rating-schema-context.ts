import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import type { Language } from '../../../issues/issue.js'
import { type Text, textIn } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { Named } from '../../format/named.js'
import type { Rubric } from '../../format/rubric.js'
import { type EvaluationWords, evaluationWords } from '../../schema/evaluation-words.js'

/** The surroundings in which the schema of a rating is written. */
export interface RatingSchemaContext {
  readonly rubric: Rubric
  readonly words: EvaluationWords
  /** Whether ratings, faults and marks are objects with `comment` and `evidence`. */
  readonly hasRemarks: boolean
  /** Properties of a comment and of evidence. */
  readonly remarks: JsonSchema
  readonly text: (text: Text) => string
  readonly titled: (part: Named) => string
  /** The description of a rating by its criterion and cases; of the rating in general where it has no criterion. */
  readonly criterion: (criterion: Criterion | undefined, general?: Text) => { readonly description?: string }
}

/** Makes the context of one rubric and language. */
export function ratingSchemaContext(rubric: Rubric, language: Language, hasRemarks: boolean): RatingSchemaContext {
  const words = evaluationWords(language)
  const text = (value: Text): string => textIn(value, language)
  return {
    rubric,
    words,
    hasRemarks,
    remarks: {
      comment: { type: 'string', title: words.comment },
      evidence: { type: 'string', title: words.evidence },
    },
    text,
    titled: ({ id, title }) => (title === undefined ? id : text(title)),
    criterion: (criterion, general) => {
      const description = criterion?.description ?? general
      const lines = [
        ...(description === undefined ? [] : [text(description)]),
        ...(criterion?.examples ?? []).map((example) => `${words.example[example.verdict]} ${text(example.text)}`),
      ]
      return lines.length === 0 ? {} : { description: lines.join('\n') }
    },
  }
}
