import { mean } from '../../../statistics/mean.js'
import { sum } from '../../../statistics/sum.js'
import { type Figure, undefinedFigure } from '../figure.js'
import type { LevelCounts } from '../tables/rating-table.js'
import { coefficientInterval } from './coefficient-interval.js'
import type { Coefficient, Coefficients } from './coefficients.js'

export class WeightedAgreement {
  private readonly n: number
  private readonly q: number
  /** Calls with two ratings or more. */
  private readonly shared: number
  /** By call: how many pairs of its ratings agree, weighted. */
  private readonly pairs: readonly number[]
  private readonly pi: readonly number[]
  private readonly observed: number
  private readonly weightSum: number

  constructor(
    private readonly data: LevelCounts,
    private readonly weights: readonly (readonly number[])[],
    private readonly confidence: number,
  ) {
    const { counts, ratings } = data
    this.n = counts.length
    this.q = weights.length
    this.shared = ratings.filter((rated) => rated >= 2).length
    this.pairs = counts.map((row) => this.agreeingPairs(row))
    // Without any ratings no level has a share.
    this.pi = weights.map(
      (_, level) =>
        sum(counts.map((row, call) => (row[level] ?? 0) / (ratings[call] ?? 1))) / Math.max(1, counts.length),
    )
    this.observed =
      this.shared === 0
        ? 0
        : sum(this.pairs.map((pairs, call) => (this.isShared(call) ? pairs / this.pairCount(call) : 0))) / this.shared
    this.weightSum = sum(weights.flat())
  }

  coefficients(): Coefficients {
    const { pi, q } = this
    const product = (a: readonly number[], b: readonly number[]): number =>
      sum(this.weights.map((row, k) => (a[k] ?? 0) * sum(row.map((weight, l) => weight * (b[l] ?? 0)))))
    const smoothed = this.weights.map((row, k) =>
      sum(row.map((weight, l) => ((weight + (this.weights[l]?.[k] ?? 0)) / 2) * (pi[l] ?? 0))),
    )
    const spread = sum(pi.map((share) => share * (1 - share)))
    const acExpected = q > 1 ? (this.weightSum * spread) / (q * (q - 1)) : 0
    const rest = pi.map((share) => 1 - share)
    return {
      ac: this.coefficient(acExpected, (call) =>
        q > 1 ? ((this.weightSum / (q * (q - 1))) * this.dot(call, rest)) / this.rated(call) : 0,
      ),
      fleiss: this.coefficient(product(pi, pi), (call) => this.dot(call, smoothed) / this.rated(call)),
      conger: this.conger(product),
      brennanPrediger: this.coefficient(this.weightSum / q ** 2, undefined),
      krippendorff: this.krippendorff(),
      percent: this.coefficient(0, undefined),
    }
  }

  private rated(call: number): number {
    return this.data.ratings[call] ?? 0
  }

  private isShared(call: number): boolean {
    return this.rated(call) >= 2
  }

  private pairCount(call: number): number {
    return this.rated(call) * (this.rated(call) - 1)
  }

  private agreeingPairs(row: Float64Array): number {
    let pairs = 0
    for (let level = 0; level < this.q; level++) {
      const count = row[level] ?? 0
      if (count === 0) continue
      let weighted = 0
      for (let other = 0; other < this.q; other++) weighted += (this.weights[level]?.[other] ?? 0) * (row[other] ?? 0)
      pairs += count * (weighted - 1)
    }
    return pairs
  }

  private dot(call: number, factors: readonly number[]): number {
    const row = this.data.counts[call]
    return sum(factors.map((factor, level) => factor * (row?.[level] ?? 0)))
  }

  /**
   * @param expectedOf - what a call adds to the expected agreement; undefined where that is a constant
   */
  private coefficient(expected: number, expectedOf: ((call: number) => number) | undefined): Coefficient {
    const { observed, n, shared } = this
    const value = (observed - expected) / (1 - expected)
    const scores = this.pairs.map((pairs, call) => {
      const own = this.isShared(call) ? ((n / shared) * (pairs / this.pairCount(call) - expected)) / (1 - expected) : 0
      return expectedOf ? own - (2 * (1 - value) * (expectedOf(call) - expected)) / (1 - expected) : own
    })
    return { figure: this.figure(value, scores, expected), observed, expected }
  }

