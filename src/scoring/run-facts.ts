import type { FactSource } from '../conditions/compiled-node.js'
import { followPath } from '../conditions/parse-fact-path.js'
import type { OperandType } from '../conditions/vocabulary.js'
import type { Form } from '../rubric/format/form.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { conditionEntryOf } from '../rubric/items/aspects/condition-entry-of.js'
import type { ConditionInput } from './run/condition-input.js'

/** Lets conditions read facts, `businessType`, `ratings`, `sections` and `rawScore`. */
export function runFacts(rubric: Rubric, form: Form): FactSource<ConditionInput> {
  return {
    reader: (fact, steps) => {
      const [step] = steps
      if (fact === 'businessType') return { type: 'string', read: ({ header }) => header.businessType }
      if (fact === 'rawScore') return { type: 'number', read: ({ totals }) => totals.rawScore }
      if (fact === 'ratings' || fact === 'sections') {
        const node = form.byId.get(String(step))
        if (!node) throw new RangeError(String(step))
        const { index } = node
        if (node.kind === 'section') return { type: 'number', read: ({ totals }) => totals.sectionScores[index] }
        return {
          type: conditionEntryOf(node.source)?.type ?? 'any',
          read: ({ answers }) => answers.readings[index]?.value,
        }
      }
      const definition = rubric.facts && Object.hasOwn(rubric.facts, fact) ? rubric.facts[fact] : undefined
      if (!definition) throw new RangeError(fact)
      const declared: OperandType = definition.type === 'integer' ? 'number' : definition.type
      const read = ({ answers: { facts } }: ConditionInput): unknown =>
        Object.hasOwn(facts, fact) ? facts[fact] : undefined
      return steps.length === 0
        ? { type: declared, read }
        : { type: 'any', read: (input) => followPath(read(input), steps) }
    },
  }
}
