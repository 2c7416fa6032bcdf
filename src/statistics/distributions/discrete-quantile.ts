/** Both tails at a whole number: at most it, and more than it. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/** Relative slack with which a tail counts as reached, so that an exact tie is not lost to the tail's own rounding. */
const SLACK = 1e-12

/** Greatest error that the rounding of a `p` near 1 leaves in 1 - p. */
const HALF_UNIT = 2 ** -53

/**
 * Finds the least whole number whose lower tail is at least `p`.
 * Method: brackets the number from a guess by doubling steps, then halves; compares the smaller tail, whose digits
 * hold near 1 too.
 * @param least - where the distribution begins
 * @param greatest - where it ends
 * @param guess - a number near the answer, not necessarily whole
 * @param spread - the first step, about the error of the guess
 */
export function discreteQuantile(
  p: number,
  tailsAt: (count: number) => Tails,
  least: number,
  greatest: number,
  guess: number,
  spread: number,
): number {
  const isReached = (count: number): boolean => {
    const { lower, upper } = tailsAt(count)
    return p <= 0.5 ? lower >= p * (1 - SLACK) : upper <= (1 - p) * (1 + SLACK) + HALF_UNIT
  }
  let start = Math.min(greatest, Math.max(least, Math.round(guess)))
  let step = Math.max(1, Math.round(spread))
  let [under, reached] = [least - 1, greatest]
  if (isReached(start)) {
    reached = start
    while (reached > least) {
      start = Math.max(least, reached - step)
      if (!isReached(start)) {
        under = start
        break
      }
      reached = start
      step *= 2
    }
  } else {
    under = start
    while (under < greatest) {
      start = Math.min(greatest, under + step)
      if (start === greatest || isReached(start)) {
        reached = start
        break
      }
      under = start
      step *= 2
    }
  }
  while (reached - under > 1) {
    const middle = Math.floor((under + reached) / 2)
    if (isReached(middle)) reached = middle
    else under = middle
  }
  return reached
}
