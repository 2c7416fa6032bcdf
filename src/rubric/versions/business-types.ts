import type { Rubric } from '../format/rubric.js'

/** The business types of a rubric; one undefined where it has none. */
export function businessTypesOf({ businessTypes = [] }: Rubric): readonly (string | undefined)[] {
  return businessTypes.length > 0 ? businessTypes.map(({ id }) => id) : [undefined]
}

/** The business types that both versions have, in the order of the newer one. */
export function commonTypes(before: Rubric, after: Rubric): readonly (string | undefined)[] {
  const old = businessTypesOf(before)
  return businessTypesOf(after).filter((type) => old.includes(type))
}
