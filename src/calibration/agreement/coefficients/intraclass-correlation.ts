import { fDistribution } from '../../../statistics/distributions/f-distribution.js'
import { mean } from '../../../statistics/mean.js'
import { sum } from '../../../statistics/sum.js'
import { type Figure, undefinedFigure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'
import { completeCalls } from '../tables/rating-table.js'

/**
 * Form of the coefficient. `ICC1`: one rating by any rater. `ICC2`: one rating, the same raters representing all
 * (ICC(2,1), absolute agreement). `ICC3`: these very raters, their severity left out (consistency). With `k`: the mean
 * of all raters.
 */
export type IccForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k'

/** An intraclass correlation with the test of no correlation. */
export interface IntraclassCorrelation {
  readonly figure: Figure
  readonly form: IccForm
  /** Calls that every rater rated; others are left out. */
  readonly calls: number
  readonly F?: number
  readonly df1?: number
  readonly df2?: number
  readonly p?: number
}

/**
 * Computes the part of the variance of scores that is between calls and not between raters.
 * Method: Shrout and Fleiss (1979); intervals by F, for agreement by Satterthwaite's approximation (McGraw and Wong
 * 1996), of the mean of k by Spearman and Brown from that of one.
 * @param table - calls by raters; only calls that every rater rated are used
 * @example
 * intraclassCorrelation([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], 'ICC2').figure
 * //=> { kind: 'value', value: 0.289763779527559, ... }
 */
export function intraclassCorrelation(table: RatingTable, form: IccForm, confidence = 0.95): IntraclassCorrelation {
  const rows = completeCalls(table)
  const k = table[0]?.length ?? 0
  const n = rows.length
  const none = (reason: Parameters<typeof undefinedFigure>[0]): IntraclassCorrelation => ({
    figure: undefinedFigure(reason),
    form,
    calls: n,
  })
  if (k < 2) return none('one-rater')
  if (n < 2) return none(table.length > 1 ? 'incomplete' : 'one-call')
  const grand = mean(rows.flat())
  const callMeans = rows.map(mean)
  const raterMeans = Array.from({ length: k }, (_, rater) => mean(rows.map((row) => row[rater] ?? 0)))
  const total = sum(rows.flat().map((rating) => (rating - grand) ** 2))
  if (!(total > 0)) return none('no-variation')
  const between = (k * sum(callMeans.map((own) => (own - grand) ** 2))) / (n - 1)
  const ssRaters = n * sum(raterMeans.map((own) => (own - grand) ** 2))
  const within = (total - between * (n - 1)) / (n * (k - 1))
  const raters = ssRaters / (k - 1)
  const error = Math.max(0, (total - between * (n - 1) - ssRaters) / ((n - 1) * (k - 1)))
  const isMean = form.endsWith('k')
  const upper = (1 + confidence) / 2
  const valueAlone = (value: number): IntraclassCorrelation =>
    Number.isFinite(value) ? { figure: { kind: 'value', value }, form, calls: n } : none('no-variation')
  /** Steps up from the correlation of one rating to that of the mean of k. */
  const stepUp = (one: number): number => {
    const whole = 1 + (k - 1) * one
    // Under -1 / (k - 1) there is no mean's correlation; as a limit it says no more than -1 does.
    return whole > 0 ? Math.max(-1, (k * one) / whole) : -1
  }
  const found = (
    one: number,
    F: number,
    df1: number,
    df2: number,
    lower: number,
    greatest: number,
  ): IntraclassCorrelation => {
    if (isMean && 1 + (k - 1) * one <= 0) return none('below-chance')
    if (![F, df2, lower, greatest].every(Number.isFinite)) return valueAlone(isMean ? stepUp(one) : one)
    return {
      figure: {
        kind: 'value' as const,
        value: isMean ? stepUp(one) : one,
        interval: {
          lower: isMean ? stepUp(lower) : lower,
          upper: isMean ? stepUp(greatest) : greatest,
          confidence,
          method: 'F' as const,
        },
      },
      form,
      calls: n,
      F,
      df1,
      df2,
      p: fDistribution.survival(F, df1, df2),
    }
  }
  if (form.startsWith('ICC2')) {
    const one = (between - error) / (between + (k - 1) * error + (k / n) * (raters - error))
    const satterthwaite = (a: number, b: number): number =>
      (a * raters + b * error) ** 2 / ((a * raters) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)))
    const a = (k * one) / (n * (1 - one))
    const df = satterthwaite(a, 1 + (k * one * (n - 1)) / (n * (1 - one)))
    // Without any difference between raters, or with more of it than F is made for, there are no limits.
    if (!(error > 0 && df > 0 && Number.isFinite(df))) return valueAlone(isMean ? stepUp(one) : one)
    const [fl, fu] = [fDistribution.quantile(upper, n - 1, df), fDistribution.quantile(upper, df, n - 1)]
    const rest = k * raters + (k * n - k - n) * error
    const lower = (n * (between - fl * error)) / (fl * rest + n * between)
    const greatest = (n * (fu * between - error)) / (rest + n * fu * between)
    // The test of the mean has the degrees of freedom that belong to its own value.
    const many = (between - error) / (between + (raters - error) / n)
    const df2 = isMean ? satterthwaite((k * many) / (n * (1 - many)), 1 + (k * many * (n - 1)) / (n * (1 - many))) : df
    if (!(df2 > 0 && Number.isFinite(df2))) return valueAlone(isMean ? stepUp(one) : one)
    return found(one, between / error, n - 1, df2, lower, greatest)
  }
  const [noise, df2] = form.startsWith('ICC1') ? [within, n * (k - 1)] : [error, (n - 1) * (k - 1)]
  if (!(noise > 0)) return valueAlone(1)
  const F = between / noise
  const [fl, fu] = [F / fDistribution.quantile(upper, n - 1, df2), F * fDistribution.quantile(upper, df2, n - 1)]
  const one = (between - noise) / (between + (k - 1) * noise)
  return found(one, F, n - 1, df2, (fl - 1) / (fl + k - 1), (fu - 1) / (fu + k - 1))
}
