export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export { compileRubric } from './compile-rubric.js'
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
export type { CriticalErrorState, FailedScore, Score, ScoreOutcome, SelfRating } from './score.js'
export type { EvaluationInput, ScoreAllOptions } from './score-all.js'
export { isFailedScore, scoreAll } from './score-all.js'
export type { Scorer } from './scorer.js'
export type {
  Counts,
  FaultSummary,
  GroupFigures,
  GroupSummary,
  Moments,
  NodeSummary,
  Summary,
  SummaryBuilder,
  SummaryGrouping,
  SummaryKey,
} from './summary/summarise.js'
export { figuresOf, meanOf, mergeSummaries, summarise, summaryBuilder } from './summary/summarise.js'
