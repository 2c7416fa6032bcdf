export type { Calendar } from '../calendar/calendar.js'
export type { CivilDate, DaySpan } from '../documents/dates.js'
export type { JsonSchema } from '../documents/json-schema.js'
export type { DocumentInput } from '../documents/plain-value.js'
export type { Result } from '../issues/issue.js'
export type { FoundInStratum } from '../sampling/estimate-rate.js'
export type {
  EstimationNote,
  NotEstimable,
  NotEstimableReason,
  SingleCallPolicy,
} from '../sampling/estimation-result.js'
export type {
  FieldDefinition,
  FieldRole,
  FieldType,
  SamplingDesign,
  SlotDimension,
  StratumDimension,
} from '../sampling/sampling-design.js'
export type { ScoreOutcome } from '../scoring/score.js'
export type { EstimateWithLimits } from '../statistics/difference-of-intervals.js'
export type { Interval } from '../statistics/interval.js'
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
export { type AsOf, alertAsOf } from './alert-as-of.js'
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
} from './alert-policy.js'
export { applyEvent } from './apply-event.js'
export { type AlertInput, type ClassifyOptions, classifyAlerts } from './classify-alerts.js'
export {
  type ClosureGroup,
  type ClosureGrouping,
  type ClosureMonth,
  type ClosureOptions,
  type ClosureReport,
  closureReport,
} from './closure-report.js'
export { type DueDuty, type DueOptions, dueDuties, type Task, taskList } from './due-duties.js'
export type {
  CountedShare,
  EffectMeasure,
  EstimatedMeanMeasure,
  EstimatedShareMeasure,
  FigureWithInterval,
  StratifiedShare,
} from './effect-measure.js'
export type { NeededCalls } from './effect-needed.js'
export { type AlertEffect, type AlertEffectOptions, type ChosenBefore, effectOfAlert } from './effect-of-alert.js'
export type { DatedSample, RefusalReason, RefusedSample, SampleChoice } from './effect-samples.js'
export type { Exposure, Finding } from './finding.js'
export { type FindingsOptions, findingsFromScores, type ScoredFindings } from './findings-from-scores.js'
export { alertPolicyJsonSchema } from './json-schema.js'
export { lintAlertPolicy } from './lint-alert-policy.js'
export { countFindings, type MostMissed, mostMissed } from './most-missed.js'
export { parseAlertPolicy, safeParseAlertPolicy } from './parse-alert-policy.js'
export { safeParseAlertState } from './parse-alert-state.js'
export { type RemedyDesignInput, remedyDesign } from './remedy-design.js'
export {
  type EffectAnswer,
  type EffectReason,
  type EffectTerms,
  type RemedyComparison,
  type RemedyEffect,
  remedyEffect,
} from './remedy-effect.js'
export { shareFalseAlerts, type TestableGroups } from './testable-groups.js'
