/** The calls drawn from one stratum. */
export interface StratumSample {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** One value for each drawn call. */
  readonly values: readonly number[]
}

/** The calls drawn from one stratum, some of them in a domain. */
export interface DomainStratum extends StratumSample {
  /** All calls drawn from the stratum, those outside the domain included. */
  readonly drawn: number
  /** One value for each drawn call of the domain. */
  readonly values: readonly number[]
}

/** Returns a total as the domain that holds every drawn call. */
export function wholeDomain(strata: readonly StratumSample[]): DomainStratum[] {
  return strata.map(({ key, size, values }) => ({ key, size, drawn: values.length, values }))
}
