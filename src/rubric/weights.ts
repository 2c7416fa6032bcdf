import { dayAfter, dayBefore, isWithin } from './dates.js'
import { type Form, type FormNode, scoredSiblings, siblingGroups } from './form.js'
import {
  add,
  divide,
  HUNDRED,
  isZero,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalOf,
  subtract,
  sum,
  ZERO,
} from './rational.js'
import type { CivilDate, Period, Rubric, WeightAdjustment } from './rubric.js'

/** Each scored node's share of its group of siblings; a group adds to 1. */
export type GroupShares = ReadonlyMap<FormNode, Rational>

/** Days through which the same adjustments are in force for a business type. */
export interface Stretch {
  /** Undefined: since ever. */
  readonly from?: CivilDate
  /** Included; undefined: for ever. */
  readonly through?: CivilDate
  /** Adjustments in force, in file order. */
  readonly adjustments: readonly WeightAdjustment[]
}

/** A rest that no sibling has weight to fill. */
export interface UnfillableRest {
  readonly sharePercents: Readonly<Record<string, number>>
  /** The named nodes of the group. */
  readonly nodes: readonly FormNode[]
}

/**
 * Weights of the form for one business type and stretch: base, then the type's profile, then each adjustment in file
 * order, each on the result of the last and applied at once.
 * @param unfillable - told of each layer that leaves a rest which nobody can fill
 */
export function groupShares(
  form: Form,
  rubric: Rubric,
  businessType: string | undefined,
  adjustments: readonly WeightAdjustment[],
  unfillable: (rest: UnfillableRest) => void = () => {},
): GroupShares {
  const shares = new Map<FormNode, Rational>()
  const profile =
    businessType !== undefined && rubric.weightProfiles && Object.hasOwn(rubric.weightProfiles, businessType)
      ? rubric.weightProfiles[businessType]
      : undefined
  const layers = [profile?.sharePercents, ...adjustments.map((adjustment) => adjustment.sharePercents)].filter(
    (layer) => layer !== undefined,
  )
  for (const { nodes } of siblingGroups(form)) {
    const replaced =
      profile?.weights && nodes.every((node) => Object.hasOwn(profile.weights ?? {}, node.id))
        ? profile.weights
        : undefined
    let current = normalised(nodes, replaced)
    for (const layer of layers) current = withSharePercents(nodes, current, layer, unfillable)
    nodes.forEach((node, index) => shares.set(node, current[index] ?? ZERO))
  }
  return shares
}

function normalised(
  nodes: readonly FormNode[],
  replaced: Readonly<Record<string, number>> | undefined,
): readonly Rational[] {
  const weights = nodes.map((node) => {
    const weight = replaced ? replaced[node.id] : weightOf(node)
    return weight === undefined ? undefined : rationalOf(weight)
  })
  const total = sum(weights.filter((weight) => weight !== undefined))
  if (weights.includes(undefined) || isZero(total)) return nodes.map(() => rational(1n, BigInt(nodes.length)))
  return weights.map((weight) => divide(weight ?? ZERO, total))
}

/** The weight that the file gives a node. */
export function weightOf(node: FormNode): number | undefined {
  return 'weight' in node.source ? node.source.weight : undefined
}

function withSharePercents(
  nodes: readonly FormNode[],
  current: readonly Rational[],
  layer: Readonly<Record<string, number>>,
  unfillable: (rest: UnfillableRest) => void,
): readonly Rational[] {
  const named = nodes.filter((node) => Object.hasOwn(layer, node.id))
  if (named.length === 0) return current
  const isNamed = new Set(named)
  const shareOfNamed = (node: FormNode): Rational => divide(rationalOf(layer[node.id] ?? 0), HUNDRED)
  const rest = subtract(ONE, sum(named.map(shareOfNamed)))
  const oldRest = sum(nodes.map((node, index) => (isNamed.has(node) ? ZERO : (current[index] ?? ZERO))))
  if (isZero(oldRest) && !isZero(rest)) {
    unfillable({ sharePercents: layer, nodes: named })
    return current
  }
  return nodes.map((node, index) => {
    if (isNamed.has(node)) return shareOfNamed(node)
    return isZero(oldRest) ? ZERO : divide(multiply(rest, current[index] ?? ZERO), oldRest)
  })
}

/** Each scored node's share of the whole form, before anything is not applicable. */
export function formShares(form: Form, shares: GroupShares): ReadonlyMap<FormNode, Rational> {
  const whole = new Map<FormNode, Rational>()
  const visit = (nodes: readonly FormNode[], parentShare: Rational): void => {
    for (const node of scoredSiblings(nodes)) {
      const share = multiply(parentShare, shares.get(node) ?? ZERO)
      whole.set(node, share)
      if (node.kind === 'section') visit(node.children, share)
    }
  }
  visit(form.top, ONE)
  return whole
}

/** The share of several nodes together: of the items at or below any of them, each counted once. */
export function shareOfNodes(whole: ReadonlyMap<FormNode, Rational>, nodes: ReadonlySet<FormNode>): Rational {
  let total = ZERO
  for (const [node, share] of whole) {
    if (node.kind !== 'item') continue
    for (let at: FormNode | undefined = node; at; at = at.parent) {
      if (nodes.has(at)) {
        total = add(total, share)
        break
      }
    }
  }
  return total
}

/** The adjustments that hold for a business type on some day. */
function adjustmentsFor(rubric: Rubric, businessType: string | undefined): readonly WeightAdjustment[] {
  return (rubric.weightAdjustments ?? []).filter(
    ({ businessTypes }) => !businessTypes || (businessType !== undefined && businessTypes.includes(businessType)),
  )
}

/**
 * Cuts the effective period at every day on which an adjustment of the business type begins or ends. In order of
 * time, without gaps; neighbours differ in the adjustments in force.
 */
export function stretchesOf(rubric: Rubric, businessType: string | undefined): readonly Stretch[] {
  const adjustments = adjustmentsFor(rubric, businessType)
  const effective: Period = rubric.effective ?? {}
  const starts = new Set<CivilDate>()
  for (const { from, through } of adjustments) {
    if (from !== undefined) starts.add(from)
    if (through !== undefined) starts.add(dayAfter(through))
  }
  const cuts = [...starts].filter((date) => isWithin(date, effective) && date !== effective.from).sort()
  const stretches: Stretch[] = []
  for (let index = 0; index <= cuts.length; index++) {
    const from = index === 0 ? effective.from : cuts[index - 1]
    const next = cuts[index]
    const through = next === undefined ? effective.through : dayBefore(next)
    const inForce = adjustments.filter((adjustment) => isInForce(adjustment, from, through))
    const last = stretches.at(-1)
    if (last && sameList(last.adjustments, inForce))
      stretches[stretches.length - 1] = { ...last, ...(through !== undefined ? { through } : {}) }
    else
      stretches.push({
        ...(from !== undefined && { from }),
        ...(through !== undefined && { through }),
        adjustments: inForce,
      })
  }
  return stretches.map((stretch, index) =>
    index === stretches.length - 1 && effective.through === undefined ? withoutEnd(stretch) : stretch,
  )
}

/** No adjustment begins or ends inside a stretch, so that one day of it tells. */
function isInForce(adjustment: WeightAdjustment, from: CivilDate | undefined, through: CivilDate | undefined): boolean {
  if (from !== undefined) return isWithin(from, adjustment)
  if (through !== undefined) return isWithin(through, adjustment)
  return adjustment.from === undefined && adjustment.through === undefined
}

function withoutEnd({ from, adjustments }: Stretch): Stretch {
  return { ...(from !== undefined && { from }), adjustments }
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index])
}
