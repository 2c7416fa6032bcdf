import type { NumericRange } from './format.js'

/** Signs of the two bounds that include their number. */
interface InclusiveSigns {
  readonly atLeast: string
  readonly atMost: string
}

/** Signs for people. */
export const PRINTED_SIGNS: InclusiveSigns = { atLeast: '≥', atMost: '≤' }

/** Signs in the notation of issues. */
export const TYPED_SIGNS: InclusiveSigns = { atLeast: '>=', atMost: '<=' }

/** Writes the bounds of a range; empty for one without bounds. */
export function rangeText({ atLeast, above, atMost, below }: NumericRange, signs: InclusiveSigns): string {
  return [
    atLeast === undefined ? '' : `${signs.atLeast} ${atLeast}`,
    above === undefined ? '' : `> ${above}`,
    atMost === undefined ? '' : `${signs.atMost} ${atMost}`,
    below === undefined ? '' : `< ${below}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}
