export type { JsonSchema } from '../documents/schema/json-schema.js'
export type { CivilDate } from '../documents/time/civil-date.js'
export { parseRubric, safeParseRubric } from './format/parse-rubric.js'
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
} from './format/rubric.js'
export { evaluationGuide } from './guide/evaluation-guide.js'
export { type LintOptions, lintRubric } from './lint/lint-rubric.js'
export { type EvaluationSchemaOptions, evaluationSchema } from './schema/evaluation-schema.js'
export { rubricJsonSchema } from './schema/rubric-json-schema.js'
export {
  type ChangedPart,
  type ChangeEffect,
  changeTitle,
  diffRubrics,
  type RubricChange,
  type RubricDiff,
} from './versions/diff-rubrics.js'
export type { NodeShare, SharesOptions } from './weights/shares-of.js'
export { sharesOf } from './weights/shares-of.js'
