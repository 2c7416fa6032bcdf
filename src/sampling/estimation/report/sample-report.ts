import type { Issue } from '../../../issues/issue.js'
import type { EstimationOptions } from '../strata/estimation-options.js'
import type { MissingScores } from './join-to-sample.js'

/** Options of a report on entries of type `T`, which are scores or values. */
export interface ReportOptions<T> extends EstimationOptions {
  /** @defaultValue `error` */
  readonly missing?: MissingScores
  /** Further domains by name: the label of an entry's domain, or undefined for none. */
  readonly domains?: Readonly<Record<string, (entry: T) => string | undefined>>
  /** Groups whose number of calls in the whole month is known. */
  readonly postStrata?: {
    /** The group of an entry. */
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

/** Estimates from a sample: in total and by group. */
export interface SampleReport<F> {
  readonly confidence: number
  /** Calls of all strata. */
  readonly population: number
  /** Measure calls with a score. */
  readonly n: number
  /** Measure calls without a score; `as-if-random` assumes, unproven, that the others of the stratum represent them. */
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
