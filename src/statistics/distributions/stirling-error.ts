/** 1/12, -1/360, ...: coefficients of the asymptotic series of ln gamma, DLMF 5.11.1. */
const SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const

/** From here on the nine terms of the series leave less than 1e-17. */
const SERIES_FROM = 12

/**
 * Computes the error of Stirling's formula: ln gamma(z + 1) - (z + 1/2) ln z + z - ln(2 pi) / 2. Differences of this
 * small quantity keep the digits that differences of ln gamma lose.
 * Method: asymptotic series (Loader 2000, "Fast and accurate computation of binomial probabilities"); below 12
 * the argument is raised by the recurrence of gamma.
 * @param z - above 0
 */
export function stirlingError(z: number): number {
  if (z >= SERIES_FROM) return series(z)
  let product = 1
  let raised = z
  while (raised < SERIES_FROM) {
    raised += 1
    product *= raised
  }
  return series(raised) + (raised + 0.5) * Math.log(raised) - raised - Math.log(product) - (z + 0.5) * Math.log(z) + z
}

function series(z: number): number {
  const square = z * z
  let sum = 0
  for (let i = SERIES.length - 1; i >= 0; i--) sum = sum / square + (SERIES[i] ?? 0)
  return sum / z
}
