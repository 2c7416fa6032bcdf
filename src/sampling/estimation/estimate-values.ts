import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Bounds } from './bounds.js'
import type { Estimate } from './estimate-result.js'
import type { MeasureKind } from './measure-kind.js'
import { type EstimationManifest, joinToSample } from './report/join-to-sample.js'
import { checkMeasure, type Measure } from './report/measure.js'
import { reportOnSample } from './report/report-on-sample.js'
import type { ReportOptions, SampleReport } from './report/sample-report.js'

/** Value of one call. */
export interface CallValue {
  readonly callId: string
  /** null where the call is outside the measure. */
  readonly value: number | boolean | null
  readonly agentId?: string
}

/** Options of `estimateValues`. */
export interface ValueOptions<T extends CallValue> extends ReportOptions<T>, Bounds {
  /** `rate` for true and false (or 1 and 0), `mean`, or `zeroable-mean` for scores that vetoes make 0. */
  readonly kind: MeasureKind
}

/** Estimates of one variable over all calls. */
export interface ValueReport extends SampleReport<Estimate> {
  /** Values of calls that were drawn for another purpose, which carry no weight. */
  readonly apart: number
}

/**
 * Estimates a variable over all calls from the drawn ones, such as seconds of talk or whether a call was answered
 * within 20 seconds.
 * @param manifest - of `drawSample`; only its measure calls carry weight
 * @param values - one for each measure call, in any order
 * @throws CallgradeError as `estimate`
 * @example
 * estimateValues(manifest, [{ callId: 'c1', value: true }, { callId: 'c2', value: false }], { kind: 'rate' }).total.estimate
 * //=> 0.5
 */
export function estimateValues<T extends CallValue>(
  manifest: EstimationManifest,
  values: Iterable<T>,
  options: ValueOptions<T>,
): ValueReport {
  const { kind, missing = 'error', minimum = kind === 'mean' ? undefined : 0, maximum } = options
  const sample = joinToSample<T>(manifest, values, missing)
  const measure: Measure = {
    kind,
    values: sample.calls.map(({ entry: { value } }) => (value === null ? null : Number(value))),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }
  checkMeasure(measure, 'values')
  if (kind === 'rate') {
    const wrong = measure.values.find((value) => value !== null && value !== 0 && value !== 1)
    if (wrong !== undefined)
      throwIssues([argumentIssue('sampling/argument', ['values'], 'true | false | 1 | 0 | null', wrong)])
  }
  const report = reportOnSample(sample, options, (estimator) => estimator(measure))
  return { ...report, apart: sample.targeted.entries.length + sample.coaching.entries.length }
}
