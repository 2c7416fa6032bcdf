import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { dateSchema, wordSchema } from '../../documents/schema/string-schemas.js'
import { textSchema } from '../../documents/schema/text-schema.js'
import { optionalText } from './common-parts.js'

const criterionSchema = once(() =>
  strictObject({
    description: optionalText('What has to be seen or heard for this rating.', '达到该评分时应看到或听到什么。'),
    examples: optional(
      described(
        z.array(
          strictObject({
            verdict: described(
              wordSchema(['good', 'bad']),
              'Whether to do as in the case.',
              '正面案例 good 或反面案例 bad。',
            ),
            text: described(textSchema(), 'The case in words.', '案例文字。'),
            recording: optional(
              described(
                z.string().check(z.minLength(1)),
                'Id of the recording in the case library.',
                '案例库中录音的 id。',
              ),
            ),
            through: optional(
              described(dateSchema(), 'Last day on which the case is a good reference.', '案例有效期的最后一天。'),
            ),
          }),
        ),
        'Cases from the library.',
        '案例库中的案例。',
      ),
    ),
  }),
)

/** One criterion, which may be absent. */
export function criterion() {
  return optional(described(criterionSchema(), 'Criterion and cases.', '评分要点与案例。'))
}

/** Criteria by rating, which may be absent. */
export function criteria(english: string, chinese: string) {
  return optional(described(z.record(z.string(), criterionSchema()), english, chinese))
}
