export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export type { EvaluationInput, ScoreAllOptions } from './bulk/bulk-scorer.js'
export { scoreAll } from './bulk/score-all.js'
export { compileRubric, type RubricLike } from './compile-rubric.js'
export type {
  Evaluation,
  EvaluationPeriod,
  FaultEntry,
  Mark,
  Purpose,
  Rating,
  RatingEntry,
  Subject,
} from './evaluation/evaluation.js'
export { evaluationJsonSchema } from './evaluation/evaluation-schema.js'
export { evaluationStandardSchema } from './evaluation/evaluation-standard-schema.js'
export type {
  ExplainedEffect,
  ExplainedFault,
  ExplainedNode,
  ExplainedRule,
  ExplainedScore,
  Explanation,
  WeightsExplanation,
  Why,
} from './explanation/explanation.js'
export { type ExplanationMarkdownOptions, explanationMarkdown } from './explanation/explanation-markdown.js'
export { explanationText } from './explanation/explanation-text.js'
export { isFailedScore } from './is-failed-score.js'
export type { BandId, IdsIn, ScoredItemId, SectionId } from './rubric-ids.js'
export type {
  CriticalErrorState,
  FailedScore,
  NotScored,
  Score,
  ScoreBase,
  Scored,
  ScoreOutcome,
  SelfRating,
} from './score.js'
export type { Scorer } from './scorer.js'
export { figuresOf, type GroupFigures, meanOf } from './summary/figures-of.js'
export { mergeSummaries } from './summary/merge-summaries.js'
export { summarise } from './summary/summarise.js'
export type {
  Counts,
  FaultSummary,
  GroupSummary,
  Moments,
  NodeSummary,
  Summary,
  SummaryGrouping,
  SummaryKey,
} from './summary/summary.js'
export { type SummaryBuilder, summaryBuilder } from './summary/summary-builder.js'
