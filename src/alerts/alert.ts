import type { CivilDate } from '../documents/time/civil-date.js'
import type { Issue } from '../issues/issue.js'
import type { Text } from '../issues/text.js'
import type { Exposure, Finding } from './finding.js'

/** An alert as of an instant, from the finding that raised it to its end. */
export interface Alert {
  /** `policy/rule/label=value/...`, labels sorted; `%`, `/` and `=` in them are percent-encoded. */
  readonly fingerprint: string
  /** From 1; one more each time the alert comes back after it had ended. */
  readonly episode: number
  readonly policyVersion: string
  readonly rule: string
  readonly level: string
  /** Time at which it reached the level, RFC 3339. */
  readonly levelSince: string
  readonly state: AlertStateName
  /** Labels that the rule's `groupBy` names, such as `{ agent: 'A07', item: 'greeting' }`. */
  readonly group: Readonly<Record<string, string>>
  /** Labels that all of its findings share: agent, team, businessType, item, kind and facts that are texts. */
  readonly labels: Readonly<Record<string, string>>
  /** `foundAt` of the finding that crossed the line. */
  readonly raisedAt: string
  readonly evidence: Evidence
  /** Duties of all levels that it reached, in the order in which they began. */
  readonly duties: readonly Duty[]
  /** Reminders and escalations that were owed up to now, in order of time. */
  readonly notices: readonly Notice[]
  /** Roles notified when it was raised or lifted. */
  readonly notify: readonly string[]
  readonly actions: readonly string[]
  /** Events that were applied, in order of time. */
  readonly history: readonly AlertEvent[]
  /** Time at which the remedy was reported (`remedied`); absent where it was not. */
  readonly remediedAt?: string
  /** Time at which it was closed or withdrawn. */
  readonly endedAt?: string
}

/** State of an alert. */
export type AlertStateName = 'open' | 'acknowledged' | 'closed' | 'withdrawn'

/** Findings and figures that brought an alert to its level. */
export interface Evidence {
  /** Ids of the findings that counted, in order of `occurredAt`. */
  readonly findings: readonly string[]
  /** Number of those; with a rate the number of ratings of the measured sample that were found wrong. */
  readonly count: number
  /** Absent where all findings of the group counted. */
  readonly window?: EvidenceWindow
  /** Ratings in the window; only with a rate. */
  readonly rated?: number
  /** Probability that chance alone shows as much; only with a rate. */
  readonly p?: number
  /** At or under which it fires: the level's false alerts over the groups that could fire; only with a rate. */
  readonly threshold?: number
}

/** Window of the findings: local dates, both included; or instants, without `after` itself. */
export type EvidenceWindow =
  | { readonly from: CivilDate; readonly through: CivilDate }
  | { readonly after: string; readonly through: string }

/** A duty of somebody towards an alert. */
export interface Duty {
  readonly id: string
  /** The level whose duty it is. */
  readonly level: string
  /** Kind of the event that fulfils it. */
  readonly doneBy: string
  readonly startsAt: string
  /** Absent where the calendars end before it. */
  readonly dueAt?: string
  /** Roles. */
  readonly assignTo: readonly string[]
  readonly status: DutyStatus
  readonly doneAt?: string
  /** Time at which a graver level took its place. */
  readonly cancelledAt?: string
}

/** Status of a duty. `provisional`: not done, and no deadline is known; `cancelled`: a graver level took its place. */
export type DutyStatus = 'open' | 'done' | 'done-late' | 'overdue' | 'cancelled' | 'provisional'

/** A message that was owed. */
export interface Notice {
  /** The same for the same message in every run, so that it is sent once. */
  readonly id: string
  readonly kind: 'remind' | 'escalate'
  readonly at: string
  /** A role. */
  readonly to: string
  /** The duty that it is about. */
  readonly duty: string
  readonly level: string
}

/** An action about an alert. */
export interface AlertEvent {
  readonly id: string
  readonly fingerprint: string
  readonly episode: number
  /** `acknowledged`, `verified`, `closed`, `withdrawn`, `reassigned`, or the `doneBy` of a duty. */
  readonly kind: string
  readonly at: string
  /** Person who did it. */
  readonly by: string
  /** `reassigned`: the roles that have the duties now; without it the event is kept on record alone. */
  readonly assignTo?: readonly string[]
  /** `reassigned`: the duty it is about; all that are not done where absent. */
  readonly duty?: string
  readonly note?: Text
  readonly evidence?: unknown
}

/** Result of a run, with everything that the next one needs: a document of the format `callgrade/alert-state@1`. */
export interface AlertReview {
  readonly format: 'callgrade/alert-state@1'
  /** Id of the policy. */
  readonly policy: string
  readonly policyVersion: string
  readonly asOf: string
  /**
   * Set once a run was under another version of the policy: what was found up to here was judged by that one, and raises
   * no further alert.
   */
  readonly testedFrom?: string
  /** In order of `raisedAt`, then of fingerprint. */
  readonly alerts: readonly Alert[]
  /** Findings that a rule wants and cannot place, up to `asOf`, in order of their ids. */
  readonly unplaced: readonly UnplacedFinding[]
  /** Groups that no rate could have brought to a level at `asOf`, even had every rating been wrong. */
  readonly notTestable: readonly UntestableGroup[]
  /** Events that were impossible; the others are in the alerts' history. */
  readonly refused: readonly RefusedEvent[]
  /** Findings that the run knew; they go into the next run with it. */
  readonly findings: readonly Finding[]
  readonly exposures: readonly Exposure[]
  readonly events: readonly AlertEvent[]
}

/** A finding that a rule wants and cannot place. */
export interface UnplacedFinding {
  readonly finding: string
  readonly rule: string
  /** `label`: it lacks a label that groups are made of; `unknown`: it lacks a fact that `where` asks for. */
  readonly reason: 'label' | 'unknown'
  /** The label or fact. */
  readonly missing: string
}

/** A group with too little data for a rate to say anything. */
export interface UntestableGroup {
  readonly rule: string
  readonly level: string
  readonly group: Readonly<Record<string, string>>
  /** Ratings in the window that ends at `asOf`. */
  readonly rated: number
  /**
   * `too-few`: even all wrong would not be beyond chance; `no-history`: the others have no ratings before the window;
   * `more-found-than-rated`: findings of ratings that no exposure counts.
   */
  readonly reason: 'too-few' | 'no-history' | 'more-found-than-rated'
}

/** An event that was impossible. */
export interface RefusedEvent {
  readonly event: string
  /** Reason: `alerts/...` */
  readonly issue: Issue
}
