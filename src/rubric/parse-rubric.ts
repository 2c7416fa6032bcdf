import { checkShape } from '../documents/check-shape.js'
import { excerptOf } from '../documents/issue-draft.js'
import { MAXIMUM_ISSUES } from '../documents/limits.js'
import type { DocumentInput } from '../documents/plain-value.js'
import { readDocument } from '../documents/read-document.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { Issue, Result } from '../issues/issue.js'
import { failureOf } from '../issues/throw-issues.js'
import { checkConditions, type FoundConditions, findConditions } from './checks/check-conditions.js'
import { checkDates } from './checks/check-dates.js'
import { checkItems } from './checks/check-items.js'
import { checkRules } from './checks/check-rules.js'
import { checkWeights } from './checks/check-weights.js'
import { RubricFaults } from './checks/rubric-faults.js'
import { formOf } from './form.js'
import type { Rubric } from './rubric.js'
import { rubricSchema } from './rubric-schema.js'

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
  const document = readDocument(input)
  let conditions: FoundConditions = { parts: [], uses: [], named: new Map() }
  const shaped = checkShape(document, rubricSchema(), (value) => {
    conditions = findConditions(value)
    return conditions.parts
  })
  const issues: Issue[] = [...document.issues, ...shaped.issues]
  if (shaped.data) {
    const faults = new RubricFaults(shaped.pathOf, shaped.leftOut)
    checkMeaning(shaped.data, conditions, faults, shaped.sound && document.issues.length === 0)
    issues.push(...faults.drafts.map(document.issue))
  }
  if (issues.length === 0 && !shaped.sound)
    issues.push(
      document.issue({
        code: 'document/type',
        path: [],
        expected: 'callgrade/rubric@1',
        received: excerptOf(document.value),
      }),
    )
  const failure = failureOf(inFileOrder(issues).slice(0, MAXIMUM_ISSUES))
  if (failure || !shaped.data)
    return (
      failure ?? { success: false, issues: [document.issue({ code: 'document/type', path: [], expected: 'object' })] }
    )
  const rubric = deepFreeze(shaped.data)
  parsed.add(rubric)
  return { success: true, data: rubric }
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

/** As an author reads the file; faults without a place stay in the order in which they were found. */
function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues
    .map((issue, index) => ({ issue, index }))
    .sort((a, b) => (a.issue.position?.offset ?? 0) - (b.issue.position?.offset ?? 0) || a.index - b.index)
    .map(({ issue }) => issue)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
