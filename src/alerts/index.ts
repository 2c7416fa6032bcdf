export type { Calendar } from '../calendar/calendar.js'
export type { DocumentInput } from '../documents/reading/plain-copy.js'
export type { JsonSchema } from '../documents/schema/json-schema.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export type { CivilDate, DaySpan } from '../documents/time/civil-date.js'
export type { Result } from '../issues/issue.js'
export type {
  FieldDefinition,
  FieldRole,
  FieldType,
  SamplingDesign,
  SlotDimension,
  StratumDimension,
} from '../sampling/design/sampling-design.js'
export type {
  EstimationNote,
  NotEstimable,
  NotEstimableReason,
  SingleCallPolicy,
} from '../sampling/estimation/estimate-result.js'
export type { FoundInStratum } from '../sampling/estimation/rates/estimate-rate-from-counts.js'
export type { ScoreOutcome } from '../scoring/score.js'
export type { EstimateWithLimits } from '../statistics/intervals/difference-of-intervals.js'
export type { Interval } from '../statistics/intervals/interval.js'
export type {
  Alert,
  AlertEvent,
  AlertReview,
  AlertStateName,
  Duty,
  DutyStatus,
  Evidence,
  EvidenceWindow,
  Notice,
  RefusedEvent,
  UnplacedFinding,
  UntestableGroup,
} from './alert.js'
export { type AlertInput, type ClassifyOptions, classifyAlerts } from './classify/classify-alerts.js'
export type { Exposure, Finding } from './finding.js'
export { countFindings } from './findings/count-findings.js'
export { type FindingsOptions, findingsFromScores, type ScoredFindings } from './findings/findings-from-scores.js'
export { type MostMissed, mostMissed } from './findings/most-missed.js'
export { type AsOf, alertAsOf } from './follow-up/alert-as-of.js'
export { applyEvent } from './follow-up/apply-event.js'
export type { ClosureMonth } from './follow-up/closure/closure-month.js'
export {
  type ClosureGroup,
  type ClosureGrouping,
  type ClosureOptions,
  type ClosureReport,
  closureReport,
} from './follow-up/closure/closure-report.js'
export { type DueDuty, type DueOptions, dueDuties } from './follow-up/due-duties.js'
export { type Task, taskList } from './follow-up/task-list.js'
export type {
  AlertLevel,
  AlertPolicy,
  AlertRule,
  AlertStep,
  ClosureTarget,
  Declared,
  DutyRule,
  Escalation,
  FromScores,
  RateReference,
  Reminder,
  ReviewTerms,
  StepRate,
  StepWindow,
} from './policy/alert-policy.js'
export { alertPolicyJsonSchema } from './policy/alert-policy-json-schema.js'
export { alertPolicyStandardSchema } from './policy/alert-policy-standard-schema.js'
export { lintAlertPolicy } from './policy/lint/lint-alert-policy.js'
export { parseAlertPolicy, safeParseAlertPolicy } from './policy/parse-alert-policy.js'
export { shareFalseAlerts, type TestableGroups } from './rates/share-false-alerts.js'
export { parseAlertState, safeParseAlertState } from './records/parse-alert-state.js'
export type { RefusalReason, RefusedSample, SampleChoice } from './remedy/choose-samples.js'
export type { DatedSample } from './remedy/dated-sample.js'
export type {
  CountedShare,
  EffectMeasure,
  EstimatedMeanMeasure,
  EstimatedShareMeasure,
  FigureWithInterval,
  StratifiedShare,
} from './remedy/effect-measure.js'
export {
  type AlertEffect,
  type AlertEffectOptions,
  type ChosenBefore,
  effectOfAlert,
} from './remedy/effect-of-alert.js'
export type { NeededCalls } from './remedy/needed-calls.js'
export { type RemedyDesignInput, remedyDesign } from './remedy/remedy-design.js'
export {
  type EffectAnswer,
  type EffectReason,
  type EffectTerms,
  type RemedyComparison,
  type RemedyEffect,
  remedyEffect,
} from './remedy/remedy-effect.js'
