import type { ConditionCompiler } from '../../conditions/compiled-node.js'
import type { FormNode, ItemNode, SectionNode } from '../../rubric/format/form.js'
import type { NotApplicableReason } from '../run/answers.js'
import type { ConditionInput } from '../run/condition-input.js'
import { type Applicability, applicabilityOf } from './applicability.js'
import { isFaultyFact, type ReadingStep } from './reading-step.js'

/** A section or item, compiled for reading. */
export interface CompiledNode<Node extends FormNode = SectionNode | ItemNode> {
  readonly node: Node
  readonly mayBeNotApplicable: boolean
  readonly appliesWhen: Applicability | undefined
  /** Path of its rating in an evaluation. */
  readonly path: readonly string[]
}

/** Compiles what sections and items have in common. */
export function compileNode<Node extends FormNode>(
  node: Node,
  compiler: ConditionCompiler<ConditionInput>,
): CompiledNode<Node> {
  const { appliesWhen, mayBeNotApplicable = false } = node.source
  return {
    node,
    mayBeNotApplicable,
    appliesWhen: appliesWhen && applicabilityOf(appliesWhen, compiler),
    path: ['ratings', node.id],
  }
}

/** Returns why a node does not apply, whatever its own rating says; undefined where it applies. */
export function reasonNotApplicable(
  { node, appliesWhen }: CompiledNode,
  step: ReadingStep,
): NotApplicableReason | undefined {
  const above = node.parent && step.answers.sectionReasons[node.parent.index]
  if (above !== undefined) return above === 'unknown' ? 'unknown' : 'section'
  if (!appliesWhen) return undefined
  const truth = appliesWhen.test(step)
  if (truth !== undefined) return truth ? undefined : 'condition'
  reportMissingFact(node, appliesWhen, 'appliesWhen', step)
  return 'unknown'
}

/** Reports the fact without which a condition of a node is undecided. */
export function reportMissingFact(
  { id }: FormNode,
  condition: Applicability,
  key: 'appliesWhen' | 'rateWhen',
  step: ReadingStep,
): void {
  const fact = condition.missingFact(step)
  if (!isFaultyFact(fact, step))
    step.list.report({ code: 'evaluation/fact-missing', path: ['facts', fact], details: { fact, node: id, key } })
}
