/** Returns a group's values by label. */
export function labelsOf(labels: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(labels.map((label, place) => [label, values[place] ?? '']))
}
