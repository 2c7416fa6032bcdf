import type { Issue } from '../issues/issue.js'
import { throwIssues } from '../issues/throw-issues.js'
import { argumentIssue } from './allocation-arguments.js'
import type { MeasureKind } from './estimate-domain.js'
import { expectedValue } from './estimate-mean.js'
import { estimatePostStratified } from './estimate-post-stratified.js'
import { figure } from './estimation-figure.js'
import type { JoinedSample, MissingScores } from './estimation-manifest.js'
import type { Estimate } from './estimation-result.js'
import { CONFIDENCE, checkOptions, type EstimationOptions, singleCallIssues } from './estimation-strata.js'
import type { Bounds } from './estimation-t-interval.js'
import type { Scope } from './estimation-zeroable.js'

/** Options of a report on entries of type `T`, which are scores or values. */
export interface ReportOptions<T> extends EstimationOptions {
  /** @defaultValue `error` */
  readonly missing?: MissingScores
  /** Further domains by name: the label of an entry's domain, or undefined for none. */
  readonly domains?: Readonly<Record<string, (entry: T) => string | undefined>>
  /** Groups whose number of calls in the whole month is known. */
  readonly postStrata?: {
    readonly of: (entry: T) => string
    readonly counts: Readonly<Record<string, number>>
  }
}

/** One stratum of a report. */
export interface StratumReport<F> {
  readonly key: string
  /** Calls that the stratum holds. */
  readonly size: number
  /** Measure calls with a score. */
  readonly n: number
  readonly figures: F
}

/** One agent or domain of a report. */
export interface GroupReport<F> {
  readonly label: string
  /** Measure calls with a score. */
  readonly n: number
  readonly figures: F
}

/** What a sample says about the month. */
export interface SampleReport<F> {
  readonly confidence: number
  /** Calls of all strata. */
  readonly population: number
  /** Measure calls with a score. */
  readonly n: number
  /** Measure calls without one; `as-if-random` takes the others of the stratum to stand for them, which nothing proves. */
  readonly missing: { readonly assumption: 'none' | 'as-if-random'; readonly calls: readonly string[] }
  readonly total: F
  /** With weights that bring groups to their known sizes; where these were given. */
  readonly postStratified?: F
  /** In the order of the manifest. */
  readonly strata: readonly StratumReport<F>[]
  /** By id, never by rank; those with under 10 calls are `too-thin`. */
  readonly agents: readonly GroupReport<F>[]
  /** Measure calls that name no agent. */
  readonly withoutAgent: number
  /** By name, then by label. */
  readonly domains: Readonly<Record<string, readonly GroupReport<F>[]>>
  /** Warnings: scores that belong to no drawn call. */
  readonly issues: readonly Issue[]
}

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

  const whole = runsOf(calls, everyCall(calls))
  const settings = { confidence, ...(singleCall !== undefined && { singleCall }) }
  const estimatorOf =
    (runs: readonly Run[], scope: Scope): Estimator =>
    ({ values, ...measure }) =>
      figure(
        runs.map(({ stratum, indices }) => ({ ...stratumOf(strata, stratum), values: known(values, indices) })),
        { ...settings, ...measure, of: scope },
      )
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
        figures: figuresOf(estimatorOf(runsOf(calls, indices), scope)),
      }))
  }
  const postEstimator: Estimator | undefined =
    postStrata &&
    (({ values, ...measure }) =>
      estimatePostStratified(
        whole.map(({ stratum, indices }) => ({
          ...stratumOf(strata, stratum),
          values: indices.map((index) => values[index] ?? null),
          labels: indices.flatMap((index) => calls[index] ?? []).map(({ entry }) => postStrata.of(entry)),
        })),
        postStrata.counts,
        { ...settings, ...measure },
      ))
  return {
    confidence,
    population: strata.reduce((sum, { size }) => sum + size, 0),
    n: calls.length,
    missing: { assumption: sample.missing.length === 0 ? 'none' : 'as-if-random', calls: sample.missing },
    total: figuresOf(estimatorOf(whole, 'total')),
    ...(postEstimator && { postStratified: figuresOf(postEstimator) }),
    strata: whole.map((run) => {
      const { key, size } = stratumOf(strata, run.stratum)
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
    (value) => value !== null && !(Number.isFinite(value) && value >= minimum && value <= maximum),
  )
  if (index >= 0) throwIssues([argumentIssue([name], expectedValue(measure), values[index])])
}

/** The calls of a group in one stratum. */
interface Run {
  readonly stratum: number
  readonly indices: readonly number[]
}

/** Splits indices, which are in order of stratum, by stratum. */
function runsOf(calls: readonly { readonly stratum: number }[], indices: readonly number[]): Run[] {
  const runs: { stratum: number; indices: number[] }[] = []
  for (const index of indices) {
    const stratum = calls[index]?.stratum ?? 0
    const last = runs.at(-1)
    if (last?.stratum === stratum) last.indices.push(index)
    else runs.push({ stratum, indices: [index] })
  }
  return runs
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

function stratumOf(strata: JoinedSample<unknown>['strata'], index: number): JoinedSample<unknown>['strata'][number] {
  return strata[index] ?? { key: '', size: 1, drawn: 1 }
}
