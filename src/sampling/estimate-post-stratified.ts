import type { Issue } from '../issues/issue.js'
import { throwIssues } from '../issues/throw-issues.js'
import { argumentIssue } from './allocation-arguments.js'
import type { DomainOptions } from './estimate-domain.js'
import { expectedValue } from './estimate-mean.js'
import { residualTerm } from './estimate-ratio.js'
import { exactLimits, plannedEffectiveSize } from './estimation-effective-size.js'
import { greatestUnseen } from './estimation-none-found.js'
import type { RatioMean } from './estimation-ratio-mean.js'
import type { Estimate } from './estimation-result.js'
import { CONFIDENCE, checkStrata, type EstimationOptions } from './estimation-strata.js'
import { type Bounds, tInterval } from './estimation-t-interval.js'
import { totalVariance } from './estimation-variance.js'
import { joinZeroable } from './estimation-zeroable.js'

/** The drawn calls of one stratum with the group of each, whose size in the whole month is known. */
export interface PostStratumSample {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** One for each drawn call; null for one that is outside the measure, such as a call that was not scored. */
  readonly values: readonly (number | null)[]
  /** Group of each call, in the same order. */
  readonly labels: readonly string[]
}

/** Options of a post-stratified figure. */
export interface PostStratifiedOptions extends EstimationOptions, Bounds {
  readonly kind: DomainOptions['kind']
}

/**
 * A mean or rate of all calls, with weights that bring groups of known size to that size.
 * Method: post-stratification (Särndal, Swensson and Wretman 1992, 7.6; R survey's `postStratify`): the variance is
 * that of the residuals within the groups. A rate's effective size is at most the planned one and Kish's.
 * @param counts - calls of every group in the whole, adding to the sizes of the strata
 * @throws CallgradeError `sampling/argument`, `sampling/post-stratum`, `sampling/single-call-stratum`
 * @example
 * const strata = [{ key: 'all', size: 90, values: [80, 90, 70], labels: ['new', 'new', 'old'] }]
 * estimatePostStratified(strata, { new: 30, old: 60 }, { kind: 'mean' }).estimate
 * //=> 75
 */
