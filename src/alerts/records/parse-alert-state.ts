import { once } from '../../documents/once.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { readDocument } from '../../documents/reading/read-document.js'
import { type RecordFields, type RecordOf, recordChecker } from '../../documents/record-checker.js'
import { instantField, listField, optionalField, textField } from '../../documents/record-fields.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, Result } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { failureOf } from '../../issues/throw-issues.js'
import type { AlertReview } from '../alert.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { alertChecker } from './alert-checker.js'
import { eventChecker } from './event-checker.js'
import { exposureChecker } from './exposure-checker.js'
import { findingChecker } from './finding-checker.js'

const FORMAT = 'callgrade/alert-state@1'

/**
 * Reads the result of an earlier run, as `classifyAlerts` takes it for `previous`.
 * @param input - JSON text as written from a result of `classifyAlerts`, or the result itself
 * @param policy - the policy of these alerts; another version of it is fine
 * @returns the result, not copied
 * @throws CallgradeError `document/...` for a text that is broken or was not written whole, `alerts/state-policy` for
 * the state of another policy
 * @example
 * parseAlertState(JSON.stringify(review), policy).asOf //=> '2026-10-09T09:00:00+08:00'
 */
export function parseAlertState(input: string | AlertReview, policy: AlertPolicy): AlertReview {
  const result = safeParseAlertState(input, policy)
  if (!result.success) throw new CallgradeError(result.issues)
  return result.data
}

/**
 * Parses like `parseAlertState`, with the issues in the result instead of thrown.
 * @example
 * safeParseAlertState('{"format": "callgrade/alert-st', policy).issues?.[0].code //=> 'document/unbalanced'
 */
export function safeParseAlertState(input: unknown, policy: AlertPolicy): Result<AlertReview> {
  const read = typeof input === 'string' ? readState(input) : ({ success: true, data: input } as const)
  if (!read.success) return read
  const issues = faultsOf(read.data, policy).slice(0, MAXIMUM_ISSUES)
  return failureOf(issues) ?? { success: true, data: read.data as AlertReview } // every field that a run reads is checked
}

/** Reads the text with the runtime's own parser, since a state may hold millions of records; a faulty text is read again for its faults. */
function readState(text: string): Result<unknown> {
  try {
    return { success: true, data: JSON.parse(text) }
  } catch {
    const syntax = issueOf({ code: 'document/syntax', path: [], expected: 'JSON' })
    return failureOf(readDocument(text).issues) ?? { success: false, issues: [syntax] }
  }
}

const STATE_FIELDS = /* @__PURE__ */ once(
  () =>
    ({
      policyVersion: textField(),
      asOf: instantField(),
      testedFrom: optionalField(instantField()),
      alerts: listField(),
      findings: listField(),
      exposures: listField(),
      events: listField(),
    }) satisfies RecordFields,
)

function faultsOf(state: unknown, policy: AlertPolicy): readonly Issue[] {
  const members = typeof state === 'object' && state !== null && !Array.isArray(state) ? state : undefined
  if (members) {
    const { format, policy: id } = members as Readonly<Record<string, unknown>> // read as far as checked here
    if (format !== FORMAT) return [differs('document/wrong-format', 'format', FORMAT, format)]
    if (id !== policy.id) return [differs('alerts/state-policy', 'policy', policy.id, id)]
  }
  const drafts = recordChecker(STATE_FIELDS(), { unknownKeys: 'ignored' }).faultsOf(state)
  if (drafts.length > 0) return drafts.map((draft) => issueOf(draft, undefined))
  // Checked: no faults.
  const { alerts, findings, exposures, events } = state as RecordOf<ReturnType<typeof STATE_FIELDS>>
  // The version of the policy that the records were judged by may have declared other kinds and facts.
  const isOfForm = ({ code }: Issue): boolean => code.startsWith('document/')
  return [
    ...alertChecker().issuesOf(alerts, ['alerts']),
    ...findingChecker(policy).issuesOf(findings, ['findings']).filter(isOfForm),
    ...exposureChecker(policy).issuesOf(exposures, ['exposures']).filter(isOfForm),
    ...eventChecker().issuesOf(events, ['events']),
  ]
}

function differs(
  code: 'document/wrong-format' | 'alerts/state-policy',
  key: string,
  expected: string,
  received: unknown,
): Issue {
  return issueOf({ code, path: [key], expected: JSON.stringify(expected), received: excerptOf(received) }, undefined)
}
