import { gcd, type Rational, ZERO } from '../../rubric/exact/rational.js'
import type { Form, FormNode } from '../../rubric/format/form.js'
import type { GroupShares } from '../../rubric/weights/weight-layers.js'
import { formShares } from '../../rubric/weights/weight-layers.js'

/**
 * The weights of one business type and stretch of time, ready to be summed: whole numbers without a common factor,
 * per group of siblings (policy `siblings`) or over the whole form (policy `whole`).
 */
export interface WeightPlan {
  /** By item index; 0 for text. */
  readonly items: readonly number[]
  /** By section index. */
  readonly sections: readonly number[]
  /** Whether every weight is a whole double, so that a value near a tie can be proven to lie on it. */
  readonly areWhole: boolean
  /**
   * By section index, and last for the whole form: the most roundings of half a unit in the last place that summing
   * in doubles can put into a value.
   */
  readonly roundings: readonly number[]
  /** The exact weights. */
  readonly integers: ReadonlyMap<FormNode, bigint>
}

/** Turns shares into a plan. */
export function weightPlanOf(form: Form, shares: GroupShares, policy: 'siblings' | 'whole'): WeightPlan {
  const exact = policy === 'siblings' ? shares : formShares(form, shares)
  const items = new Array<number>(form.items.length).fill(0)
  const sections = new Array<number>(form.sections.length).fill(0)
  const scaled =
    policy === 'siblings'
      ? scaledByGroup(form, exact)
      : scaledTogether(
          form.items.filter(({ isScored }) => isScored),
          exact,
        )
  // No sum that is taken later exceeds the sum of all weights.
  const total = [...scaled.values()].reduce((sum, weight) => sum + weight, 0n)
  const areWhole = total <= BigInt(Number.MAX_SAFE_INTEGER)
  for (const [node, weight] of scaled) {
    if (node.kind === 'item') items[node.index] = Number(weight)
    else sections[node.index] = Number(weight)
  }
  return { items, sections, areWhole, roundings: roundingsOf(form, policy), integers: scaled }
}

function scaledByGroup(form: Form, exact: ReadonlyMap<FormNode, Rational>): ReadonlyMap<FormNode, bigint> {
  const scaled = new Map<FormNode, bigint>()
  for (const group of [form.top, ...form.sections.map(({ children }) => children)]) {
    for (const [node, weight] of scaledTogether(
      group.filter(({ isScored }) => isScored),
      exact,
    ))
      scaled.set(node, weight)
  }
  return scaled
}

function scaledTogether(
  nodes: readonly FormNode[],
  exact: ReadonlyMap<FormNode, Rational>,
): ReadonlyMap<FormNode, bigint> {
  const shares = nodes.map((node) => exact.get(node) ?? ZERO)
  const common = shares.reduce((multiple, { denominator }) => (multiple / gcd(multiple, denominator)) * denominator, 1n)
  const weights = shares.map(({ numerator, denominator }) => numerator * (common / denominator))
  const divisor = weights.reduce(gcd, 0n)
  return new Map(nodes.map((node, index) => [node, divisor === 0n ? 0n : (weights[index] ?? 0n) / divisor]))
}

/**
 * Counts roundings: a fraction has 1; a product 1 more; a sum of n values, all of them at least 0, n - 1 more in the
 * worst case; a quotient 1 more. Weights over 2^53 have one each, and their sum n - 1 more.
 */
function roundingsOf(form: Form, policy: 'siblings' | 'whole'): readonly number[] {
  const roundings = new Array<number>(form.sections.length + 1).fill(0)
  const leaves = new Array<number>(form.sections.length + 1).fill(0)
  const deepest = new Array<number>(form.sections.length + 1).fill(1)
  const indexOf = (node: { readonly index: number } | undefined): number => node?.index ?? form.sections.length
  for (const item of form.items) leaves[indexOf(item.parent)] = (leaves[indexOf(item.parent)] ?? 0) + 1
  for (const section of [...form.sections].reverse()) {
    const parent = indexOf(section.parent)
    leaves[parent] = (leaves[parent] ?? 0) + (leaves[section.index] ?? 0)
    // The roundings of the deepest child, then those of the section's own product, sum and quotient.
    roundings[section.index] = (deepest[section.index] ?? 1) + 2 * section.children.length + 4
    deepest[parent] = Math.max(deepest[parent] ?? 1, roundings[section.index] ?? 1)
  }
  const top = form.sections.length
  roundings[top] = (deepest[top] ?? 1) + 2 * form.top.length + 4
  return policy === 'siblings' ? roundings : leaves.map((count) => 2 * (count + form.sections.length) + 6)
}