export function estimatePostStratified(
  strata: readonly PostStratumSample[],
  counts: Readonly<Record<string, number>>,
  options: PostStratifiedOptions,
): Estimate {
  checkPostStrata(strata, counts, options)
  const { kind, confidence = CONFIDENCE, singleCall, maximum } = options
  const sample = weighted(strata, counts)
  const whole = postMean(sample, (value) => value, singleCall)
  if (whole === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  switch (kind) {
    case 'mean':
      return tInterval(whole, meanDegrees(whole), 'satterthwaite-t', confidence, options)
    case 'rate':
      return postRate(sample, whole, confidence)
    case 'zeroable-mean': {
      const share = postMean(sample, (value) => (value === 0 ? 0 : 1), singleCall)
      const rest = postMean(sample, (value) => (value === 0 ? null : value), singleCall)
      const parts = {
        plain: whole,
        share: postRate(sample, share ?? whole, confidence),
        rest,
        degreesOfFreedom: rest?.degreesOfFreedomWithin ?? 0,
      }
      return joinZeroable(parts, confidence, maximum)
    }
  }
}

interface WeightedStratum {
  readonly size: number
  readonly drawn: number
  readonly calls: readonly { readonly value: number | null; readonly group: number; readonly ratio: number }[]
}

/** Each call with its group and what its weight is multiplied by. */
function weighted(strata: readonly PostStratumSample[], counts: Readonly<Record<string, number>>): WeightedStratum[] {
  const names = new Map(Object.keys(counts).map((name, index) => [name, index]))
  const expanded = new Array<number>(names.size).fill(0)
  const groupOf = (label: string | undefined) => names.get(label ?? '') ?? 0
  for (const { size, labels } of strata)
    for (const label of labels) expanded[groupOf(label)] = (expanded[groupOf(label)] ?? 0) + size / labels.length
  const ratios = Object.values(counts).map((count, group) => count / (expanded[group] ?? count))
  return strata.map(({ size, values, labels }) => ({
    size,
    drawn: values.length,
    calls: values.map((value, index) => {
      const group = groupOf(labels[index])
      return { value, group, ratio: ratios[group] ?? 1 }
    }),
  }))
}

/** The weighted mean of the calls that have a value, and the variance of its residuals within the groups. */
function postMean(
  sample: readonly WeightedStratum[],
  measure: (value: number) => number | null,
  policy: EstimationOptions['singleCall'],
): RatioMean | undefined {
  const rows = sample.map(({ size, drawn, calls }) =>
    calls.map(({ value, group, ratio }) => {
      const measured = value === null ? null : measure(value)
      return { measured, group, base: size / drawn, weight: (size / drawn) * ratio, ratio }
    }),
  )
  const known = rows.flat().flatMap((row) => (row.measured === null ? [] : [{ ...row, measured: row.measured }]))
  const [first] = known
  if (first === undefined) return undefined
  const weight = known.reduce((sum, row) => sum + row.weight, 0)
  // From the first value on, so that equal values have their mean exactly.
  const shifted = known.reduce((sum, row) => sum + row.weight * (row.measured - first.measured), 0) / weight
  const estimate = first.measured + shifted

  const groups = new Map<number, { sum: number; base: number }>()
  const residualOf = (measured: number | null) => (measured === null ? 0 : (measured - estimate) / weight)
  for (const { measured, group, base } of rows.flat()) {
    const entry = groups.get(group) ?? { sum: 0, base: 0 }
    entry.sum += base * residualOf(measured)
    entry.base += base
    groups.set(group, entry)
  }
  const terms = rows.map((row, index) =>
    residualTerm(
      sample[index]?.size ?? row.length,
      row.map(({ measured, group, ratio }) => {
        const { sum, base } = groups.get(group) ?? { sum: 0, base: 1 }
        return ratio * (residualOf(measured) - sum / base)
      }),
    ),
  )
  const holding = rows.filter((row) => row.some(({ measured }) => measured !== null)).length
  return {
    n: known.length,
    estimate,
    degreesOfFreedomWithin: known.length - holding,
    kishSize: weight ** 2 / known.reduce((sum, row) => sum + row.weight ** 2, 0),
    ...totalVariance(terms, policy),
  }
}

function meanDegrees(mean: RatioMean): number {
  return mean.variance === 0 ? mean.degreesOfFreedomWithin : mean.degreesOfFreedom
}

function postRate(sample: readonly WeightedStratum[], mean: RatioMean, confidence: number): Estimate {
  const { n, estimate, variance, kishSize } = mean
  const figure = {
    status: 'estimated',
    estimate,
    confidence,
    n,
    standardError: Math.sqrt(variance),
    notes: [],
  } as const
  const drawn = sample.reduce((sum, stratum) => sum + stratum.drawn, 0)
  if ((estimate === 0 || estimate === 1) && n === drawn) {
    // What the sample has not shown does not depend on weights.
    const population = sample.reduce((sum, { size }) => sum + size, 0)
    const hidden = greatestUnseen(sample, (1 - confidence) / 2) / population
    const interval = estimate === 0 ? { lower: 0, upper: hidden } : { lower: 1 - hidden, upper: 1 }
    return { ...figure, method: 'none-or-all', interval }
  }
  const planned = Math.min(kishSize, plannedEffectiveSize(sample))
  const effectiveSize = variance === 0 ? planned : Math.min((estimate * (1 - estimate)) / variance, planned)
  return {
    ...figure,
    method: 'korn-graubard',
    interval: exactLimits(estimate, effectiveSize, confidence),
    degreesOfFreedom: mean.degreesOfFreedomWithin,
    effectiveSize,
    plannedEffectiveSize: planned,
  }
}

function checkPostStrata(
  strata: readonly PostStratumSample[],
  counts: Readonly<Record<string, number>>,
  options: PostStratifiedOptions,
): void {
  const { kind, minimum = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0, maximum = Infinity } = options
  const domain = strata.map(({ key, size, values }) => ({
    key,
    size,
    drawn: values.length,
    values: values.filter((value) => value !== null),
  }))
  if (kind === 'rate') checkStrata(domain, options, '0 or 1', (value) => value === 0 || value === 1)
  else checkStrata(domain, options, expectedValue(options), (value) => value >= minimum && value <= maximum)

  const issues: Issue[] = []
  const seen = new Set(strata.flatMap(({ labels }) => labels))
  for (const label of seen) if (!Object.hasOwn(counts, label)) issues.push(postStratumIssue(label, 'unknown'))
  let total = 0
  for (const [label, count] of Object.entries(counts)) {
    if (!(Number.isSafeInteger(count) && count >= 0))
      issues.push(argumentIssue(['counts', label], 'a whole number from 0', count))
    else if (count > 0 && !seen.has(label)) issues.push(postStratumIssue(label, 'empty'))
    else if (count === 0 && seen.has(label))
      issues.push(argumentIssue(['counts', label], 'a whole number from 1', count))
    total += count
  }
  const population = strata.reduce((sum, { size }) => sum + size, 0)
  if (issues.length === 0 && total !== population)
    issues.push(argumentIssue(['counts'], `counts that add to ${population}`, total))
  strata.forEach(({ values, labels }, index) => {
    if (labels.length !== values.length)
      issues.push(argumentIssue(['strata', index, 'labels'], `${values.length} labels`, labels.length))
  })
  throwIssues(issues)
}

function postStratumIssue(label: string, reason: 'unknown' | 'empty'): Issue {
  return {
    code: 'sampling/post-stratum',
    severity: 'error',
    path: ['counts', label],
    received: JSON.stringify(label),
    details: { reason },
  }
}
