import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'
import type { MeasureKind } from './estimate-domain.js'
import { expectedValue } from './estimate-mean.js'
import { estimatePostStratified } from './estimate-post-stratified.js'
import type { Estimate } from './estimate-result.js'
import { figure, rateFigure } from './figure-by-kind.js'
import type { AnsweredStratum, JoinedSample } from './join-to-sample.js'
import type { Bounds } from './mean-interval.js'
import type { GroupReport, ReportOptions, SampleReport } from './sample-report.js'
import { CONFIDENCE, checkOptions, GREATEST_VALUE, singleCallIssues } from './strata.js'
import { countMoments, type StratumMoments } from './stratum-moments.js'
import type { Scope } from './zeroable-mean.js'

/** One measure of every joined call; null where the call is outside it. */
export interface Measure extends Bounds {
  readonly kind: MeasureKind
  readonly values: readonly (number | null)[]
}

/** Estimates a measure for the calls of one group. */
export type Estimator = (measure: Measure) => Estimate

/**
 * Builds a report.
 * @param figuresOf - makes the figures of one group from its estimator
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`, `sampling/post-stratum`
 */
export function reportOn<T extends { readonly agentId?: string }, F>(
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
      if (measure.kind === 'rate') return rateFigure(countsOf(runs, values), { ...settings, of: scope })
      const held = runs.map(({ stratum: { key, size, drawn }, indices }) => {
        return { key, size, drawn, values: known(values, indices) }
      })
      return figure(held, { ...settings, ...measure, of: scope })
    }
  const groupsOf = (labelOf: (entry: T) => string | undefined, scope: Scope): GroupReport<F>[] => {
    const groups = new Map<string, number[]>()
    calls.forEach(({ entry }, index) => {
      const label = labelOf(entry)
      if (label === undefined) return
      const group = groups.get(label)
      if (group === undefined) groups.set(label, [index])
      else group.push(index)
    })
    return [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([label, indices]) => ({
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

/** Refuses a measure's values that cannot occur, with `sampling/argument`. */
export function checkMeasure(measure: Measure, name: string): void {
  const { values, minimum = Number.NEGATIVE_INFINITY, maximum = Infinity } = measure
  const index = values.findIndex(
    (value) => value !== null && !(Math.abs(value) <= GREATEST_VALUE && value >= minimum && value <= maximum),
  )
  if (index >= 0) throwIssues([argumentIssue('sampling/argument', [name], expectedValue(measure), values[index])])
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

/** The counts of a 0/1 measure in each stratum. */
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
