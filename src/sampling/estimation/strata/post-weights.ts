import type { PostStratumSample } from './post-stratum-sample.js'

/** The drawn calls of one stratum, each with its group and what its weight is multiplied by. */
export interface WeightedStratum {
  readonly size: number
  readonly drawn: number
  readonly calls: readonly { readonly value: number | null; readonly group: number; readonly ratio: number }[]
}

/** Returns each call with its group and the factor of its weight. */
export function postWeights(
  strata: readonly PostStratumSample[],
  counts: Readonly<Record<string, number>>,
): WeightedStratum[] {
  const names = new Map(Object.keys(counts).map((name, index) => [name, index]))
  const expanded = new Array<number>(names.size).fill(0)
  const groupOf = (label: string | undefined) => names.get(label ?? '') ?? 0
  for (const { size, labels } of strata)
    for (const label of labels) expanded[groupOf(label)] = (expanded[groupOf(label)] ?? 0) + size / labels.length
  const ratios = Object.values(counts).map((count, group) => count / (expanded[group] ?? count))
  return strata.map(({ size, values, labels }) => ({
    size,
    drawn: values.length,
    calls: values.map((value, index) => {
      const group = groupOf(labels[index])
      return { value, group, ratio: ratios[group] ?? 1 }
    }),
  }))
}
