import { argumentIssue } from '../../../issues/argument-issue.js'
import type { Issue } from '../../../issues/issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import { checkOptions, type EstimationOptions } from './estimation-options.js'
import type { DomainStratum } from './stratum-sample.js'

/** Values beyond are no measurements, and their squares leave the range of doubles. */
export const GREATEST_VALUE = 1e75

/**
 * Refuses strata that no sample can have, with `sampling/argument`, and single-call strata for which no policy is
 * named, with `sampling/single-call-stratum`.
 * @param expected - values that may occur, for the message
 * @param allowed - whether a value may occur
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

/** Makes one issue for each stratum with one drawn call of several. */
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
