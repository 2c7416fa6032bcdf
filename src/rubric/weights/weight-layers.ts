import type { CivilDate } from '../../documents/time/civil-date.js'
import { dayAfter, dayBefore, isWithin } from '../../documents/time/civil-date.js'
import {
  add,
  gcd,
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
} from '../exact/rational.js'
import { type Form, type FormNode, scoredSiblings, siblingGroups } from '../format/form.js'
import type { Period, Rubric, WeightAdjustment } from '../format/rubric.js'

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
 * Weights of the form by business type and stretch: base, then the type's profile, then each adjustment in file
 * order, each on the result of the last and applied at once. Remembers each step, since neighbouring stretches share
 * most of theirs.
 */
export class WeightLayers {
  private readonly groups: readonly (readonly FormNode[])[]
  private readonly remembered = new Map<string, readonly GroupWeights[]>()

  constructor(
    form: Form,
    private readonly rubric: Rubric,
    /** Called for each layer that leaves a rest which no node can fill. */
    private readonly unfillable: (rest: UnfillableRest) => void = () => {},
  ) {
    this.groups = siblingGroups(form).map(({ nodes }) => nodes)
  }

  /** Returns each scored node's share of its group. */
  shares(businessType: string | undefined, adjustments: readonly WeightAdjustment[]): GroupShares {
    const shares = new Map<FormNode, Rational>()
    const weights = this.weights(businessType, adjustments)
    for (const [index, nodes] of this.groups.entries()) {
      const group = weights[index] ?? []
      const total = group.reduce((sum, weight) => sum + weight, 0n)
      for (const [at, node] of nodes.entries()) shares.set(node, rational(group[at] ?? 0n, total))
    }
    return shares
  }

  private weights(businessType: string | undefined, adjustments: readonly WeightAdjustment[]): readonly GroupWeights[] {
    const places = adjustments.map((adjustment) => this.rubric.weightAdjustments?.indexOf(adjustment))
    const key = JSON.stringify([businessType, places])
    let weights = this.remembered.get(key)
    if (!weights) {
      const last = adjustments.at(-1)
      weights = last
        ? this.withLayer(this.weights(businessType, adjustments.slice(0, -1)), last.sharePercents)
        : this.withProfile(businessType)
      this.remembered.set(key, weights)
    }
    return weights
  }

  private withProfile(businessType: string | undefined): readonly GroupWeights[] {
    const { weightProfiles = {} } = this.rubric
    const profile =
      businessType !== undefined && Object.hasOwn(weightProfiles, businessType)
        ? weightProfiles[businessType]
        : undefined
    const base = this.groups.map((nodes) => {
      const replaced = profile?.weights
      const isReplaced = replaced !== undefined && nodes.every((node) => Object.hasOwn(replaced, node.id))
      return baseWeights(nodes.map((node) => (isReplaced ? replaced[node.id] : weightOf(node))))
    })
    return profile?.sharePercents ? this.withLayer(base, profile.sharePercents) : base
  }

  private withLayer(
    weights: readonly GroupWeights[],
    sharePercents: Readonly<Record<string, number>>,
  ): readonly GroupWeights[] {
    return this.groups.map((nodes, index) => {
      const group = weights[index] ?? []
      const named = nodes.filter((node) => Object.hasOwn(sharePercents, node.id))
      if (named.length === 0) return group
      const changed = withSharePercents(nodes, group, sharePercents)
      if (!changed) this.unfillable({ sharePercents, nodes: named })
      return changed ?? group
    })
  }
}

/** Whole weights of a group of siblings without a common factor; at least one is over 0. */
type GroupWeights = readonly bigint[]

/** Makes whole weights: equal where one is missing, or where all are 0, which is reported elsewhere. */
function baseWeights(weights: readonly (number | undefined)[]): GroupWeights {
  const given = weights.filter((weight) => weight !== undefined)
  if (given.length < weights.length || given.every((weight) => weight === 0)) return weights.map(() => 1n)
  return wholeNumbers(given.map(rationalOf))
}

/** Puts shares in place of weights; returns undefined where no node can take the rest. */
function withSharePercents(
  nodes: readonly FormNode[],
  weights: GroupWeights,
  sharePercents: Readonly<Record<string, number>>,
): GroupWeights | undefined {
  const isNamed = nodes.map((node) => Object.hasOwn(sharePercents, node.id))
  const percents = nodes.map((node, at) => (isNamed[at] ? rationalOf(sharePercents[node.id] ?? 0) : ZERO))
  const rest = subtract(HUNDRED, sum(percents))
  const oldRest = weights.reduce((total, weight, at) => (isNamed[at] ? total : total + weight), 0n)
  if (oldRest === 0n) return isZero(rest) ? wholeNumbers(percents) : undefined
  // Shares are percent for what is named and rest x weight / oldRest for the others; all times oldRest.
  return wholeNumbers(
    weights.map((weight, at) =>
      isNamed[at] ? multiply(percents[at] ?? ZERO, rational(oldRest)) : multiply(rest, rational(weight)),
    ),
  )
}

/** Writes the same proportions in whole numbers without a common factor. */
function wholeNumbers(values: readonly Rational[]): GroupWeights {
  const common = values.reduce((multiple, { denominator }) => (multiple / gcd(multiple, denominator)) * denominator, 1n)
  const whole = values.map(({ numerator, denominator }) => numerator * (common / denominator))
  const divisor = whole.reduce(gcd, 0n)
  return divisor > 1n ? whole.map((value) => value / divisor) : whole
}

/** Returns the weight that the file gives a node. */
export function weightOf(node: FormNode): number | undefined {
  return 'weight' in node.source ? node.source.weight : undefined
}

/** Computes each scored node's share of the whole form, before anything is not applicable. */
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

/** Computes the share of several nodes together: of the items at or below any of them, each counted once. */
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

/** Returns the adjustments that hold for a business type on some day. */
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
    const next = through === undefined ? undefined : dayAfter(through)
    if (next !== undefined) starts.add(next)
  }
  const cuts = [...starts].filter((date) => isWithin(date, effective) && date !== effective.from).sort()
  const stretches: Stretch[] = []
  for (let index = 0; index <= cuts.length; index++) {
    const from = index === 0 ? effective.from : cuts[index - 1]
    const next = cuts[index]
    const through = next === undefined ? effective.through : dayBefore(next)
    const inForce = adjustments.filter((adjustment) => isInForce(adjustment, from, through))
    // At every cut some adjustment begins or ends, so that neighbours differ.
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

/** Returns whether an adjustment is in force in a stretch; one day of it decides, since none begins or ends inside. */
function isInForce(adjustment: WeightAdjustment, from: CivilDate | undefined, through: CivilDate | undefined): boolean {
  if (from !== undefined) return isWithin(from, adjustment)
  if (through !== undefined) return isWithin(through, adjustment)
  return adjustment.from === undefined && adjustment.through === undefined
}

function withoutEnd({ from, adjustments }: Stretch): Stretch {
  return { ...(from !== undefined && { from }), adjustments }
}
