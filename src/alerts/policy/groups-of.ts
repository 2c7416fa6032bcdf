import { type LabelSource, labelValues } from './labels.js'

/** Returns the groups that a source belongs to, each as its values in the order of `labels`; or the label that is missing. */
export function groupsOf(
  source: LabelSource,
  labels: readonly string[],
): { readonly groups: readonly (readonly string[])[] } | { readonly missing: string } {
  let groups: readonly (readonly string[])[] = [[]]
  for (const label of labels) {
    const values = labelValues(source, label)
    if (values.length === 0) return { missing: label }
    const [only] = values
    groups =
      values.length === 1 && only !== undefined
        ? groups.map((group) => [...group, only])
        : groups.flatMap((group) => values.map((value) => [...group, value]))
  }
  return { groups }
}

/** Joins the values of a group so that no two groups have the same text. */
export function groupKey(values: readonly string[]): string {
  let key = ''
  for (const value of values) key += `${value.length}:${value}`
  return key
}
