import { type ConditionCompiler, decisiveLeaves, type LeafExplanation } from '../../conditions/compiled-node.js'
import type { Condition } from '../../conditions/condition.js'
import type { ConditionInput } from '../run/condition-input.js'

/** A condition over facts and business type, compiled for reading ratings. */
export interface Applicability {
  readonly test: (input: ConditionInput) => boolean | undefined
  /** The first fact that leaves the condition open. */
  readonly missingFact: (input: ConditionInput) => string
  /** The leaves that decide the condition. */
  readonly decidedBy: (input: ConditionInput) => readonly LeafExplanation[]
}

/** Compiles the condition of an `appliesWhen` or a `rateWhen`. */
export function applicabilityOf(condition: Condition, compiler: ConditionCompiler<ConditionInput>): Applicability {
  const compiled = compiler.compile(condition)
  const decidedBy = (input: ConditionInput): readonly LeafExplanation[] => decisiveLeaves(compiled.explain(input))
  return {
    test: compiled.test,
    decidedBy,
    missingFact: (input) => {
      const leaf = decidedBy(input).find(({ outcome }) => outcome === 'unknown')
      if (!leaf) return ''
      // Where the left side has a value, the fact that it is compared with is missing.
      return leaf.actual === undefined || leaf.comparedWith !== undefined ? leaf.fact : (leaf.otherFact ?? leaf.fact)
    },
  }
}
