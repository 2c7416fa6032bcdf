import type { ConditionCompiler } from '../../conditions/compiled-node.js'
import type { ItemNode } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { itemReaderOf } from '../../rubric/items/aspects/item-reader-of.js'
import { recordReaderOf } from '../../rubric/items/aspects/record-reader-of.js'
import { selfAnswerOf } from '../../rubric/items/aspects/self-answer-of.js'
import type { ItemReader, RecordReader } from '../../rubric/items/ratings/reading.js'
import type { ConditionInput } from '../run/condition-input.js'
import { type Applicability, applicabilityOf } from './applicability.js'
import { type CompiledNode, compileNode } from './compiled-node.js'

/** An item, compiled for reading. */
export type CompiledItem = CompiledScoredItem | CompiledRecordedItem

/** An item whose ratings earn points. */
export interface CompiledScoredItem extends CompiledNode<ItemNode> {
  readonly isScored: true
  readonly reader: ItemReader
  /** The fact that its number is taken from. */
  readonly fact: string | undefined
  readonly rateWhen: readonly { readonly level: number; readonly condition: Applicability }[]
}

/** An item whose ratings are only recorded. */
export interface CompiledRecordedItem extends CompiledNode<ItemNode> {
  readonly isScored: false
  readonly reader: RecordReader
}

/** Compiles an item for reading. */
export function compileItem(node: ItemNode, rubric: Rubric, compiler: ConditionCompiler<ConditionInput>): CompiledItem {
  const { source } = node
  const common = compileNode(node, compiler)
  if (!isScored(source)) return { ...common, isScored: false, reader: recordReaderOf(source) }
  const { fact, rules } = selfAnswerOf(source)
  return {
    ...common,
    isScored: true,
    reader: itemReaderOf(source, rubric),
    fact,
    rateWhen: rules.map(({ level, when }) => ({ level, condition: applicabilityOf(when, compiler) })),
  }
}
