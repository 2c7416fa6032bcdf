import type { Form } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { Run } from '../run.js'
import type { CriticalErrorState } from '../score.js'
import type { CompiledRule } from './compile-rules.js'

/** Everything that can tell about one family. */
export interface FamilyCheck {
  readonly id: string
  /** Items with a critical error of the family. */
  readonly items: readonly number[]
  /** Faults of deduction items with one. */
  readonly faults: readonly { readonly item: number; readonly fault: string }[]
  readonly vetoes: readonly CompiledRule[]
}

/** Finds what tells about each declared family. */
export function familyChecks(rubric: Rubric, form: Form, vetoes: readonly CompiledRule[]): readonly FamilyCheck[] {
  return (rubric.families ?? []).map(({ id }) => {
    const items: number[] = []
    const faults: { item: number; fault: string }[] = []
    for (const { source, index } of form.items) {
      if ('criticalError' in source && source.criticalError?.family === id) items.push(index)
      if (source.kind !== 'deduction') continue
      for (const fault of source.faults)
        if (fault.criticalError?.family === id) faults.push({ item: index, fault: fault.id })
    }
    return { id, items, faults, vetoes: vetoes.filter(({ family }) => family === id) }
  })
}

/** `error`: one occurred; else `not-assessed`: all were n/a or undetermined; else `clear`. */
export function criticalErrorsOf(
  families: readonly FamilyCheck[],
  run: Run,
  {
    vetoes,
    undetermined,
  }: { readonly vetoes: readonly CompiledRule[]; readonly undetermined: readonly CompiledRule[] },
): Readonly<Record<string, CriticalErrorState>> {
  const states: Record<string, CriticalErrorState> = {}
  for (const family of families) {
    let [occurred, assessed] = [false, false]
    for (const item of family.items) {
      const reading = run.readings[item]
      if (!reading) continue
      assessed = true
      if (reading.isCritical) occurred = true
    }
    for (const { item, fault } of family.faults) {
      const reading = run.readings[item]
      if (!reading) continue
      assessed = true
      if (reading.faults?.has(fault)) occurred = true
    }
    for (const veto of family.vetoes) {
      if (vetoes.includes(veto)) occurred = true
      else if (!undetermined.includes(veto) && !veto.isNotApplicable(run)) assessed = true
    }
    states[family.id] = occurred ? 'error' : assessed ? 'clear' : 'not-assessed'
  }
  return states
}