  private conger(product: (a: readonly number[], b: readonly number[]) => number): Coefficient {
    const { levels } = this.data
    const raters = levels[0]?.length ?? 0
    const ratedBy = Array.from({ length: raters }, (_, rater) => levels.filter((row) => (row[rater] ?? -1) >= 0).length)
    const active = Array.from({ length: raters }, (_, rater) => rater).filter((rater) => (ratedBy[rater] ?? 0) > 0)
    const r = active.length
    const shares = active.map((rater) =>
      this.weights.map((_, level) => levels.filter((row) => row[rater] === level).length / (ratedBy[rater] ?? 1)),
    )
    if (r < 2) return this.coefficient(0, undefined)
    // Over all pairs of different raters.
    const total = this.weights.map((_, level) => sum(shares.map((share) => share[level] ?? 0)))
    const expected = (product(total, total) - sum(shares.map((share) => product(share, share)))) / (r * (r - 1))
    // For each rater the weighted shares of all others, by the level that the rater chose.
    const others = shares.map((own) =>
      this.weights.map((row) => sum(row.map((weight, l) => weight * ((total[l] ?? 0) - (own[l] ?? 0))))),
    )
    const means = others.map((other, place) => sum(other.map((value, k) => value * (shares[place]?.[k] ?? 0))))
    return this.coefficient(expected, (call) => {
      let added = 0
      for (const [place, rater] of active.entries()) {
        const level = levels[call]?.[rater] ?? -1
        const rated = ratedBy[rater] ?? 1
        const other = means[place] ?? 0
        if (level >= 0) added += (this.n / rated) * ((others[place]?.[level] ?? 0) - other)
        added += other
      }
      return added / (r * (r - 1))
    })
  }

  /** Computes Krippendorff's alpha, without the calls that have one rating. */
  private krippendorff(): Coefficient {
    const calls = this.data.ratings.flatMap((_, call) => (this.isShared(call) ? [call] : []))
    const n = calls.length
    if (n === 0) return { figure: undefinedFigure('nothing-in-common'), observed: 0, expected: 0 }
    const all = sum(calls.map((call) => this.rated(call)))
    const average = all / n
    const epsilon = 1 / all
    const pi = this.weights.map((_, level) => sum(calls.map((call) => this.data.counts[call]?.[level] ?? 0)) / all)
    const weighted = this.weights.map((row) => sum(row.map((weight, l) => weight * (pi[l] ?? 0))))
    const expected = sum(pi.map((share, k) => share * (weighted[k] ?? 0)))
    const raw = calls.map((call) => (this.pairs[call] ?? 0) / (average * (this.rated(call) - 1)))
    const rawMean = mean(raw)
    const observed = (1 - epsilon) * rawMean + epsilon
    const value = (observed - expected) / (1 - expected)
    // The spread is that of the uncorrected coefficient, a little wider, as in R's irrCAC.
    const uncorrected = (rawMean - expected) / (1 - expected)
    const scores = calls.map((call, place) => {
      const more = (this.rated(call) - average) / average
      const own = (raw[place] ?? 0) - observed * more
      const chance = this.dot(call, weighted) / average - expected * more
      return (own - expected) / (1 - expected) - (2 * (1 - uncorrected) * (chance - expected)) / (1 - expected)
    })
    return { figure: this.figure(value, scores, expected, uncorrected), observed, expected }
  }

  private figure(value: number, scores: readonly number[], expected: number, centre = value): Figure {
    if (this.shared === 0) return undefinedFigure('nothing-in-common')
    if (!(1 - expected > 1e-12)) return undefinedFigure('no-variation')
    const n = scores.length
    if (n < 2) return undefinedFigure('one-call')
    const variance = sum(scores.map((score) => (score - centre) ** 2)) / (n * (n - 1))
    const standardError = Math.sqrt(variance)
    return {
      kind: 'value',
      value,
      standardError,
      interval: coefficientInterval(value, standardError, n - 1, this.confidence),
    }
  }
}
