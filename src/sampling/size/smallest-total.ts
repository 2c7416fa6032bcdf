import { CallgradeError } from '../../issues/callgrade-error.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { compare, divide, HUNDRED, multiply, type Rational, rationalOf } from '../../rubric/exact/rational.js'
import { normal } from '../../statistics/distributions/normal.js'
import { sampleSize } from '../../statistics/sizes/sample-size.js'
import type { AllocationFloor } from '../allocation/allocation-floor.js'
import { Allocator } from '../allocation/allocator.js'
import type { CoverageRule, SamplingDesign } from '../design/sampling-design.js'
import type { FrameCounts } from '../frame/count-frame.js'
import { coverageTest } from '../frame/frame-reader.js'
import type { PlannedDomain, PlannedStratum, PlanOptions, SamplePlan } from './sample-plan.js'

export function refusal(draft: IssueDraft): CallgradeError {
  return new CallgradeError([issueOf(draft, undefined)])
}

/** The search for the number of calls that a design takes over one frame. */
export class SizeProblem {
  private readonly design: SamplingDesign
  private readonly N: number
  private readonly confidence: number
  private readonly expected: number
  private readonly z: number
  private readonly lower: Float64Array
  private readonly sizes: Float64Array
  private readonly allocator: Allocator
  private readonly coverage: readonly { readonly rule: CoverageRule; readonly members: readonly number[] }[]

  constructor(
    private readonly frame: FrameCounts,
    private readonly options: PlanOptions,
  ) {
    this.design = frame.design
    this.N = frame.N
    const { confidencePercent = 95, expectedPercent = 50 } = this.design.precision ?? {}
    this.confidence = confidencePercent / 100
    this.expected = expectedPercent / 100
    this.z = normal.quantile((1 + this.confidence) / 2)
    this.sizes = Float64Array.from(frame.strata, ({ N }) => N)
    this.coverage = (this.design.coverage ?? []).map((rule) => {
      const holds = coverageTest(this.design, rule.where)
      return { rule, members: frame.strata.flatMap(({ labels }, index) => (holds(labels) ? [index] : [])) }
    })
    this.lower = this.lowerBounds()
    this.allocator = this.allocatorFor(true)
  }

  /** min(N_h, max(1, minimumPerStratum, ceil(atLeast x N_h))), and what a grown sample holds already. */
  private lowerBounds(): Float64Array {
    const { minimumPerStratum = 1 } = this.design
    const held = new Map(this.options.grow?.strata.map(({ key, n }) => [key, n]))
    const lower = Float64Array.from(this.frame.strata, ({ key }) => Math.max(1, minimumPerStratum, held.get(key) ?? 0))
    for (const { rule, members } of this.coverage) {
      if (rule.of === 'sample') continue
      const share = fractionOf(rule.atLeastPercent)
      for (const index of members) {
        const least = ceiling(multiply(share, rationalOf(this.sizes[index] ?? 0)))
        if (least > (lower[index] ?? 0)) lower[index] = least
      }
    }
    return lower.map((bound, index) => Math.min(bound, this.sizes[index] ?? 0))
  }

  private allocatorFor(isByDesign: boolean): Allocator {
    const { method = 'proportional', deviations, costs } = this.design.allocation ?? {}
    const floors = this.coverage.flatMap(({ rule, members }): AllocationFloor[] =>
      rule.of === 'sample' ? [{ members, share: fractionOf(rule.atLeastPercent) }] : [],
    )
    const isSpread = isByDesign && (method === 'neyman' || method === 'cost')
    try {
      return new Allocator({
        sizes: this.sizes,
        lower: this.lower,
        ...(isByDesign && method === 'equal' && { importance: new Float64Array(this.sizes.length).fill(1) }),
        ...(isSpread && { spreads: this.byStratum('deviations', deviations) }),
        ...(isByDesign && method === 'cost' && { costs: this.byStratum('costs', costs) }),
        ...(isByDesign && { groups: floors }),
      })
    } catch (error) {
      throw this.placed(error)
    }
  }

  /** Faults of groups point at the coverage rules that made them. */
  private placed(error: unknown): unknown {
    if (!(error instanceof CallgradeError)) return error
    const rules = this.coverage.flatMap(({ rule }, index) => (rule.of === 'sample' ? [index] : []))
    const [first, ...rest] = error.issues.map((issue) => {
      const [head, place] = issue.path
      const index = head === 'groups' && typeof place === 'number' ? rules[place] : undefined
      return index === undefined ? issue : { ...issue, path: ['coverage', index] }
    })
    return first ? new CallgradeError([first, ...rest]) : error
  }

