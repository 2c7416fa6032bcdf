import { groupBy } from '../../../documents/group-by.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import { sum } from '../../../statistics/sum.js'
import { estimatePostStratified } from '../domains/estimate-post-stratified.js'
import { measureEstimate, rateMeasureEstimate } from '../domains/measure-estimate.js'
import type { Scope } from '../scope.js'
import { singleCallIssues } from '../strata/check-strata.js'
import { CONFIDENCE, checkOptions } from '../strata/estimation-options.js'
import { countMoments, type StratumMoments } from '../strata/stratum-moments.js'
import type { AnsweredStratum, JoinedSample } from './join-to-sample.js'
import type { Estimator } from './measure.js'
import type { GroupReport, ReportOptions, SampleReport } from './sample-report.js'

/**
 * Builds a report.
 * @param figuresOf - makes the figures of one group from its estimator
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`, `sampling/post-stratum`
 */
export function reportOnSample<T extends { readonly agentId?: string }, F>(
  sample: JoinedSample<T>,
  options: ReportOptions<T>,
  figuresOf: (estimator: Estimator) => F,
): SampleReport<F> {
  const { confidence = CONFIDENCE, singleCall, domains = {}, postStrata } = options
  checkOptions(options)
  const { strata, calls } = sample
  if (singleCall === undefined && strata.length > 1) throwIssues(singleCallIssues(strata))

  const whole = runsOf(sample, everyCall(calls))
  const settings = { confidence, ...(singleCall !== undefined && { singleCall }) }
  const estimatorOf =
    (runs: readonly Run[], scope: Scope): Estimator =>
    (measure) => {
      const { values } = measure
      if (measure.kind === 'rate') return rateMeasureEstimate(countsOf(runs, values), { ...settings, of: scope })
      const held = runs.map(({ stratum: { key, size, drawn }, indices }) => {
        return { key, size, drawn, values: known(values, indices) }
      })
      return measureEstimate(held, { ...settings, ...measure, of: scope })
    }
  const groupsOf = (labelOf: (entry: T) => string | undefined, scope: Scope): GroupReport<F>[] => {
    const groups = groupBy(everyCall(calls), (index) => {
      const call = calls[index]
      return call && labelOf(call.entry)
    })
    return [...groups]
      .flatMap(([label, indices]) => (label === undefined ? [] : [{ label, indices }]))
      .sort((one, other) => (one.label < other.label ? -1 : 1))
      .map(({ label, indices }) => ({
        label,
        n: indices.length,
        figures: figuresOf(estimatorOf(runsOf(sample, indices), scope)),
      }))
  }
  const postEstimator: Estimator | undefined =
    postStrata &&
    (({ values, ...measure }) =>
      estimatePostStratified(
        whole.map(({ stratum: { key, size }, indices }) => ({
          key,
          size,
          values: indices.map((index) => values[index] ?? null),
          labels: indices.flatMap((index) => calls[index] ?? []).map(({ entry }) => postStrata.of(entry)),
        })),
        postStrata.counts,
        { ...settings, ...measure },
      ))
  return {
    confidence,
    population: sum(strata, ({ size }) => size),
    n: calls.length,
    missing: { assumption: sample.missing.length === 0 ? 'none' : 'as-if-random', calls: sample.missing },
    total: figuresOf(estimatorOf(whole, 'total')),
    ...(postEstimator && { postStratified: figuresOf(postEstimator) }),
    strata: whole.map((run) => {
      const { key, size } = run.stratum
      return { key, size, n: run.indices.length, figures: figuresOf(estimatorOf([run], 'total')) }
    }),
    agents: groupsOf(({ agentId }) => agentId, 'agent'),
    withoutAgent: calls.reduce((count, { entry }) => count + (entry.agentId === undefined ? 1 : 0), 0),
    domains: Object.fromEntries(Object.entries(domains).map(([name, labelOf]) => [name, groupsOf(labelOf, 'domain')])),
    issues: sample.issues,
  }
}

/** The calls of a group in one stratum. */
interface Run {
  readonly stratum: AnsweredStratum
  readonly indices: readonly number[]
}

/** Splits indices, which are in order of stratum, by stratum. */
function runsOf({ strata, calls }: JoinedSample<unknown>, indices: readonly number[]): Run[] {
  const runs: { stratum: AnsweredStratum; indices: number[] }[] = []
  let last: { stratum: AnsweredStratum; indices: number[] } | undefined
  for (const index of indices) {
    const stratum = strata[calls[index]?.stratum ?? -1]
    if (stratum === undefined) continue
    if (last?.stratum === stratum) last.indices.push(index)
    else {
      last = { stratum, indices: [index] }
      runs.push(last)
    }
  }
  return runs
}

/** Counts a 0/1 measure in each stratum. */
function countsOf(runs: readonly Run[], values: readonly (number | null)[]): StratumMoments[] {
  return runs.map(({ stratum: { size, drawn }, indices }) => {
    let [count, found] = [0, 0]
    for (const index of indices) {
      const value = values[index]
      if (value === null || value === undefined) continue
      count++
      found += value
    }
    return countMoments(size, drawn, count, found)
  })
}

function everyCall(calls: readonly unknown[]): number[] {
  return calls.map((_, index) => index)
}

function known(values: readonly (number | null)[], indices: readonly number[]): number[] {
  const found: number[] = []
  for (const index of indices) {
    const value = values[index]
    if (value !== null && value !== undefined) found.push(value)
  }
  return found
}
