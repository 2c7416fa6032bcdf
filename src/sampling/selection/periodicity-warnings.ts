import type { Issue } from '../../issues/issue.js'

/** Standard deviations over its mean from which a chi-square is no accident: fewer than 1 in 40 random samples reach it. */
const SUSPECT = 3

/**
 * Warns of those given periods with which a sample is in step, so that it has some places of the pattern too often.
 * Method: chi-square of the drawn calls over the places of the pattern against the whole list. Whatever the pattern,
 * the squared error that it can bring into a mean is at most chi-square / n of its variance, and (period - 1) / n in
 * the mean of random samples. The function warns where chi-square is over its mean by three standard deviations of a
 * random sample's, sqrt(2 (period - 1)); an interval that is out of step spreads more evenly than chance and stays far
 * below. Multiples, halves and other simple fractions of the period are all seen, near ones as far as they matter.
 * @param places - drawn places in the list, from 0
 * @param length - calls in the list
 * @param periods - whole numbers over 1
 */
export function periodicityWarnings(
  places: readonly number[],
  length: number,
  periods: readonly number[],
): readonly Issue[] {
  // A list taken whole sees everything.
  if (places.length === length) return []
  return periods.flatMap((period, index): Issue[] => {
    const drawn = new Map<number, number>()
    for (const place of places) drawn.set(place % period, (drawn.get(place % period) ?? 0) + 1)
    let chiSquare = -places.length
    for (const [phase, count] of drawn) {
      const inList = Math.floor((length - 1 - phase) / period) + 1
      chiSquare += (count ** 2 * length) / (inList * places.length)
    }
    const freedom = Math.min(period, length) - 1
    if (!(chiSquare > freedom + SUSPECT * Math.sqrt(2 * freedom))) return []
    const interval = Number((length / places.length).toFixed(3))
    return [
      {
        code: 'sampling/periodic',
        severity: 'warning',
        path: ['periods', index],
        details: { interval, period, phases: drawn.size },
      },
    ]
  })
}
