import type { Calendar } from '../../calendar/calendar.js'
import { compareUtf8 } from '../../documents/compare-utf8.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { checkedInstant } from '../../documents/time/checked-instant.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Alert, AlertEvent, AlertReview } from '../alert.js'
import type { Exposure, Finding } from '../finding.js'
import { alertAsOf } from '../follow-up/alert-as-of.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { compilePolicy } from '../policy/compile-policy.js'
import { eventChecker } from '../records/event-checker.js'
import { exposureChecker } from '../records/exposure-checker.js'
import { exposureLives } from '../records/exposure-lives.js'
import { findingChecker } from '../records/finding-checker.js'
import { findingLives } from '../records/finding-lives.js'
import { joinEvents } from '../records/join-events.js'
import { joinExposures } from '../records/join-exposures.js'
import { replayTimeline } from './replay-timeline.js'
import { timelineOf } from './timeline.js'

/** Records to classify. */
export interface AlertInput {
  readonly findings?: readonly Finding[]
  readonly exposures?: readonly Exposure[]
  readonly events?: readonly AlertEvent[]
  /**
   * The result of an earlier run, whose findings, exposures and events count as well; or its alerts alone, where
   * everything that led to them is given again.
   */
  readonly previous?: AlertReview | readonly Alert[]
}

/** Options of `classifyAlerts`. */
export interface ClassifyOptions {
  /** RFC 3339. Records known only later do not count. */
  readonly asOf: string
  /** Calendars of the deadlines in working time; contiguous ones join. */
  readonly calendars?: readonly Calendar[]
}

/**
 * Raises, lifts and ends alerts by a policy, as of an instant.
 * A step is tested when a finding of its group is found. The alerts are therefore the same for every number of
 * runs, every order and split of the records, and every number of deliveries. Alerts of an earlier run that cannot be
 * raised again, since their findings are gone or the policy has changed, stay as they were; their events still apply.
 * Under a policy of another version, findings up to the earlier run's `asOf` count but raise nothing.
 * Rates: see `shareFalseAlerts` in the guide; a level's false alerts in one review are at most its `falseAlerts`.
 * @param input - findings, exposures, events, and the result of the run before
 * @param policy - as `parseAlertPolicy` returns it, or what it reads
 * @param options - `asOf`, and calendars for terms in working time
 * @returns alerts with what is owed at `asOf`, what could not be placed or tested, and all that the next run needs
 * @throws CallgradeError `document/...` and `alerts/...` with the place of every fault of records and policy,
 * `alerts/differing-delivery` where two different records have one id, `calendar/...` where calendars do not join
 * @example
 * classifyAlerts({ findings }, policy, { asOf: '2026-10-09T09:00:00+08:00', calendars: [cn2026] }).alerts[0]?.level //=> 'red'
 */
export function classifyAlerts(
  input: AlertInput,
  policy: DocumentInput<AlertPolicy>,
  options: ClassifyOptions,
): AlertReview {
  const { findings = [], exposures = [], events = [], previous } = input
  const { asOf, calendars = [] } = options
  const now = checkedInstant(asOf, ['asOf'])
  const compiled = compilePolicy(policy)
  throwIssues([
    ...findingChecker(compiled.policy).issuesOf(findings, ['findings']),
    ...exposureChecker(compiled.policy).issuesOf(exposures, ['exposures']),
    ...eventChecker().issuesOf(events, ['events']),
  ])
  const before = memoryOf(previous)
  const knownExposures = joinExposures(before.exposures, exposures)
  const { lives, deliveries } = findingLives(
    before.findings.length === 0 ? findings : [...before.findings, ...findings],
    knownExposures,
  )
  const knownEvents = joinEvents(before.events, events)

  // Another version of the policy judged what was found up to the earlier run.
  const testedFrom =
    before.review?.policyVersion === compiled.policy.version ? before.review.testedFrom : before.review?.asOf
  const timeline = timelineOf(lives, exposureLives(knownExposures), knownEvents, now)
  const replayed = replayTimeline(timeline, { alerts: before.alerts, testedFrom }, compiled, calendars, now)
  return {
    format: 'callgrade/alert-state@1',
    policy: compiled.policy.id,
    policyVersion: compiled.policy.version,
    asOf,
    ...(testedFrom !== undefined && { testedFrom }),
    alerts: replayed.alerts.map((alert) => alertAsOf(alert, compiled.policy, { asOf, calendars })),
    unplaced: [...replayed.unplaced].sort((a, b) => compareUtf8(a.finding, b.finding) || compareUtf8(a.rule, b.rule)),
    notTestable: replayed.notTestable,
    refused: replayed.refused,
    findings: deliveries,
    exposures: knownExposures,
    events: knownEvents,
  }
}

interface Memory extends Pick<AlertReview, 'alerts' | 'findings' | 'exposures' | 'events'> {
  readonly review?: AlertReview
}

function memoryOf(previous: AlertInput['previous']): Memory {
  if (previous === undefined || isList(previous))
    return { alerts: previous ?? [], findings: [], exposures: [], events: [] }
  return { ...previous, review: previous }
}

function isList(previous: AlertReview | readonly Alert[]): previous is readonly Alert[] {
  return Array.isArray(previous)
}
