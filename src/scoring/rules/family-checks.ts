import type { Form } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { faultsOf } from '../../rubric/items/aspects/faults-of.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import type { CompiledVeto } from './compiled-rule.js'

/** Everything that shows whether a critical error of one family occurred. */
export interface FamilyCheck {
  readonly id: string
  /** Items with a critical error of the family, by index. */
  readonly items: readonly number[]
  /** Faults with one. */
  readonly faults: readonly { readonly item: number; readonly fault: string }[]
  readonly vetoes: readonly CompiledVeto[]
}

/** Finds the items, faults and vetoes of each declared family. */
export function familyChecks(rubric: Rubric, form: Form, vetoes: readonly CompiledVeto[]): readonly FamilyCheck[] {
  return (rubric.families ?? []).map(({ id }) => {
    const items: number[] = []
    const faults: { item: number; fault: string }[] = []
    for (const { source, index } of form.items) {
      if (isScored(source) && source.criticalError?.family === id) items.push(index)
      for (const fault of faultsOf(source))
        if (fault.criticalError?.family === id) faults.push({ item: index, fault: fault.id })
    }
    return { id, items, faults, vetoes: vetoes.filter(({ source }) => source.family === id) }
  })
}
