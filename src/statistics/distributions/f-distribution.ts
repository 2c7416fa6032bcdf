import { beta } from '../index.js'

/** Upper tail of F: the probability of more than f. Method: by the beta distribution. */
export function fSurvival(f: number, df1: number, df2: number): number {
  if (!(f > 0)) return 1
  return beta.cdf(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)
}

/** The quantile of F. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const x = beta.quantile(p, df1 / 2, df2 / 2)
  return (df2 * x) / (df1 * (1 - x))
}
