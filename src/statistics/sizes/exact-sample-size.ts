import { firstWhole } from '../distributions/first-whole.js'
import { exactInterval } from '../intervals/exact-interval.js'
import { roundHalfEven } from '../round-half-even.js'

/**
 * Finds the least number of trials from which on the half width of Clopper and Pearson's interval never exceeds the
 * margin, with the whole number nearest to trials x share found, halves to even. The width is a sawtooth over the
 * trials: it falls while the number found stays, and jumps where that grows.
 * Method: halving on the envelope of the teeth gives a number that holds; from there tooth by tooth downwards.
 * @param share - expected share, 0 to 1
 * @param margin - above 0, under 0.5
 * @param tail - probability outside each limit, (1 - confidence) / 2
 */
export function exactSampleSize(share: number, margin: number, tail: number): number {
  const rarer = Math.min(share, 1 - share)
  const widthWith = (count: number, trials: number): number => {
    const { lower, upper } = exactInterval(count, trials - count, tail)
    return (upper - lower) / 2
  }
  // The interval is widest at the half, so that half a call more of the rarer kind is the worst that rounding does.
  const isSafe = (trials: number): boolean => widthWith(Math.min(trials * rarer + 0.5, trials / 2), trials) <= margin
  const rarerOf = (trials: number): number => {
    const found = roundHalfEven(trials * share)
    return share <= 0.5 ? found : trials - found
  }

  let holds = firstWhole(1, Number.MAX_SAFE_INTEGER, isSafe)
  while (holds > 1) {
    const count = rarerOf(holds - 1)
    const toothStart = firstFrom(1, holds - 1, (trials) => rarerOf(trials) >= count)
    if (widthWith(count, toothStart) > margin) {
      return firstFrom(toothStart, holds, (trials) => trials === holds || widthWith(count, trials) <= margin)
    }
    holds = toothStart
  }
  return holds
}

/** Finds the first of `first`..`last` that has the property; `last` has it. */
function firstFrom(first: number, last: number, has: (trials: number) => boolean): number {
  let [below, above] = [first - 1, last]
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (has(middle)) above = middle
    else below = middle
  }
  return above
}
