import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import { readDocument } from '../../documents/reading/read-document.js'
import { instantOf } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment, Result } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { failureOf } from '../../issues/throw-issues.js'
import type { AlertReview } from '../alert.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { faultsOfEvents, faultsOfExposures, faultsOfFindings } from './check-records.js'

const FORMAT = 'callgrade/alert-state@1'

/**
 * Reads the result of an earlier run from its JSON text, as `classifyAlerts` takes it for `previous`.
 * @param text - as written from a result of `classifyAlerts`
 * @param policy - whose alerts they are; another version of it is fine
 * @returns the result, or what is wrong: `document/...` for a text that is broken or was not written whole,
 * `alerts/state-policy` for the state of another policy
 * @example
 * safeParseAlertState('{"format": "callgrade/alert-st', policy).issues?.[0].code //=> 'document/unbalanced'
 */
export function safeParseAlertState(text: string, policy: AlertPolicy): Result<AlertReview> {
  const read = parsed(text)
  if (!read.success) return read
  const issues = faultsOf(read.data, policy).slice(0, MAXIMUM_ISSUES)
  // Checked: all that a run reads of a state has its type.
  return failureOf(issues) ?? { success: true, data: read.data as AlertReview }
}

function parsed(text: string): Result<unknown> {
  try {
    return { success: true, data: JSON.parse(text) }
  } catch {
    const draft: IssueDraft = { code: 'document/syntax', path: [], expected: 'JSON' }
    const issues = readDocument(text).issues
    return failureOf(issues) ?? { success: false, issues: [issueOf(draft, undefined)] }
  }
}

function faultsOf(state: unknown, policy: AlertPolicy): readonly Issue[] {
  if (typeof state !== 'object' || state === null || Array.isArray(state))
    return [issueOf({ code: 'document/type', path: [], expected: 'object', received: excerptOf(state) }, undefined)]
  const members = state as Readonly<Record<string, unknown>>
  if (members.format !== FORMAT)
    return [
      issueOf(
        {
          code: 'document/wrong-format',
          path: ['format'],
          expected: JSON.stringify(FORMAT),
          received: excerptOf(members.format),
        },
        undefined,
      ),
    ]
  if (members.policy !== policy.id)
    return [
      issueOf(
        {
          code: 'alerts/state-policy',
          path: ['policy'],
          expected: JSON.stringify(policy.id),
          received: excerptOf(members.policy),
        },
        undefined,
      ),
    ]
  const drafts: IssueDraft[] = []
  requireText(members, 'policyVersion', [], drafts)
  requireInstant(members, 'asOf', [], drafts)
  if (members.testedFrom !== undefined) requireInstant(members, 'testedFrom', [], drafts)
  const lists = ['alerts', 'findings', 'exposures', 'events'] as const
  for (const key of lists) requireList(members, key, [], drafts)
  if (drafts.length > 0) return drafts.map((draft) => issueOf(draft, undefined))
  const [alerts, findings, exposures, events] = lists.map((key) => members[key] as readonly unknown[])
  for (const [index, alert] of (alerts ?? []).entries()) checkAlert(alert, ['alerts', index], drafts)
  return [
    ...drafts.map((draft) => issueOf(draft, undefined)),
    // Facts may have been declared otherwise in the version that the findings were judged by; no fact is no fault here.
    ...faultsOfFindings(findings ?? [], policy).filter(({ code }) => code.startsWith('document/')),
    ...faultsOfExposures(exposures ?? [], policy).filter(({ code }) => code.startsWith('document/')),
    ...faultsOfEvents(events ?? []),
  ]
}

function checkAlert(alert: unknown, path: readonly PathSegment[], drafts: IssueDraft[]): void {
  if (typeof alert !== 'object' || alert === null || Array.isArray(alert)) {
    drafts.push({ code: 'document/type', path, expected: 'object', received: excerptOf(alert) })
    return
  }
  const members = alert as Readonly<Record<string, unknown>>
  for (const key of ['fingerprint', 'policyVersion', 'rule', 'level', 'state']) requireText(members, key, path, drafts)
  for (const key of ['levelSince', 'raisedAt']) requireInstant(members, key, path, drafts)
  for (const key of ['duties', 'notices', 'notify', 'actions', 'history']) requireList(members, key, path, drafts)
  for (const key of ['group', 'labels', 'evidence'])
    if (typeof members[key] !== 'object' || members[key] === null)
      drafts.push({
        code: 'document/type',
        path: [...path, key],
        expected: 'object',
        received: excerptOf(members[key]),
      })
  if (!Number.isSafeInteger(members.episode))
    drafts.push({
      code: 'document/type',
      path: [...path, 'episode'],
      expected: 'integer',
      received: excerptOf(members.episode),
    })
}

type Members = Readonly<Record<string, unknown>>

function requireText(members: Members, key: string, path: readonly PathSegment[], drafts: IssueDraft[]): void {
  if (typeof members[key] !== 'string')
    drafts.push({ code: 'document/type', path: [...path, key], expected: 'string', received: excerptOf(members[key]) })
}

function requireInstant(members: Members, key: string, path: readonly PathSegment[], drafts: IssueDraft[]): void {
  const value = members[key]
  if (typeof value !== 'string' || Number.isNaN(instantOf(value)))
    drafts.push({ code: 'document/instant', path: [...path, key], received: excerptOf(value) })
}

function requireList(members: Members, key: string, path: readonly PathSegment[], drafts: IssueDraft[]): void {
  if (!Array.isArray(members[key]))
    drafts.push({ code: 'document/type', path: [...path, key], expected: 'list', received: excerptOf(members[key]) })
}
