import type { AlertStep } from '../policy/alert-policy.js'
import { type LabelSource, labelValues } from '../policy/labels.js'

/** Returns what the calls of a stratum have in common, for a step that adjusts for it. */
export function stratumOf(source: LabelSource, { rate }: AlertStep): string {
  if (!rate?.adjustFor?.length) return ''
  return JSON.stringify(rate.adjustFor.map((label) => labelValues(source, label)))
}
