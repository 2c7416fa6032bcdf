/** A part of a document that another checker looks at, by the object that holds it. */
export interface OpaquePart {
  readonly holder: object
  readonly key: string
  /** Value of the right shape that takes the place of the part while the shape is checked. */
  readonly substitute: unknown
}

/**
 * Replaces the parts by their substitutes.
 * @returns a function that puts the parts back, where their holders still have them
 */
export function coverParts(parts: readonly OpaquePart[]): () => void {
  const covered = parts.map(({ holder, key, substitute }) => {
    const members = holder as Record<string, unknown> // the key is the holder's own
    const part = members[key]
    members[key] = substitute
    return { members, key, part }
  })
  return () => {
    for (const { members, key, part } of covered) if (Object.hasOwn(members, key)) members[key] = part
  }
}
