export type { Purpose } from '../scoring/evaluation.js'
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
export type { Exposure, Finding } from './finding.js'
