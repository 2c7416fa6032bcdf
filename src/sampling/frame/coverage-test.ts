import { ConditionCompiler } from '../../conditions/compiled-node.js'
import type { Condition, Facts } from '../../conditions/condition.js'
import type { SamplingDesign } from '../design/sampling-design.js'

/** Returns the facts of coverage rules: the labels by the ids of the dimensions, with the types of their columns. */
export function stratumFacts(design: SamplingDesign, labels: readonly string[]): Facts {
  return Object.fromEntries(
    (design.strata ?? []).map((dimension, index) => {
      const label = labels[index] ?? ''
      if (typeof dimension !== 'string') return [dimension.id, label]
      const type = design.fields[dimension]?.type
      if (type === 'integer') return [dimension, Number(label)]
      return [dimension, type === 'boolean' ? label === 'true' : label]
    }),
  )
}

/** Compiles a coverage rule's condition over the labels of a stratum. */
export function coverageTest(design: SamplingDesign, condition: Condition): (labels: readonly string[]) => boolean {
  const compiler = new ConditionCompiler<Facts>(
    { reader: (name) => ({ read: (facts) => facts[name], type: 'any' }) },
    {},
  )
  const { test } = compiler.compile(condition)
  return (labels) => test(stratumFacts(design, labels)) === true
}
