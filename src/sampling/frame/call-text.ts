/**
 * Returns the text whose SHA-256 goes into the frame's digest: compact JSON of the id and the labels.
 * @param id - without control characters and halves of surrogate pairs
 */
export function callText(id: string, stratum: string): string {
  // Ids hold no other character that JSON writes with a backslash.
  const written = id.includes('"') || id.includes('\\') ? JSON.stringify(id) : `"${id}"`
  return stratum === '[]' ? `[${written}]` : `[${written},${stratum.slice(1)}`
}
