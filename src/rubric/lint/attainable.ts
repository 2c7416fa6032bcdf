import { ConditionCompiler } from '../../conditions/compiled-node.js'
import type { Condition } from '../../conditions/condition.js'
import type { Bounds } from '../exact/bounds.js'
import { add, compare, divide, HUNDRED, isZero, multiply, type Rational, ZERO } from '../exact/rational.js'
import type { Form, FormNode } from '../format/form.js'
import { scoredSiblings } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { fractionBounds } from '../items/aspects/fraction-bounds.js'
import { isScored } from '../items/aspects/is-scored.js'
import { formShares, type GroupShares, type Stretch, stretchesOf, WeightLayers } from '../weights/weight-layers.js'

/** Raw scores that ratings alone can give, before any effect, under one set of weights. */
export interface Attainable {
  readonly businessType: string | undefined
  readonly stretch: Stretch
  /** Points of 100. */
  readonly rawScore: Bounds
  /** Points of 100 by section that weighs something. */
  readonly sections: ReadonlyMap<FormNode, Bounds>
  /** Each node's share of the whole form. */
  readonly shares: ReadonlyMap<FormNode, Rational>
}

/** One part of a weighted mean. */
interface Part {
  readonly weight: Rational
  readonly bounds: Bounds
  /** May leave the mean, its weight going to the others. */
  readonly mayLeave: boolean
}

/** Computes the least and greatest raw score of every business type in every stretch of time. */
export function attainableScores(rubric: Rubric, form: Form): readonly Attainable[] {
  const layers = new WeightLayers(form, rubric)
  const types = rubric.businessTypes?.length ? rubric.businessTypes.map(({ id }) => id) : [undefined]
  return types.flatMap((businessType) =>
    stretchesOf(rubric, businessType).map((stretch) => {
      const shares = layers.shares(businessType, stretch.adjustments)
      const whole = formShares(form, shares)
      const applies = (node: FormNode): boolean => !neverApplies(node, businessType, rubric)
      const sections = sectionBounds(rubric, form, shares, applies)
      const rawScore =
        rubric.result.notApplicablePolicy === 'whole'
          ? wholeBounds(rubric, form, whole, applies)
          : meanBounds(partsOf(form.top, shares, sections, rubric, applies))
      return {
        businessType,
        stretch,
        rawScore: rawScore ?? { least: ZERO, greatest: HUNDRED },
        sections,
        shares: whole,
      }
    }),
  )
}

type Applies = (node: FormNode) => boolean

function sectionBounds(
  rubric: Rubric,
  form: Form,
  shares: GroupShares,
  applies: Applies,
): ReadonlyMap<FormNode, Bounds> {
  const found = new Map<FormNode, Bounds>()
  const visit = (nodes: readonly FormNode[]): void => {
    for (const node of nodes) {
      if (node.kind !== 'section') continue
      visit(node.children)
      const bounds = meanBounds(partsOf(node.children, shares, found, rubric, applies))
      if (bounds) found.set(node, bounds)
    }
  }
  visit(form.top)
  return found
}

function partsOf(
  nodes: readonly FormNode[],
  shares: GroupShares,
  sections: ReadonlyMap<FormNode, Bounds>,
  rubric: Rubric,
  applies: Applies,
): readonly Part[] {
  const isWeighty = (node: FormNode): boolean => !isZero(shares.get(node) ?? ZERO)
  return scoredSiblings(nodes)
    .filter(applies)
    .flatMap((node) => {
      const bounds = node.kind === 'section' ? sections.get(node) : pointsOf(node, rubric)
      return bounds ? [{ weight: shares.get(node) ?? ZERO, bounds, mayLeave: mayBeNotApplicable(node, isWeighty) }] : []
    })
}

function pointsOf(node: FormNode, rubric: Rubric): Bounds | undefined {
  const fraction = node.kind === 'item' && isScored(node.source) ? fractionBounds(node.source, rubric) : undefined
  return fraction && { least: multiply(HUNDRED, fraction.least), greatest: multiply(HUNDRED, fraction.greatest) }
}

/** Computes the bounds over the leaves of the whole form, where the weight of inapplicable parts goes to all others. */
function wholeBounds(
  rubric: Rubric,
  form: Form,
  whole: ReadonlyMap<FormNode, Rational>,
  applies: Applies,
): Bounds | undefined {
  return meanBounds(
    form.items.filter(applies).flatMap((node) => {
      const bounds = pointsOf(node, rubric)
      let mayLeave = false
      for (let at: FormNode | undefined = node; at; at = at.parent)
        mayLeave ||= at.source.mayBeNotApplicable === true || at.source.appliesWhen !== undefined
      return bounds ? [{ weight: whole.get(node) ?? ZERO, bounds, mayLeave }] : []
    }),
  )
}

/** Returns whether a business type alone decides that a node, or a section around it, does not apply. */
export function neverApplies(node: FormNode, businessType: string | undefined, rubric: Rubric): boolean {
  for (let at: FormNode | undefined = node; at; at = at.parent)
    if (at.source.appliesWhen && isFalseFor(at.source.appliesWhen, businessType, rubric)) return true
  return false
}

function isFalseFor(condition: Condition, businessType: string | undefined, rubric: Rubric): boolean {
  const compiler = new ConditionCompiler<string | undefined>(
    { reader: (fact) => ({ type: 'any', read: (type) => (fact === 'businessType' ? type : undefined) }) },
    rubric.conditions ?? {},
  )
  return compiler.compile(condition).test(businessType) === false
}

/** Returns whether a node can be n/a: by the rater, by a condition, or because everything with weight below it can. */
function mayBeNotApplicable(node: FormNode, isWeighty: Applies): boolean {
  const { mayBeNotApplicable: isAllowed, appliesWhen } = node.source
  if (isAllowed || appliesWhen) return true
  return node.kind === 'section' && everythingMayBeNotApplicable(node.children, isWeighty)
}

/**
 * Returns whether all scored nodes with weight can be n/a.
 * @param isWeighty - whether a node has weight among its siblings; one without weight keeps no section alive
 */
export function everythingMayBeNotApplicable(nodes: readonly FormNode[], isWeighty: Applies): boolean {
  const weighty = scoredSiblings(nodes).filter(isWeighty)
  return weighty.length > 0 && weighty.every((node) => mayBeNotApplicable(node, isWeighty))
}

/** Returns the least and the greatest weighted mean, over what may leave it; undefined where nothing has weight. */
function meanBounds(parts: readonly Part[]): Bounds | undefined {
  const weighty = parts.filter(({ weight }) => !isZero(weight))
  if (weighty.length === 0) return undefined
  return {
    least: extremeMean(weighty, 'least', (a, b) => compare(a, b)),
    greatest: extremeMean(weighty, 'greatest', (a, b) => compare(b, a)),
  }
}

/**
 * Computes the most extreme mean: of the parts that must stay, and of those that may leave as long as they move it
 * further.
 */
function extremeMean(parts: readonly Part[], end: keyof Bounds, order: (a: Rational, b: Rational) => number): Rational {
  let weight = ZERO
  let points = ZERO
  const take = (part: Part): void => {
    weight = add(weight, part.weight)
    points = add(points, multiply(part.weight, part.bounds[end]))
  }
  for (const part of parts) if (!part.mayLeave) take(part)
  const free = parts.filter(({ mayLeave }) => mayLeave).sort((a, b) => order(a.bounds[end], b.bounds[end]))
  for (const part of free) if (isZero(weight) || order(part.bounds[end], divide(points, weight)) < 0) take(part)
  return divide(points, weight)
}
