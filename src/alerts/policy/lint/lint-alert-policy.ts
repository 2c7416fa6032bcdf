import type { DocumentInput } from '../../../documents/reading/plain-copy.js'
import { readDocument } from '../../../documents/reading/read-document.js'
import type { Issue } from '../../../issues/issue.js'
import type { AlertPolicy } from '../alert-policy.js'
import { parseAlertPolicy } from '../parse-alert-policy.js'
import { lintLanguages } from './lint-languages.js'
import { lintSteps } from './lint-steps.js'
import { lintTerms } from './lint-terms.js'
import { lintUnused } from './lint-unused.js'

/**
 * Warns about what is legal in an alert policy and probably not meant: steps that never hold, levels, names and settings
 * that nothing uses, terms that grow with gravity, texts that lack one of the two languages.
 * @param input - as for `parseAlertPolicy`; given as text, every warning has its line and column
 * @returns warnings, in the order of the file where it is a text
 * @throws CallgradeError as `parseAlertPolicy` does, where the policy is faulty
 * @example
 * lintAlertPolicy('{"format": "callgrade/alert-policy@1", "id": "mini", "version": "1", "title": "Mini", "roles": [{"id": "coach"}], "fromScores": [{"kind": "veto"}], "levels": [{"id": "red"}], "rules": [{"id": "veto", "kinds": ["veto"], "groupBy": ["call"], "steps": [{"level": "red", "count": {"atLeast": 1}}]}]}')[0]?.code
 * //=> 'alerts/unused'
 */
export function lintAlertPolicy(input: DocumentInput<AlertPolicy>): readonly Issue[] {
  const policy = parseAlertPolicy(input)
  const document = readDocument(input)
  return [...lintSteps(policy), ...lintUnused(policy), ...lintTerms(policy), ...lintLanguages(policy)]
    .map((draft) => document.issue({ ...draft, severity: 'warning' }))
    .sort((a, b) => (a.position?.offset ?? 0) - (b.position?.offset ?? 0))
}
