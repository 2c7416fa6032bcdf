import type { Duration, ElapsedHours, ElapsedMinutes } from '../../calendar/calendar.js'
import type { Condition, FactDefinition } from '../../conditions/condition.js'
import type { Text } from '../../issues/text.js'

/**
 * Policy of alerts: rules that raise them, their levels, and the duties of each level. One JSON document of the format
 * `callgrade/alert-policy@1`.
 */
export interface AlertPolicy {
  readonly $schema?: string
  readonly format: 'callgrade/alert-policy@1'
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly note?: Text
  /** IANA zone of the days that windows and months are made of; UTC where absent. */
  readonly timeZone?: string
  /** Recipients of duties, reminders and escalations. */
  readonly roles?: readonly Declared[]
  /** Actions that alerts and streaks may lead to. */
  readonly actions?: readonly Declared[]
  /** Kinds of finding from outside, in addition to veto, critical-error, item, fault and band. */
  readonly kinds?: readonly Declared[]
  /** Facts of findings that conditions and groups use. */
  readonly facts?: Readonly<Record<string, FactDefinition>>
  /** Part of a score that is a finding. */
  readonly fromScores?: readonly FromScores[]
  /** Expected false alerts of a level in one review, by level; every level of a step with a rate needs it. */
  readonly falseAlerts?: Readonly<Record<string, number>>
  /** Gravest first. */
  readonly levels: readonly AlertLevel[]
  readonly rules: readonly AlertRule[]
  readonly closure?: ClosureTarget
  readonly review?: ReviewTerms
}

/** Something declared by id so that other parts can name it. */
export interface Declared {
  readonly id: string
  readonly title?: Text
  readonly note?: Text
}

/** Part of a score that is a finding. */
export type FromScores =
  /** Every veto that fired. */
  | { readonly kind: 'veto'; readonly note?: Text }
  /** Every family in which a critical error occurred. */
  | { readonly kind: 'critical-error'; readonly note?: Text }
  /** Every occurrence of a fault of a deduction item. */
  | { readonly kind: 'fault'; readonly note?: Text }
  /** Every item at or under a percent, 0 to 100. */
  | { readonly kind: 'item'; readonly atMostPercent: number; readonly note?: Text }
  /** Scores in one of these bands. */
  | { readonly kind: 'band'; readonly bands: readonly string[]; readonly note?: Text }

/** Level of gravity of an alert, and the duties that it brings. */
export interface AlertLevel {
  readonly id: string
  readonly title?: Text
  readonly duties?: readonly DutyRule[]
  readonly note?: Text
}

/** Something that is owed when an alert is raised to a level. */
export interface DutyRule {
  readonly id: string
  readonly title?: Text
  /** Kind of the event that fulfils it. */
  readonly doneBy: string
  /** Counted from when the alert reached the level. */
  readonly within: Duration
  /** Roles, at least one. */
  readonly assignTo: readonly string[]
  /** Whom a notice goes to, and when, if the duty is not done. */
  readonly escalate?: readonly Escalation[]
  /** Reminders to the assigned roles, if it is not done by then. */
  readonly remind?: readonly Reminder[]
  readonly note?: Text
}

/** Notice to a role that a duty is overdue. */
export interface Escalation {
  /** Counted from the deadline; 0 minutes: at the deadline itself. */
  readonly afterDue: Duration
  /** A role. */
  readonly to: string
  readonly note?: Text
}

/** Reminder of a duty before its deadline. */
export interface Reminder {
  readonly beforeDue: ElapsedMinutes | ElapsedHours
  readonly note?: Text
}

/** Rule that raises an alert: kinds of finding, their groups, and the steps to each level. */
export interface AlertRule {
  readonly id: string
  readonly title?: Text
  /** Kinds of finding, built in or declared. */
  readonly kinds: readonly string[]
  /** Sees the declared facts, and of the finding kind, purpose, businessType, item, percent, agentId, teamId, tags. */
  readonly where?: Condition
  /** `call`, `agent`, `team`, `item`, `tag`, `businessType` or a fact; each combination has an alert of its own. */
  readonly groupBy: readonly string[]
  readonly steps: readonly AlertStep[]
  /** Roles notified at once when an alert of the rule is raised or lifted. */
  readonly notify?: readonly string[]
  readonly actions?: readonly string[]
  readonly note?: Text
}

/** Demands on a group to reach a level; all that are given have to hold. */
export interface AlertStep {
  readonly level: string
  /** Window of findings that count together; all of the group where absent. */
  readonly window?: StepWindow
  /** Findings, of any purpose. */
  readonly count?: { readonly atLeast: number; readonly note?: Text }
  /** Different agents among them. */
  readonly agents?: { readonly atLeast: number; readonly note?: Text }
  /** Different calls among them. */
  readonly calls?: { readonly atLeast: number; readonly note?: Text }
  /** The share found in the measured sample is more than chance explains. */
  readonly rate?: StepRate
  readonly note?: Text
}

/**
 * Window of a step. `days`: local dates ending with the tested finding's; `hours`: elapsed, without the instant that
 * long ago.
 */
export type StepWindow =
  | { readonly days: number; readonly note?: Text }
  | { readonly hours: number; readonly note?: Text }

/** Comparison of a share with a reference. */
export interface StepRate {
  readonly above: RateReference
  /** Labels that calls differ by, such as `businessType`; only with a history. */
  readonly adjustFor?: readonly string[]
  readonly note?: Text
}

/** A stated percentage, or what the others showed in the days before the window. */
export type RateReference =
  | { readonly percent: number; readonly note?: Text }
  | { readonly history: { readonly days: number; readonly note?: Text }; readonly note?: Text }

/** Share of alerts that has to be closed in a month, and the actions that follow. */
export interface ClosureTarget {
  /** Kind of the event with which an alert counts as closed, such as `verified`. */
  readonly doneAt: string
  /** @defaultValue at-least */
  readonly comparison?: 'over' | 'at-least'
  readonly targetPercent: number
  /** Months running that lead to `onStreak`. */
  readonly months: number
  readonly onStreak?: readonly string[]
  readonly onMiss?: readonly string[]
  readonly note?: Text
}

/** Terms of the review of single scores. */
export interface ReviewTerms {
  readonly appeal?: { readonly within: Duration; readonly note?: Text }
  readonly feedback?: { readonly within: Duration; readonly note?: Text }
  readonly note?: Text
}
