/** Relative distance from the mean under which the logarithm is expanded. */
const NEAR = 0.1

/**
 * Computes x ln(x / mean) + mean - x, the deviance part of a binomial or Poisson probability, without cancellation.
 * Method: `bd0` of Loader (2000), a series in (x - mean) / (x + mean) near the mean.
 * @param x - above 0
 * @param mean - above 0
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= NEAR * (x + mean)) {
    const ratio = x / mean
    const log = ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(x) - Math.log(mean)
    return x * log + mean - x
  }
  const v = difference / (x + mean)
  const square = v * v
  let sum = difference * v
  let term = 2 * x * v
  for (let odd = 3; ; odd += 2) {
    term *= square
    const next = sum + term / odd
    if (next === sum) return sum
    sum = next
  }
}
