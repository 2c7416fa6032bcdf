/** Facts that a schema hands to the check of the shape through zod's message; never shown to people. */
export type SchemaNote =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'id' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'text' }

/** Writes a note as zod's message. */
export function writeNote(note: SchemaNote): string {
  return JSON.stringify(note)
}

/** Reads a note back from zod's message; undefined for a message of zod's own. */
export function readNote(message: string): SchemaNote | undefined {
  return message.startsWith('{"kind"') ? (JSON.parse(message) as SchemaNote) : undefined // only writeNote begins so
}

/** Writes the note of a closed list of words. */
export function valuesNote(values: readonly string[]): string {
  return writeNote({ kind: 'values', values })
}
