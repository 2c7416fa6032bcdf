import type { Bounds } from '../bounds.js'

/** Describes the values that a measure can have, for a message. */
export function expectedValue({ minimum, maximum }: Bounds): string {
  if (minimum === undefined) return maximum === undefined ? 'a finite number' : `a number <= ${maximum}`
  return maximum === undefined ? `a number >= ${minimum}` : `a number from ${minimum} to ${maximum}`
}
