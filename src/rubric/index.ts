export type { CivilDate } from '../documents/dates.js'
export type { JsonSchema } from '../documents/json-schema.js'
export {
  type ChangedPart,
  type ChangeEffect,
  changeTitle,
  diffRubrics,
  type RubricChange,
  type RubricDiff,
} from './diff-rubrics.js'
export { evaluationGuide } from './evaluation-guide.js'
export { type EvaluationSchemaOptions, evaluationSchema } from './evaluation-schema.js'
export { rubricJsonSchema } from './json-schema.js'
export { type LintOptions, lintRubric } from './lint-rubric.js'
export { parseRubric, safeParseRubric } from './parse-rubric.js'
export type {
  Band,
  Bonus,
  ChoiceItem,
  Criterion,
  DeductionItem,
  Effect,
  Example,
  FailEffect,
  Fault,
  Gate,
  Item,
  Level,
  Named,
  NumericItem,
  NumericRange,
  OnRating,
  Option,
  Period,
  RateWhen,
  ResultRules,
  Rounding,
  Rubric,
  Scale,
  ScaleItem,
  Section,
  TextItem,
  Veto,
  WeightAdjustment,
  WeightProfile,
  WeightRule,
  YesNoItem,
} from './rubric.js'
export type { NodeShare, SharesOptions } from './shares-of.js'
export { sharesOf } from './shares-of.js'
