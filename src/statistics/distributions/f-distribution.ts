import { beta } from './beta.js'

/**
 * Fisher's F distribution.
 * Method: by the beta distribution of df1 f / (df2 + df1 f).
 * @example
 * fDistribution.quantile(0.95, 5, 10) //=> 3.3258345304130086
 */
export const fDistribution = Object.freeze({
  /** Computes the probability of more than `f`. */
  survival(f: number, df1: number, df2: number): number {
    if (!(f > 0)) return 1
    return beta.cdf(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)
  },
  /** Computes the value that is not exceeded with probability `p`. */
  quantile(p: number, df1: number, df2: number): number {
    const x = beta.quantile(p, df1 / 2, df2 / 2)
    return (df2 * x) / (df1 * (1 - x))
  },
})
