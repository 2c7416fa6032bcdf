import { ConditionCompiler, type Truth } from '../../../conditions/compiled-node.js'
import type { Condition } from '../../../conditions/condition.js'
import type { FieldType, SamplingDesign } from '../../design/sampling-design.js'
import type { Cells } from './frame-call.js'

/** Compiles a condition over the columns; without a condition the test always holds. */
export function cellsTest(
  condition: Condition | undefined,
  design: SamplingDesign,
  indexOf: ReadonlyMap<string, number>,
): (cells: Cells) => Truth {
  if (condition === undefined) return () => true
  const compiler = new ConditionCompiler<Cells>(
    {
      reader: (name) => {
        const at = indexOf.get(name) ?? -1
        return { read: (cells) => cells[at], type: operandTypeOf(design.fields[name]?.type ?? 'string') }
      },
    },
    {},
  )
  return compiler.compile(condition).test
}

function operandTypeOf(type: FieldType): 'number' | 'boolean' | 'string' {
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'boolean' ? 'boolean' : 'string'
}