  /** Every stratum of the data is named, and no other. */
  private byStratum(name: 'deviations' | 'costs', values: Readonly<Record<string, number>> = {}): Float64Array {
    const known = new Set(this.frame.strata.map(({ key }) => key))
    const path = ['allocation', name]
    const faults: IssueDraft[] = []
    for (const key of Object.keys(values))
      if (!known.has(key))
        faults.push({
          code: 'sampling/unknown-stratum',
          path: [...path, key],
          at: 'key',
          received: JSON.stringify(key),
        })
    for (const { key } of this.frame.strata)
      if (!Object.hasOwn(values, key))
        faults.push({ code: 'sampling/unknown-stratum', path, expected: 'named', received: JSON.stringify(key) })
    const [first, ...rest] = faults.slice(0, 200).map((draft) => issueOf(draft, undefined))
    if (first) throw new CallgradeError([first, ...rest])
    return Float64Array.from(this.frame.strata, ({ key }) => values[key] ?? 0)
  }

  private formulaSize(): number {
    const { precision } = this.design
    if (!precision) return 0
    return sampleSize({
      method: precision.method ?? 'cochran',
      margin: precision.marginPercent / 100,
      proportion: this.expected,
      confidence: this.confidence,
      population: this.N,
    })
  }

  private base(): number {
    const { minimumTotal = 0 } = this.design
    return Math.min(this.N, Math.max(this.formulaSize(), minimumTotal))
  }

  private sumOfLower(): number {
    return this.lower.reduce((sum, bound) => sum + bound, 0)
  }

  smallestTotal(): number {
    const { minimumTotal = 0, maximumTotal = Number.POSITIVE_INFINITY, ifTooFew, precision } = this.design
    if (this.N < minimumTotal && ifTooFew === undefined)
      throw refusal({
        code: 'sampling/frame-too-small',
        path: ['minimumTotal'],
        expected: String(minimumTotal),
        received: String(this.N),
      })
    const sumOfLower = this.sumOfLower()
    const start = Math.max(this.base(), sumOfLower)
    const isByDesign = precision !== undefined && precision.basis !== 'simple-random'
    const attaining = isByDesign ? this.attainingTotal(start, precision.marginPercent / 100) : start
    if (attaining > maximumTotal) {
      const constraint =
        attaining > start
          ? 'precision'
          : sumOfLower === start && sumOfLower > this.base()
            ? this.coverage.length > 0
              ? 'coverage'
              : 'strata'
            : this.formulaSize() >= minimumTotal
              ? 'precision'
              : 'minimumTotal'
      const isPossible = this.allocator.faultsAt(maximumTotal).length === 0
      throw refusal({
        code: 'sampling/over-maximum',
        path: ['maximumTotal'],
        expected: String(maximumTotal),
        received: String(attaining),
        details: {
          constraint,
          needed: attaining,
          ...(isPossible && { attained: percentText(this.margin(this.allocator.at(maximumTotal))) }),
        },
      })
    }
    return attaining
  }

  /** The smallest total from `start` on whose allocation attains the margin. */
  private attainingTotal(start: number, wanted: number): number {
    const attains = (total: number, allocator: Allocator): boolean => this.margin(allocator.at(total)) <= wanted
    try {
      if (this.allocator.isMonotone) return smallest(start, this.N, (total) => attains(total, this.allocator))
      // No allocation within the bounds has a smaller margin than the proportional one without group floors, so that
      // the search can begin where that attains it; floors of the sample go up and down, so it goes step by step.
      const free = this.allocatorFor(false)
      const last = Math.min(this.N, this.allocator.greatestTotal)
      for (let total = smallest(start, this.N, (at) => attains(at, free)); total <= last; total++)
        if (this.allocator.faultsAt(total).length === 0 && attains(total, this.allocator)) return total
      this.allocator.at(Math.max(start, last))
      throw refusal({
        code: 'sampling/over-maximum',
        path: ['coverage'],
        expected: String(last),
        details: { constraint: 'coverage', attained: percentText(this.margin(this.allocator.at(last))) },
      })
    } catch (error) {
      throw this.placed(error)
    }
  }

  private margin(counts: Float64Array): number {
    let sum = 0
    for (const [index, n] of counts.entries()) {
      const size = this.sizes[index] ?? 0
      sum += (size / this.N) ** 2 * ((1 - n / size) / n)
    }
    return this.z * Math.sqrt(this.spread(this.N) * sum)
  }

