import type { Comparison } from '../comparison.js'

export function yesNoComparison(): Comparison {
  return { scale: { kind: 'names', names: ['no', 'yes'] }, numberOf: ({ value }) => Number(value) }
}
