import { type Rational, rational, ZERO } from '../../rubric/exact/rational.js'
import type { Form, FormNode } from '../../rubric/format/form.js'
import type { WeightPlan } from './weight-plan.js'

/** Gives the exact share of each leaf that applies; the shares of the others have gone to the rest by the policy. */
export function liveShares(
  form: Form,
  plan: WeightPlan,
  policy: 'siblings' | 'whole',
  isLive: (node: FormNode) => boolean,
): ReadonlyMap<FormNode, Rational> {
  return policy === 'siblings' ? siblingShares(form, plan, isLive) : wholeShares(form, plan, isLive)
}

function wholeShares(
  form: Form,
  { integers }: WeightPlan,
  isLive: (node: FormNode) => boolean,
): ReadonlyMap<FormNode, Rational> {
  const live = form.items.filter((item) => item.isScored && isLive(item))
  const total = live.reduce((sum, item) => sum + (integers.get(item) ?? 0n), 0n)
  return new Map(live.map((item) => [item, total === 0n ? ZERO : rational(integers.get(item) ?? 0n, total)]))
}

function siblingShares(
  form: Form,
  { integers }: WeightPlan,
  isLive: (node: FormNode) => boolean,
): ReadonlyMap<FormNode, Rational> {
  // Bottom up: a section is live where something of weight below it is live.
  const weightBelow = new Map<FormNode | undefined, bigint>()
  const addTo = (parent: FormNode | undefined, weight: bigint): void => {
    weightBelow.set(parent, (weightBelow.get(parent) ?? 0n) + weight)
  }
  const lives = new Set<FormNode>()
  for (const item of form.items) {
    if (!item.isScored || !isLive(item)) continue
    lives.add(item)
    addTo(item.parent, integers.get(item) ?? 0n)
  }
  for (const section of [...form.sections].reverse()) {
    if (!section.isScored || !isLive(section) || (weightBelow.get(section) ?? 0n) === 0n) continue
    lives.add(section)
    addTo(section.parent, integers.get(section) ?? 0n)
  }
  const shares = new Map<FormNode, Rational>()
  const visit = (nodes: readonly FormNode[], parent: FormNode | undefined, share: Rational): void => {
    const total = weightBelow.get(parent) ?? 0n
    for (const node of nodes) {
      if (!lives.has(node)) continue
      const own =
        total === 0n ? ZERO : rational(share.numerator * (integers.get(node) ?? 0n), share.denominator * total)
      if (node.kind === 'item') shares.set(node, own)
      else visit(node.children, node, own)
    }
  }
  visit(form.top, undefined, { numerator: 1n, denominator: 1n })
  return shares
}
