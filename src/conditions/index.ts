export type { DocumentInput, Json } from '../documents/reading/plain-copy.js'
export type { Text } from '../issues/text.js'
export { textIn } from '../issues/text.js'
export type { CompiledCondition, ExplainedCondition } from './compile-condition.js'
export { compileCondition } from './compile-condition.js'
export type { ConditionExplanation, LeafExplanation, Outcome } from './compiled-node.js'
export type {
  AllCondition,
  AnyCondition,
  Condition,
  ConditionScope,
  FactDefinition,
  FactReference,
  Facts,
  Leaf,
  LeafValue,
  NamedCondition,
  NotCondition,
} from './condition.js'
export { resolveFactPath } from './parse-fact-path.js'
export type { FactResolver, ResolveFactsOptions } from './resolve-facts.js'
export { resolveFacts } from './resolve-facts.js'
