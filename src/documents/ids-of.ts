/**
 * Returns the ids of a list that may be absent.
 * @example
 * idsOf([{ id: 'greeting' }, { id: 'closing' }]) //=> Set { 'greeting', 'closing' }
 */
export function idsOf(parts: readonly { readonly id: string }[] | undefined): ReadonlySet<string> {
  return new Set(parts?.map(({ id }) => id))
}
