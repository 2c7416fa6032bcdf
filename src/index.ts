/**
 * Quality assurance of customer conversations: one JSON file, a rubric, says how a call is judged; this library
 * scores calls by it exactly and explains every point.
 *
 * The root holds what most programs begin with. Each capability has a path of its own, such as
 * `callgrade/sampling`, that holds all of its functions.
 * @packageDocumentation
 */

// Alerts
export {
  type Alert,
  type AlertEvent,
  type AlertInput,
  type AlertPolicy,
  type AlertReview,
  applyEvent,
  type ClassifyOptions,
  classifyAlerts,
  type DueDuty,
  type DueOptions,
  dueDuties,
  type Exposure,
  type Finding,
  type FindingsOptions,
  findingsFromScores,
  parseAlertPolicy,
  type ScoredFindings,
  safeParseAlertPolicy,
} from './alerts/index.js'

// Deadlines
export { type Calendar, deadline, parseCalendar, safeParseCalendar } from './calendar/index.js'

// Raters and reviews
export {
  type AgreementOptions,
  type AgreementReport,
  agreement,
  type JudgedCalls,
  type ReviewEvent,
  type ReviewOptions,
  type ReviewPolicy,
  type ReviewState,
  reviewState,
} from './calibration/index.js'

// Facts and texts
export {
  type DocumentInput,
  type FactResolver,
  type ResolveFactsOptions,
  resolveFacts,
  textIn,
} from './conditions/index.js'

// Errors
export {
  CallgradeError,
  type Issue,
  type IssueCode,
  isCallgradeError,
  type Language,
  type MessageOptions,
  messageOf,
  type Result,
} from './issues/index.js'

// Rubrics
export {
  diffRubrics,
  type EvaluationSchemaOptions,
  evaluationSchema,
  type JsonSchema,
  type LintOptions,
  lintRubric,
  parseRubric,
  type Rubric,
  type RubricChange,
  type RubricDiff,
  safeParseRubric,
} from './rubric/index.js'

// Samples
export {
  type CallValue,
  countFrame,
  type DrawnCall,
  type DrawOptions,
  drawSample,
  type EstimateOptions,
  estimate,
  estimateValues,
  type FrameCounts,
  type FrameOptions,
  type FrameRow,
  type Manifest,
  type PlanOptions,
  parseSamplingDesign,
  planSample,
  type SamplePlan,
  type SamplingDesign,
  type ScoreReport,
  safeParseSamplingDesign,
  type ValueOptions,
  type ValueReport,
  type Verification,
  type VerifyOptions,
  verifySample,
} from './sampling/index.js'

// Scores
export {
  compileRubric,
  type Evaluation,
  type EvaluationInput,
  type ExplainedScore,
  explanationText,
  type FailedScore,
  isFailedScore,
  type Score,
  type ScoreAllOptions,
  type ScoreOutcome,
  type Scorer,
  type Summary,
  type SummaryGrouping,
  type SummaryKey,
  scoreAll,
  summarise,
} from './scoring/index.js'
