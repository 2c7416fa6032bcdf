import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { faultsOf } from '../../rubric/items/aspects/faults-of.js'

/** Tags by item or `item.fault`. */
export type Tags = ReadonlyMap<string, readonly string[]>

/** Returns the tags of items and faults by rubric and version. */
export function tagsOf(rubrics: readonly Rubric[] | undefined): ReadonlyMap<string, Tags> | undefined {
  if (!rubrics) return undefined
  return new Map(
    rubrics.map((rubric) => {
      const tags = new Map<string, readonly string[]>()
      for (const { source } of formOf(rubric).items) {
        const own = source.tags ?? []
        if (own.length > 0) tags.set(source.id, own)
        for (const fault of faultsOf(source)) {
          const all = [...new Set([...own, ...(fault.tags ?? [])])]
          if (all.length > 0) tags.set(targetOfFault(source.id, fault.id), all)
        }
      }
      return [rubricKey(rubric.id, rubric.version), tags]
    }),
  )
}

/** Returns the key of one version of a rubric. */
export function rubricKey(id: string, version: string): string {
  return JSON.stringify([id, version])
}

/** Returns the key of a fault. Ids contain no point, so that it differs from every item. */
export function targetOfFault(item: string, fault: string): string {
  return `${item}.${fault}`
}
