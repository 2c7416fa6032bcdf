import { parseDocument } from '../../documents/reading/parse-document.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
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

/** Rubrics that this module returned: sound, frozen, and not read again. */
const parsed = new WeakSet<object>()

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
  const result = safeParseRubric(input)
  if (!result.success) throw new CallgradeError(result.issues)
  return result.data
}

/**
 * Like `parseRubric`, with the faults in the result instead of thrown.
 * @example
 * safeParseRubric('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseRubric(input: DocumentInput<Rubric>): Result<Rubric> {
  if (typeof input === 'object' && input !== null && parsed.has(input)) return { success: true, data: input as Rubric }
  let conditions: FoundConditions = { parts: [], uses: [], named: new Map() }
  const result = parseDocument(input, {
    format: 'callgrade/rubric@1',
    schema: rubricSchema,
    faults: RubricFaults,
    opaqueParts: (value) => {
      conditions = findConditions(value)
      return conditions.parts
    },
    checkMeaning: (rubric, faults, isComplete) => checkMeaning(rubric, conditions, faults, isComplete),
  })
  if (result.success) parsed.add(result.data)
  return result
}

function checkMeaning(rubric: Rubric, conditions: FoundConditions, faults: RubricFaults, complete: boolean): void {
  const form = formOf(rubric)
  for (const parts of [rubric.businessTypes, rubric.families, rubric.tags, rubric.actions])
    faults.requireDistinct(parts ?? [])
  checkDates(rubric, faults)
  checkConditions(rubric, form, conditions, faults)
  checkItems(rubric, form, faults)
  checkRules(rubric, form, faults)
  checkWeights(
    rubric,
    form,
    faults,
    complete && faults.drafts.every(({ code }) => code !== 'document/date' && code !== 'document/period-order'),
  )
}
