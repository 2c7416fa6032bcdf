import type { FactDefinition } from '../../conditions/condition.js'
import { faultOfFact } from '../../conditions/fact-checker.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Rubric } from '../../rubric/format/rubric.js'

type Facts = Readonly<Record<string, unknown>>

/** Makes the reader of an evaluation's facts, which returns those that fit their definitions. */
export function factsReader({ facts = {} }: Rubric): (given: unknown, report: (draft: IssueDraft) => void) => Facts {
  const definitions: ReadonlyMap<string, FactDefinition> = new Map(Object.entries(facts))
  return (given, report) => {
    if (given === undefined) return {}
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      report({ code: 'document/type', path: ['facts'], expected: 'object', received: excerptOf(given) })
      return {}
    }
    // An object that is no list has values by name.
    const values = given as Facts
    const unfit = new Set<string>()
    for (const name of Object.keys(values)) {
      const definition = definitions.get(name)
      const value = values[name]
      const path = ['facts', name]
      if (!definition) {
        report(unknownName({ code: 'evaluation/unknown-fact', path, at: 'key', name, known: definitions.keys() }))
        continue
      }
      const fault = value === undefined ? undefined : faultOfFact(value, definition, path)
      if (!fault) continue
      report(fault)
      unfit.add(name)
    }
    // Conditions read no unfit value, and the other facts do not count as missing.
    return unfit.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !unfit.has(name)))
  }
}
