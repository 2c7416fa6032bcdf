import type { FactSource } from '../conditions/compiled-node.js'
import { followPath } from '../conditions/parse-fact-path.js'
import type { OperandType } from '../conditions/vocabulary.js'
import type { Form } from '../rubric/format/form.js'
import type { Rubric } from '../rubric/format/rubric.js'
import type { Item } from '../rubric/items/item.js'
import type { Run } from './run.js'

/** Lets conditions read from a run: facts, `businessType`, `ratings`, `sections`, `rawScore`. */
export function runFacts(rubric: Rubric, form: Form): FactSource<Run> {
  return {
    reader: (fact, steps) => {
      const [step] = steps
      if (fact === 'businessType') return { type: 'string', read: (run) => run.businessType }
      if (fact === 'rawScore') return { type: 'number', read: (run) => run.rawScore }
      if (fact === 'ratings' || fact === 'sections') {
        const node = form.byId.get(String(step))
        if (!node) throw new RangeError(String(step))
        const { index } = node
        if (node.kind === 'section') return { type: 'number', read: (run) => run.sectionScores[index] }
        return { type: ratingType(node.source), read: (run) => run.values[index] }
      }
      const definition = rubric.facts && Object.hasOwn(rubric.facts, fact) ? rubric.facts[fact] : undefined
      if (!definition) throw new RangeError(fact)
      const declared: OperandType = definition.type === 'integer' ? 'number' : definition.type
      const read = (run: Run): unknown => (Object.hasOwn(run.facts, fact) ? run.facts[fact] : undefined)
      return steps.length === 0
        ? { type: declared, read }
        : { type: 'any', read: (run) => followPath(read(run), steps) }
    },
  }
}

function ratingType(source: Item): OperandType {
  if (source.kind === 'yes-no') return 'boolean'
  if (source.kind === 'choice') return source.multiple ? 'list' : 'string'
  return 'number'
}
