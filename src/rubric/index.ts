export type { JsonSchema } from '../documents/schema/json-schema.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export type { CivilDate } from '../documents/time/civil-date.js'
export type { Criterion, Example } from './format/criterion.js'
export type { Named } from './format/named.js'
export { parseRubric, safeParseRubric } from './format/parse-rubric.js'
export type {
  Band,
  Bonus,
  Effect,
  FailEffect,
  Gate,
  OnRating,
  Period,
  ResultRules,
  Rounding,
  Rubric,
  Section,
  Veto,
  WeightAdjustment,
  WeightProfile,
  WeightRule,
} from './format/rubric.js'
export type { Level, Scale } from './format/scale.js'
export { type EvaluationGuideOptions, evaluationGuide } from './guide/evaluation-guide.js'
export type { ChoiceItem, Option } from './items/choice/format.js'
export type { DeductionItem, Fault } from './items/deduction/format.js'
export type { Item, RecordedItem, ScoredItem } from './items/item.js'
export type { NumericItem, NumericRange } from './items/numeric/format.js'
export type { RecordItem, RecordOption } from './items/record/format.js'
export type { RateWhen, ScaleItem } from './items/scale/format.js'
export type { TextItem } from './items/text/format.js'
export type { YesNoItem } from './items/yes-no/format.js'
export { type LintOptions, lintRubric } from './lint/lint-rubric.js'
export { type EvaluationSchemaOptions, evaluationSchema } from './schema/evaluation-schema.js'
export { rubricJsonSchema } from './schema/rubric-json-schema.js'
export { rubricStandardSchema } from './schema/rubric-standard-schema.js'
export { changeTitle } from './versions/change-title.js'
export { type DiffOptions, diffRubrics } from './versions/diff-rubrics.js'
export type { ChangedPart, ChangeEffect, RubricChange, RubricDiff } from './versions/rubric-diff.js'
export type { NodeShare, SharesOptions } from './weights/shares-of.js'
export { sharesOf } from './weights/shares-of.js'
