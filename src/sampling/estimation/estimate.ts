import type { Score } from '../../scoring/score.js'
import type { Estimate } from './estimate-result.js'
import { type DrawnApart, type EstimationManifest, joinToSample } from './report/join-to-sample.js'
import type { Estimator, Measure } from './report/measure.js'
import { reportOnSample } from './report/report-on-sample.js'
import type { ReportOptions, SampleReport } from './report/sample-report.js'
import { type ScoreMeasures, scoreMeasures } from './report/score-measures.js'

/** Options of `estimate`. */
export interface EstimateOptions extends ReportOptions<Score> {
  /** Ceiling of the scores, `result.maximum` of the rubric. @defaultValue 100 */
  readonly maximum?: number
  /** Ids of vetoes to be reported although none of them fired. */
  readonly vetoes?: readonly string[]
}

/** A rate of something bad; its upper limit is the finding and comes first. */
export type VetoRate = {
  /** The share is at most this: the interval's upper limit; absent where nothing can be said. */
  readonly atMost?: number
} & Estimate

/** Estimates of the scores of a group of calls. */
export interface ScoreFigures {
  /** Mean score, vetoes and all. */
  readonly score: Estimate
  /** Mean score before vetoes, gates and bonuses. */
  readonly rawScore: Estimate
  /** Share with the verdict `qualified`. */
  readonly passRate: Estimate
  /** Share with at least one veto. */
  readonly vetoRate: VetoRate
  /** Share of each veto, by id. */
  readonly vetoes: Readonly<Record<string, VetoRate>>
  /** Critical-error accuracy by family: the share `clear` among the calls in which the family was assessed. */
  readonly criticalErrors: Readonly<Record<string, Estimate>>
}

/** Scores of calls that were drawn for another purpose; they carry no weight and represent no other call. */
export interface ApartReport {
  readonly drawn: number
  /** Number of them with a score. */
  readonly scored: number
  readonly notScored: number
  readonly unqualified: number
  readonly vetoed: number
}

/** Estimates of all scores from those of a sample. */
export interface ScoreReport extends SampleReport<ScoreFigures> {
  /** Measure calls of status `not-scored`; they are outside all figures. */
  readonly notScored: number
  /** Measure calls with a veto, gate or bonus that could not be decided; the veto's rate leaves them out. */
  readonly undetermined: number
  readonly targeted: ApartReport
  readonly coaching: ApartReport
}

/**
 * Estimates the scores of all calls from a drawn sample: in total, by stratum, agent, business type and further domains.
 * Method: each estimate names its own.
 * @param manifest - of `drawSample`; only its measure calls carry weight
 * @param scores - results of `scorer.score`, in any order
 * @returns figures as data; where nothing can be said a `not-estimable` with its reason
 * @throws CallgradeError `sampling/score-missing`, `sampling/score-twice`, `sampling/stratum-unanswered`,
 * `sampling/single-call-stratum`, `sampling/post-stratum`, `sampling/argument`
 * @example
 * // 4 of 40 sales calls, one of them vetoed, and 2 of 10 care calls.
 * estimate(manifest, scores).total.vetoRate.estimate //=> 0.2
 */
export function estimate(
  manifest: EstimationManifest,
  scores: Iterable<Score>,
  options: EstimateOptions = {},
): ScoreReport {
  const { missing = 'error', maximum = 100, domains } = options
  const sample = joinToSample(manifest, scores, missing)
  const entries = sample.calls.map(({ entry }) => entry)
  const measures = scoreMeasures(entries, options.vetoes ?? [], maximum)
  const businessType = entries.some((entry) => entry.businessType !== undefined)
    ? { businessType: (entry: Score) => entry.businessType }
    : {}
  const report = reportOnSample(sample, { ...options, domains: { ...businessType, ...domains } }, (estimator) =>
    figuresOf(measures, estimator),
  )
  return {
    ...report,
    notScored: entries.filter(({ status }) => status === 'not-scored').length,
    undetermined: entries.filter(({ undetermined }) => undetermined.length > 0).length,
    targeted: apartOf(sample.targeted),
    coaching: apartOf(sample.coaching),
  }
}

function figuresOf(measures: ScoreMeasures, estimator: Estimator): ScoreFigures {
  const each = <F>(map: ReadonlyMap<string, Measure>, estimateOf: (measure: Measure) => F): Record<string, F> =>
    Object.fromEntries([...map].map(([name, measure]) => [name, estimateOf(measure)]))
  const limitFirst = (measure: Measure): VetoRate => {
    const rate = estimator(measure)
    return rate.status === 'estimated' ? { atMost: rate.interval.upper, ...rate } : rate
  }
  return {
    score: estimator(measures.score),
    rawScore: estimator(measures.rawScore),
    passRate: estimator(measures.passRate),
    vetoRate: limitFirst(measures.vetoRate),
    vetoes: each(measures.vetoes, limitFirst),
    criticalErrors: each(measures.criticalErrors, estimator),
  }
}

function apartOf({ drawn, entries }: DrawnApart<Score>): ApartReport {
  const scored = entries.filter(({ status }) => status === 'scored')
  return {
    drawn,
    scored: scored.length,
    notScored: entries.length - scored.length,
    unqualified: scored.filter(({ verdict }) => verdict === 'unqualified').length,
    vetoed: scored.filter(({ vetoes }) => vetoes.length > 0).length,
  }
}