  /** S^2 = p q N / (N - 1) of a share among N calls. */
  private spread(N: number): number {
    return N > 1 ? (this.expected * (1 - this.expected) * N) / (N - 1) : 0
  }

  planOf(n: number, given: number | undefined): SamplePlan {
    let counts: Float64Array
    try {
      counts = this.allocator.at(n)
    } catch (error) {
      throw this.placed(error)
    }
    const strata = this.frame.strata.map(({ key, labels, N }, index): PlannedStratum => {
      const measured = counts[index] ?? 0
      return {
        key,
        labels,
        N,
        lower: this.lower[index] ?? 0,
        n: measured,
        weight: N / measured,
        margin: this.z * Math.sqrt((this.spread(N) * (1 - measured / N)) / measured),
      }
    })
    const { frame, design } = this
    const agents = (design.perAgent ?? []).length === 0 ? [] : frame.agents
    const minimumOf = (rule: number | undefined): number =>
      rule === undefined ? 0 : (design.perAgent?.[rule]?.minimum ?? 0)
    return {
      design,
      frame,
      N: this.N,
      formulaSize: this.formulaSize(),
      base: this.base(),
      sumOfLower: this.sumOfLower(),
      n,
      margin: this.margin(counts),
      confidence: this.confidence,
      expected: this.expected,
      strata,
      domains: this.domainsOf(strata),
      work: {
        measure: n,
        targeted: frame.targeted.map(({ rule, fitting, unknown }, index) => ({
          rule,
          atMost: Math.min(fitting, design.targeted?.[index]?.limit ?? 0),
          unknown,
        })),
        coachingAtMost: agents.reduce((sum, { calls, rule }) => sum + Math.min(calls, minimumOf(rule)), 0),
      },
      agentsWithTooFew: agents
        .filter(({ calls, rule }) => calls < minimumOf(rule))
        .map(({ agent, calls, rule }) => ({ agent, calls, minimum: minimumOf(rule) })),
      isTakeAll: n === this.N && this.N < (design.minimumTotal ?? 0),
      ...(this.options.grow && {
        minima: Object.fromEntries(this.options.grow.strata.map((stratum) => [stratum.key, stratum.n])),
      }),
      ...(given !== undefined && { givenTotal: given }),
    }
  }

  private domainsOf(strata: readonly PlannedStratum[]): readonly PlannedDomain[] {
    const domains: PlannedDomain[] = []
    const take = (dimension: string, label: string, members: readonly PlannedStratum[]): void => {
      const N = members.reduce((sum, stratum) => sum + stratum.N, 0)
      const n = members.reduce((sum, stratum) => sum + stratum.n, 0)
      if (n === 0) return
      const variance = members.reduce((sum, { N: size, n: m }) => sum + (size / N) ** 2 * ((1 - m / size) / m), 0)
      domains.push({ dimension, label, N, n, margin: this.z * Math.sqrt(this.spread(N) * variance) })
    }
    const dimensions = this.design.strata ?? []
    for (const [at, dimension] of dimensions.entries()) {
      if (dimensions.length === 1) break
      const byLabel = groupsOf(strata, at)
      for (const [label, members] of byLabel)
        take(typeof dimension === 'string' ? dimension : dimension.id, label, members)
    }
    for (const { rule, members } of this.coverage)
      take(
        'coverage',
        rule.id,
        members.flatMap((index) => strata[index] ?? []),
      )
    return domains
  }
}

/** The smallest whole number from `low` to `high` for which a monotone test holds; `high` where none below does. */
function smallest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

function fractionOf(percent: number): Rational {
  return divide(rationalOf(percent), HUNDRED)
}

function ceiling(value: Rational): number {
  const whole = value.numerator / value.denominator
  return Number(compare(value, { numerator: whole, denominator: 1n }) > 0 ? whole + 1n : whole)
}

function percentText(fraction: number): string {
  return (fraction * 100).toFixed(2)
}

function groupsOf(strata: readonly PlannedStratum[], at: number): ReadonlyMap<string, readonly PlannedStratum[]> {
  const groups = new Map<string, PlannedStratum[]>()
  for (const stratum of strata) {
    const label = stratum.labels[at] ?? ''
    const group = groups.get(label)
    if (group) group.push(stratum)
    else groups.set(label, [stratum])
  }
  return groups
}
