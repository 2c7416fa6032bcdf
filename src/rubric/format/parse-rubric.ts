import { type CheckContext, documentParser } from '../../documents/document-parser.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Result } from '../../issues/issue.js'
import { checkConditions, type FoundConditions, findConditions } from '../checks/check-conditions.js'
import { checkDates } from '../checks/check-dates.js'
import { checkItems } from '../checks/check-items.js'
import { checkRules } from '../checks/check-rules.js'
import { checkWeights } from '../checks/check-weights.js'
import { RubricFaults } from '../checks/rubric-faults.js'
import { rubricSchema } from '../schema/rubric-schema.js'
import { formOf } from './form.js'
import type { Rubric } from './rubric.js'

const parser = /* @__PURE__ */ documentParser({
  format: 'callgrade/rubric@1',
  schema: rubricSchema,
  faults: RubricFaults,
  find: findConditions,
  check: checkRubric,
})

/**
 * Reads a rubric and checks everything that can be checked without an evaluation.
 * @param input - JSON text (with or without a byte-order mark) or a value; a value is copied
 * @returns the rubric as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `rubric/...`, `conditions/...`
 * @example
 * parseRubric('{"format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini", "sections": [{"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}], "result": {"passMark": 100}}').id
 * //=> 'mini'
 */
export function parseRubric(input: DocumentInput<Rubric>): Rubric {
  return parser.parse(input)
}

/**
 * Like `parseRubric`, with the faults in the result instead of thrown.
 * @example
 * safeParseRubric('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseRubric(input: unknown): Result<Rubric> {
  return parser.safeParse(input)
}

function checkRubric(rubric: Rubric, faults: RubricFaults, { found, isComplete }: CheckContext<FoundConditions>): void {
  const form = formOf(rubric)
  for (const parts of [rubric.businessTypes, rubric.families, rubric.tags, rubric.actions])
    faults.requireDistinct(parts ?? [])
  checkDates(rubric, faults)
  checkConditions(rubric, form, found, faults)
  checkItems(rubric, form, faults)
  checkRules(rubric, form, faults)
  checkWeights(
    rubric,
    form,
    faults,
    isComplete && faults.drafts.every(({ code }) => code !== 'document/date' && code !== 'document/period-order'),
  )
}
