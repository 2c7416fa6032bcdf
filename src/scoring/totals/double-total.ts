import { isRoundedUp } from '../../rubric/exact/round-rational.js'
import type { Form } from '../../rubric/format/form.js'
import type { Rounding } from '../../rubric/format/rubric.js'
import type { Answers } from '../run/answers.js'
import type { WeightPlan } from './weight-plan.js'

/** Half a unit in the last place of a double, relative. */
const HALF_ULP = 2 ** -53
/** Covers values so small that doubles lose digits, where the relative bound does not hold. */
const TINY = 1e-290
/** Largest denominator for which the boundary test is tried: far below 2^53, so that products stay whole. */
const LARGEST_DENOMINATOR = 2 ** 44

type Readings = Answers['readings']

/**
 * Sums a form in doubles with an error bound. Method: a floating-point filter (Fortune and Van Wyk 1993) before
 * exact arithmetic. Every value is a sum of products of numbers that are not negative, so each rounding adds a
 * relative error of at most half a unit in the last place; the plan counts the roundings.
 * A value within the bound of a rounding boundary is a multiple of 1/D, where D comes from the live weights and the
 * fractions' denominators; it lies on the boundary if the bound is under 1/(4 D). Otherwise the caller decides it in
 * exact arithmetic.
 */
export class DoubleTotal {
  /**
   * Weighted sum and weight below each section, and last below the top. Typed arrays that are refilled for every
   * evaluation: allocating them costs more than the sums.
   */
  private readonly sums: Float64Array
  private readonly weights: Float64Array
  private readonly parents: { readonly items: Int32Array; readonly sections: Int32Array }
  private readonly top: number
  private readonly isSiblings: boolean

  constructor(
    private readonly form: Form,
    policy: 'siblings' | 'whole',
    private readonly rounding: Rounding,
    private readonly scale: number,
  ) {
    this.top = form.sections.length
    this.isSiblings = policy === 'siblings'
    this.sums = new Float64Array(this.top + 1)
    this.weights = new Float64Array(this.top + 1)
    const parentOf = (node: { readonly parent: { readonly index: number } | undefined }): number =>
      node.parent?.index ?? this.top
    this.parents = { items: Int32Array.from(form.items, parentOf), sections: Int32Array.from(form.sections, parentOf) }
  }

  /** Sums the readings of one evaluation, in place of those of the last one. */
  add(readings: Readings, plan: WeightPlan): void {
    const { sums, weights, parents } = this
    sums.fill(0)
    weights.fill(0)
    for (let index = 0; index < readings.length; index++) {
      const reading = readings[index]
      if (reading === undefined) continue
      const parent = parents.items[index] as number
      const weight = plan.items[index] as number
      sums[parent] = (sums[parent] as number) + weight * reading.fraction.value
      weights[parent] = (weights[parent] as number) + weight
    }
    for (let index = this.top - 1; index >= 0; index--) {
      const below = weights[index] as number
      if (below === 0) continue
      const parent = parents.sections[index] as number
      const weight = this.isSiblings ? (plan.sections[index] as number) : 1
      sums[parent] =
        (sums[parent] as number) +
        (this.isSiblings ? weight * ((sums[index] as number) / below) : (sums[index] as number))
      weights[parent] = (weights[parent] as number) + (this.isSiblings ? weight : below)
    }
  }

  /** Whether nothing of weight applied at all. */
  get isEmpty(): boolean {
    return this.weights[this.top] === 0
  }

  /** Returns whether anything of weight applied below the section, apart from the section's own weight. */
  isLive(section: number): boolean {
    return this.weights[section] !== 0
  }

  /**
   * Gives the rounded value of a section, or of the whole form for the index after the last section, in units of
   * 10^-decimals of 0 to 100; undefined where only exact arithmetic can decide.
   */
  units(section: number, readings: Readings, plan: WeightPlan): number | undefined {
    const value = ((this.sums[section] as number) / (this.weights[section] as number)) * this.scale
    const bound = value * HALF_ULP * ((plan.roundings[section] as number) + 2) * 1.01 + TINY
    const floor = Math.floor(value)
    const rest = value - floor
    if (this.rounding === 'down') {
      if (rest > bound && rest < 1 - bound) return floor
      return this.isOnGrid(section, readings, plan, bound) ? Math.round(value) : undefined
    }
    const beyondHalf = rest - 0.5
    if (beyondHalf > bound) return floor + 1
    if (beyondHalf < -bound) return floor
    return this.isOnGrid(section, readings, plan, bound)
      ? isRoundedUp(floor, 0, this.rounding)
        ? floor + 1
        : floor
      : undefined
  }

  /** Returns whether a value within the bound of a boundary must lie on it. */
  private isOnGrid(section: number, readings: Readings, plan: WeightPlan, bound: number): boolean {
    if (!plan.areWhole) return false
    const denominator = this.denominator(section, readings, plan)
    return denominator <= LARGEST_DENOMINATOR && bound < 1 / (4.4 * denominator)
  }

  /** Gives a D such that the section's exact value is a multiple of 1/D; Infinity where D is too large. */
  private denominator(section: number, readings: Readings, plan: WeightPlan): number {
    const children = section === this.top ? this.form.top : (this.form.sections[section]?.children ?? [])
    return multiple(
      this.isSiblings ? this.multipleOfChildren(children, readings, plan) : this.multipleOfLeaves(children, readings),
      this.weights[section] as number,
    )
  }

  private multipleOfChildren(children: Form['top'][number]['children'], readings: Readings, plan: WeightPlan): number {
    let common = 1
    for (const child of children) {
      if (child.kind === 'item') {
        const fraction = readings[child.index]?.fraction
        if (fraction && (plan.items[child.index] as number) > 0)
          common = leastCommonMultiple(common, fraction.denominator)
      } else if (this.isLive(child.index) && (plan.sections[child.index] as number) > 0)
        common = leastCommonMultiple(common, this.denominator(child.index, readings, plan))
      if (common > LARGEST_DENOMINATOR) return Number.POSITIVE_INFINITY
    }
    return common
  }

  private multipleOfLeaves(children: Form['top'][number]['children'], readings: Readings): number {
    let common = 1
    for (const child of children) {
      if (child.kind === 'item') {
        const fraction = readings[child.index]?.fraction
        if (fraction) common = leastCommonMultiple(common, fraction.denominator)
      } else common = leastCommonMultiple(common, this.multipleOfLeaves(child.children, readings))
      if (common > LARGEST_DENOMINATOR) return Number.POSITIVE_INFINITY
    }
    return common
  }
}

function multiple(a: number, b: number): number {
  const product = a * b
  return product > LARGEST_DENOMINATOR ? Number.POSITIVE_INFINITY : product
}

function leastCommonMultiple(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.POSITIVE_INFINITY
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return (a / x) * b
}
