import type { Text } from '../../issues/text.js'

/** A part of a rubric that is found again in the other version by its id. */
export interface Part {
  readonly id: string
  readonly title?: Text
}

/** The members of a part by key. */
export type Members = Part & Readonly<Record<string, unknown>>

/** Shows a part as its members. */
export function membersOf(part: Part): Members {
  // Every part of a rubric is a JSON object.
  return part as Members
}
