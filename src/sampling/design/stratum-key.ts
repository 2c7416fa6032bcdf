import { compareUtf8 } from '../../documents/compare-utf8.js'
/** One stratum: its labels in the order of the design's dimensions, and its key, their compact JSON array. */
export interface StratumName {
  readonly key: string
  readonly labels: readonly string[]
}

/**
 * Returns the key of a stratum: compact JSON of its labels.
 * @param labels - one for each dimension, in the order of the design
 * @example
 * stratumKey(['banking', '早']) //=> '["banking","早"]'
 */
export function stratumKey(labels: readonly string[]): string {
  return JSON.stringify(labels)
}

/** Compares strata by their labels, the first ones first. */
export function compareStrata(first: StratumName, second: StratumName): number {
  for (const [index, label] of first.labels.entries()) {
    const order = compareUtf8(label, second.labels[index] ?? '')
    if (order !== 0) return order
  }
  return first.labels.length - second.labels.length
}
