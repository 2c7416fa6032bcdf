import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { readDocument } from '../../documents/reading/read-document.js'
import { isCivilDate } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { formOf } from '../format/form.js'
import { nodePaths } from '../format/node-paths.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { lintItem } from '../items/aspects/lint-item.js'
import { attainableScores } from './attainable.js'
import { lintConditions } from './lint-conditions.js'
import { lintExamples } from './lint-examples.js'
import { lintLanguages } from './lint-languages.js'
import { lintNotApplicable } from './lint-not-applicable.js'
import { lintResults } from './lint-results.js'
import { lintUnused } from './lint-unused.js'
import { lintWeights } from './lint-weights.js'

/** Options of `lintRubric`. */
export interface LintOptions {
  /** Local date, `YYYY-MM-DD`; where given, examples whose last day is before it are reported. */
  readonly today?: string
}

/**
 * Finds what is legal in a rubric and still worth a look: bands and a pass mark that no rating reaches, what weighs
 * nothing, ranges with gaps, conditions that never change, names that nothing uses, levels without guidance, sections
 * that may vanish, weights that change nothing, texts in one language, examples past their day. What ratings can reach
 * is found exactly for every business type and stretch of time, n/a included.
 * @param input - as for `parseRubric`; given as text, every warning has its line and column
 * @returns warnings, in the order of the file where it is a text
 * @throws CallgradeError as `parseRubric` does, where the rubric is faulty; `document/date` for a `today` that is none
 * @example
 * lintRubric('{"format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini", "tags": [{"id": "tone"}], "sections": [{"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}], "result": {"passMark": 100}}')[0]?.code
 * //=> 'rubric/unused'
 */
export function lintRubric(input: DocumentInput<Rubric>, { today }: LintOptions = {}): readonly Issue[] {
  if (today !== undefined && !(DATE_PATTERN.test(today) && isCivilDate(today)))
    throw new CallgradeError([
      issueOf({ code: 'document/date', path: ['today'], received: excerptOf(today) }, undefined),
    ])
  const rubric = parseRubric(input)
  const document = readDocument(input)
  const form = formOf(rubric)
  const paths = nodePaths(form)
  const attainable = attainableScores(rubric, form)
  return [
    ...lintUnused(rubric, form),
    ...form.items.flatMap((node) => lintItem(node.source, rubric, paths.get(node) ?? [])),
    ...lintNotApplicable(form, paths),
    ...lintConditions(rubric, form, attainable),
    ...lintWeights(rubric, form, paths, attainable),
    ...lintResults(rubric, attainable),
    ...lintLanguages(rubric),
    ...(today === undefined ? [] : lintExamples(rubric, today)),
  ]
    .map((draft) => document.issue({ ...draft, severity: 'warning' }))
    .sort((a, b) => (a.position?.offset ?? 0) - (b.position?.offset ?? 0))
}
