import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { nearestName } from '../../issues/nearest-name.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { AlertEvent } from '../alert.js'

/** Returns the issue of an event whose alert or episode does not exist. */
export function noSuchAlert(event: AlertEvent, fingerprints: readonly string[]): Issue {
  const isKnown = fingerprints.includes(event.fingerprint)
  const suggestion = isKnown ? undefined : nearestName(event.fingerprint, fingerprints)
  return eventIssue(event, {
    code: 'alerts/event-no-alert',
    path: [isKnown ? 'episode' : 'fingerprint'],
    received: excerptOf(isKnown ? event.episode : event.fingerprint),
    ...(suggestion !== undefined && { suggestion }),
  })
}

/** Returns the error of an event of an unknown kind, with the kind that was probably meant. */
export function unknownKind(event: AlertEvent, kinds: readonly string[]): CallgradeError {
  return refusal(
    event,
    unknownName({ code: 'alerts/event-unknown-kind', path: ['kind'], name: event.kind, known: kinds }),
  )
}

/** Returns the error of an impossible event. */
export function refusal(event: AlertEvent, draft: IssueDraft): CallgradeError {
  return new CallgradeError([eventIssue(event, draft)])
}

function eventIssue(event: AlertEvent, draft: IssueDraft): Issue {
  return { ...issueOf(draft), details: { event: event.id, ...draft.details } }
}
