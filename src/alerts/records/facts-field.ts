import { faultOfFact } from '../../conditions/fact-checker.js'
import { objectField, optionalField, type RecordField } from '../../documents/record-fields.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { AlertPolicy } from '../policy/alert-policy.js'

/**
 * Makes the field of the facts of a finding or an exposure, of the types that the policy declares. Code:
 * `alerts/unknown-fact`, and those of facts.
 */
export function factsField({
  facts: declared = {},
}: Pick<AlertPolicy, 'facts'>): RecordField<Readonly<Record<string, unknown>>, false> {
  const object = objectField()
  const faultsOf = (value: unknown): readonly IssueDraft[] | undefined => {
    const wrongType = object.faultsOf(value)
    if (wrongType) return wrongType
    // Checked: an object.
    return Object.entries(value as object).flatMap(([id, fact]: [string, unknown]) => {
      const definition = Object.hasOwn(declared, id) ? declared[id] : undefined
      if (!definition)
        return unknownName({ code: 'alerts/unknown-fact', path: [id], name: id, known: Object.keys(declared) })
      return faultOfFact(fact, definition, [id]) ?? []
    })
  }
  return optionalField({ ...object, faultsOf })
}
