import { argumentIssue } from '../../issues/argument-issue.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { SingleCallPolicy } from './estimate-result.js'

/** The calls drawn from one stratum. */
export interface StratumSample {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** One value for each drawn call. */
  readonly values: readonly number[]
}

/** The calls drawn from one stratum, of which some belong to a domain. */
export interface DomainStratum extends StratumSample {
  /** All calls drawn from the stratum, those outside the domain included. */
  readonly drawn: number
  /** One value for each drawn call of the domain. */
  readonly values: readonly number[]
}

/** Options that every estimator has. */
export interface EstimationOptions {
  /** A fraction between 0 and 1. @defaultValue 0.95 */
  readonly confidence?: number
  /**
   * For strata with one drawn call of several, whose spread nobody knows: `certainty` and `remove` leave them out of the
   * variance, `adjust` takes their distance from the whole's mean, `average` the mean variance of the other strata.
   * @defaultValue none: such a stratum is an error
   */
  readonly singleCall?: SingleCallPolicy
}

/** Values beyond are no measurements, and their squares leave the range of doubles. */
export const GREATEST_VALUE = 1e75

/** The usual confidence of quality reports. */
export const CONFIDENCE = 0.95

const POLICIES: readonly unknown[] = [undefined, 'certainty', 'remove', 'adjust', 'average']

/** Refuses options that cannot be meant, with `sampling/argument`. */
export function checkOptions(options: EstimationOptions): void {
  const { confidence = CONFIDENCE, singleCall } = options
  const issues: Issue[] = []
  if (!(typeof confidence === 'number' && confidence > 0 && confidence < 1))
    issues.push(
      argumentIssue('sampling/argument', ['confidence'], 'a fraction between 0 and 1, such as 0.95', confidence),
    )
  if (!POLICIES.includes(singleCall))
    issues.push(
      argumentIssue('sampling/argument', ['singleCall'], '"certainty" | "remove" | "adjust" | "average"', singleCall),
    )
  throwIssues(issues)
}

/**
 * Refuses strata that no sample can have, with `sampling/argument`, and single-call strata for which no policy is
 * named, with `sampling/single-call-stratum`.
 * @param allowed - tells whether a value may occur; `expected` says so in the message
 */
export function checkStrata(
  strata: readonly DomainStratum[],
  options: EstimationOptions,
  expected: string,
  allowed: (value: number) => boolean,
): void {
  checkOptions(options)
  const issues: Issue[] = []
  const keys = new Set<string>()
  strata.forEach((stratum, index) => {
    const { key, size, drawn, values } = stratum
    const at = ['strata', index]
    if (keys.has(key))
      issues.push(argumentIssue('sampling/argument', [...at, 'key'], 'a key that no other stratum has', key))
    keys.add(key)
    if (!(Number.isSafeInteger(size) && size >= 1))
      issues.push(argumentIssue('sampling/argument', [...at, 'size'], 'a whole number from 1', size))
    else if (!(Number.isSafeInteger(drawn) && drawn >= 1 && drawn <= size))
      issues.push(argumentIssue('sampling/argument', [...at, 'drawn'], `a whole number from 1 to ${size}`, drawn))
    else if (values.length > drawn)
      issues.push(argumentIssue('sampling/argument', [...at, 'values'], `at most ${drawn} values`, values.length))
    const wrong = values.findIndex((value) => !(Math.abs(value) <= GREATEST_VALUE && allowed(value)))
    if (wrong >= 0) issues.push(argumentIssue('sampling/argument', [...at, 'values', wrong], expected, values[wrong]))
  })
  throwIssues(issues)
  if (options.singleCall === undefined && strata.length > 1) throwIssues(singleCallIssues(strata))
}

/** One issue for each stratum with one drawn call of several. */
export function singleCallIssues(strata: readonly { key: string; size: number; drawn: number }[]): Issue[] {
  return strata.flatMap(({ key, size, drawn }, index) =>
    drawn === 1 && size > 1
      ? [
          {
            code: 'sampling/single-call-stratum',
            severity: 'error',
            path: ['strata', index],
            received: JSON.stringify(key),
            expected: '"certainty" | "remove" | "adjust" | "average"',
            details: { size },
          },
        ]
      : [],
  )
}

/** A total as the domain that holds every drawn call. */
export function wholeDomain(strata: readonly StratumSample[]): DomainStratum[] {
  return strata.map(({ key, size, values }) => ({ key, size, drawn: values.length, values }))
}
