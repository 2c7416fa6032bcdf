import type { Rational } from '../../rubric/exact/rational.js'

/** Strata that together get at least so many calls: a count, or a share (0 to 1) of the whole sample, rounded up. */
export type AllocationFloor =
  | { readonly members: readonly number[]; readonly minimum: number; readonly share?: undefined }
  | { readonly members: readonly number[]; readonly share: number | Rational; readonly minimum?: undefined }
