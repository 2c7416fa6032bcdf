import { decisiveLeaves, type LeafExplanation } from '../conditions/compile-node.js'
import type { Text } from '../conditions/condition.js'
import { isWithin } from '../rubric/dates.js'
import type { Form, FormNode, ItemNode, SectionNode } from '../rubric/form.js'
import {
  add,
  compare,
  fractionText,
  greatest,
  HUNDRED,
  isZero,
  least,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  sum,
  ZERO,
} from '../rubric/rational.js'
import type { Bonus, Rounding, Rubric, Veto } from '../rubric/rubric.js'
import { stretchesOf } from '../rubric/weights.js'
import { maximumOf } from './effects.js'
import type { Rating } from './evaluation.js'
import type { ExactTotal } from './exact-total.js'
import { rationalOfFraction } from './fraction.js'
import type { RawEvaluation } from './read-header.js'
import { roundRational } from './rounding.js'
import type { CompiledRule, FiredEffects } from './rules.js'
import type { Run } from './run.js'
import type { Score } from './score.js'

/** A score with everything that led to it. */
export interface ExplainedScore extends Score {
  readonly explanation: Explanation
}

/** Fractions are exact, in lowest terms, written `8/15` or `64`. */
export interface Explanation {
  readonly weights: WeightsExplanation
  /** The form, in file order. */
  readonly tree: readonly ExplainedNode[]
  /** Vetoes, gates, bonuses, in file order. */
  readonly rules: readonly ExplainedRule[]
  /** Effects in the order in which they count, from the raw score to the score. */
  readonly effects: readonly ExplainedEffect[]
}

/** Which layers the weights are made of. */
export interface WeightsExplanation {
  readonly businessType?: string
  readonly date?: string
  readonly layers: readonly {
    readonly kind: 'base' | 'profile' | 'adjustment'
    readonly id?: string
    readonly title?: Text
  }[]
}

/** A section or item with its part of the raw score. */
export interface ExplainedNode {
  readonly kind: 'section' | 'item'
  readonly id: string
  readonly title?: Text
  /** `no-weight`: applies, but nothing of the form's weight is on it; `recorded`: text. */
  readonly status: 'scored' | 'not-applicable' | 'no-weight' | 'recorded'
  /** Of the whole form, after what does not apply gave its weight away. */
  readonly share: string
  /** Of the raw score. */
  readonly points: string
  /** 100 x share less the points. */
  readonly lost: string
  /** Rounded so that all leaves add to the raw score: largest remainder, ties in file order. */
  readonly roundedPoints: number
  /** Rounded so that all leaves add to what the raw score lacks of 100. */
  readonly roundedLost: number
  readonly why: Why
  readonly children?: readonly ExplainedNode[]
}

/** What led to a node's points. */
export type Why =
  | { readonly reason: 'section' }
  | {
      readonly reason: 'rated'
      readonly by: 'rater' | 'rule' | 'fact'
      readonly rating: Rating
      readonly fraction: string
      readonly faults?: readonly ExplainedFault[]
      readonly comment?: string
    }
  | {
      readonly reason: 'not-applicable'
      readonly because: 'rated' | 'section' | 'condition' | 'nothing-below'
      readonly decidedBy?: readonly LeafExplanation[]
      readonly comment?: string
    }
  | { readonly reason: 'text'; readonly rating?: Rating }

/** What occurrences of a fault took. */
export interface ExplainedFault {
  readonly fault: string
  readonly title?: Text
  readonly count: number
  /** Occurrences that cost something: at most the fault's `maximumCount`. */
  readonly counted: number
  /** Points taken from the base. */
  readonly lost: string
  /** Points that found nothing left to take. */
  readonly excess: string
}

/** What a rule came to. */
export interface ExplainedRule {
  readonly kind: 'veto' | 'gate' | 'bonus'
  readonly id: string
  readonly title?: Text
  readonly outcome: 'fired' | 'not-fired' | 'undetermined' | 'not-looked-at'
  /** Marks by the rater, of vetoes and bonuses. */
  readonly marks?: number
  readonly toleratedMarks?: number
  /** The leaves of `when` that decided. */
  readonly decidedBy?: readonly LeafExplanation[]
}

/** One effect with the total before and after it. */
export interface ExplainedEffect {
  readonly kind: 'zero-section' | 'cap-section' | 'bonus' | 'deduct' | 'cap' | 'zero' | 'maximum' | 'minimum'
  /** The rule; absent where the limits of the score itself held. */
  readonly rule?: string
  readonly ruleKind?: 'veto' | 'gate' | 'bonus'
  readonly section?: string
  readonly before: string
  readonly after: string
  readonly roundedBefore: number
  readonly roundedAfter: number
}

/** All that an explanation is made of. */
export interface ExplainInput {
  readonly rubric: Rubric
  readonly form: Form
  readonly run: Run
  readonly raw: RawEvaluation
  readonly score: Score
  readonly rules: {
    readonly vetoes: readonly CompiledRule[]
    readonly gates: readonly CompiledRule[]
    readonly bonuses: readonly CompiledRule[]
  }
  readonly judgement: {
    readonly vetoes: readonly CompiledRule[]
    readonly gates: readonly CompiledRule[]
    readonly bonuses: readonly CompiledRule[]
    readonly undetermined: readonly CompiledRule[]
  }
  readonly effects: FiredEffects
  readonly exact: ExactTotal
  readonly decimals: number
  readonly rounding: Rounding
  /** Why an `appliesWhen` came out false. */
  readonly whyNot: (node: FormNode) => readonly LeafExplanation[]
}

/** Makes the explanation of a run that was worked out. */
export function explainRun(input: ExplainInput): ExplainedScore {
  return {
    ...input.score,
    explanation: {
      weights: weightsExplanation(input),
      tree: new TreeExplainer(input).nodes(input.form.top),
      rules: [...input.rules.vetoes, ...input.rules.gates, ...input.rules.bonuses].map((rule) =>
        explainedRule(rule, input),
      ),
      effects: input.score.status === 'scored' ? explainedEffects(input) : [],
    },
  }
}

function weightsExplanation({ rubric, run, raw }: ExplainInput): WeightsExplanation {
  const { businessType, date } = run
  const period = raw.period as { readonly from: string } | undefined
  const day = date ?? period?.from
  const stretches = stretchesOf(rubric, businessType)
  const stretch = day === undefined ? stretches[0] : stretches.find((candidate) => isWithin(day, candidate))
  const profile =
    businessType !== undefined && rubric.weightProfiles && Object.hasOwn(rubric.weightProfiles, businessType)
      ? rubric.weightProfiles[businessType]
      : undefined
  return {
    ...(businessType !== undefined && { businessType }),
    ...(day !== undefined && { date: day }),
    layers: [
      { kind: 'base' },
      ...(profile
        ? [
            {
              kind: 'profile' as const,
              ...(businessType !== undefined && { id: businessType }),
              ...(profile.title !== undefined && { title: profile.title }),
            },
          ]
        : []),
      ...(stretch?.adjustments ?? []).map(({ id, title }) => ({
        kind: 'adjustment' as const,
        ...(id !== undefined && { id }),
        ...(title !== undefined && { title }),
      })),
    ],
  }
}

class TreeExplainer {
  private readonly roundedPoints: ReadonlyMap<FormNode, number>
  private readonly roundedLost: ReadonlyMap<FormNode, number>
  private readonly unit: number

  constructor(private readonly input: ExplainInput) {
    const { exact, form, decimals, score } = input
    this.unit = 10 ** decimals
    const leaves = form.items.filter((item) => exact.shares.has(item))
    const rawUnits = Math.round((score.rawScore ?? 0) * this.unit)
    const pointsOf = (leaf: FormNode): Rational => exact.points.get(leaf) ?? ZERO
    const lostOf = (leaf: FormNode): Rational =>
      subtract(multiply(HUNDRED, exact.shares.get(leaf) ?? ZERO), pointsOf(leaf))
    this.roundedPoints = largestRemainder(leaves, pointsOf, rawUnits, decimals)
    this.roundedLost = largestRemainder(
      leaves,
      lostOf,
      score.status === 'scored' ? 100 * this.unit - rawUnits : 0,
      decimals,
    )
  }

  nodes(nodes: readonly FormNode[]): readonly ExplainedNode[] {
    return nodes.map((node) => (node.kind === 'item' ? this.item(node) : this.section(node)))
  }

  private section(node: SectionNode): ExplainedNode {
    const children = this.nodes(node.children)
    const leaves = this.leavesUnder(node)
    const { run } = this.input
    const reason = run.sectionReasons[node.index]
    const share = sum(leaves.map((leaf) => this.input.exact.shares.get(leaf) ?? ZERO))
    const isEmpty = !children.some(({ status }) => status === 'scored' || status === 'no-weight')
    const why: Why =
      reason !== undefined && reason !== 'unknown'
        ? {
            reason: 'not-applicable',
            because: reason,
            ...(reason === 'condition' && { decidedBy: this.input.whyNot(node) }),
          }
        : isEmpty
          ? { reason: 'not-applicable', because: 'nothing-below' }
          : { reason: 'section' }
    const status = !node.isScored
      ? 'recorded'
      : why.reason === 'not-applicable'
        ? 'not-applicable'
        : isZero(share)
          ? 'no-weight'
          : 'scored'
    return {
      kind: 'section',
      ...this.figures(node, leaves, share),
      status,
      why: status === 'recorded' ? { reason: 'section' } : why,
      children,
    }
  }

  private item(node: ItemNode): ExplainedNode {
    const share = this.input.exact.shares.get(node) ?? ZERO
    const why = this.whyItem(node)
    const status =
      why.reason === 'text'
        ? 'recorded'
        : why.reason === 'not-applicable'
          ? 'not-applicable'
          : isZero(share)
            ? 'no-weight'
            : 'scored'
    return { kind: 'item', ...this.figures(node, [node], share), status, why }
  }

  private figures(
    node: FormNode,
    leaves: readonly FormNode[],
    share: Rational,
  ): Omit<ExplainedNode, 'kind' | 'status' | 'why' | 'children'> {
    const points = sum(leaves.map((leaf) => this.input.exact.points.get(leaf) ?? ZERO))
    const unitsOf = (rounded: ReadonlyMap<FormNode, number>): number =>
      leaves.reduce((total, leaf) => total + (rounded.get(leaf) ?? 0), 0) / this.unit
    return {
      id: node.id,
      ...(node.source.title !== undefined && { title: node.source.title }),
      share: fractionText(share),
      points: fractionText(points),
      lost: fractionText(subtract(multiply(HUNDRED, share), points)),
      roundedPoints: unitsOf(this.roundedPoints),
      roundedLost: unitsOf(this.roundedLost),
    }
  }

  private leavesUnder(node: SectionNode): readonly FormNode[] {
    return node.children.flatMap((child) => (child.kind === 'item' ? [child] : this.leavesUnder(child)))
  }

  private whyItem(node: ItemNode): Why {
    const { run, raw } = this.input
    const given = ownRating(raw, node.id)
    if (node.source.kind === 'text')
      return { reason: 'text', ...(given.rating !== undefined && { rating: given.rating }) }
    const reading = run.readings[node.index]
    if (!reading) {
      const because = run.itemReasons[node.index]
      return {
        reason: 'not-applicable',
        because: because === undefined || because === 'unknown' ? 'rated' : because,
        ...(because === 'condition' && { decidedBy: this.input.whyNot(node) }),
        ...(given.comment !== undefined && { comment: given.comment }),
      }
    }
    const isOwn = given.rating !== undefined
    const faults = explainedFaults(node, reading.faults)
    return {
      reason: 'rated',
      by: isOwn ? 'rater' : node.source.kind === 'numeric' ? 'fact' : 'rule',
      rating: given.rating ?? (reading.value as Rating),
      fraction: fractionText(rationalOfFraction(reading.fraction)),
      ...(faults && { faults }),
      ...(given.comment !== undefined && { comment: given.comment }),
    }
  }
}

function ownRating(raw: RawEvaluation, id: string): { readonly rating?: Rating; readonly comment?: string } {
  const ratings = raw.ratings as Readonly<Record<string, unknown>>
  const given = Object.hasOwn(ratings, id) ? ratings[id] : undefined
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return given as { rating?: Rating; comment?: string }
  return given === undefined ? {} : { rating: given as Rating }
}

/** Occurrences in the rubric's order, each taking its points while there are any left. */
function explainedFaults(
  { source }: ItemNode,
  counts: ReadonlyMap<string, number> | undefined,
): readonly ExplainedFault[] | undefined {
  if (source.kind !== 'deduction' || !counts) return undefined
  let left = rationalOf(source.base)
  return source.faults
    .filter(({ id }) => counts.has(id))
    .map((fault) => {
      const count = counts.get(fault.id) ?? 0
      const counted = Math.min(count, fault.maximumCount ?? count)
      const cost = multiply(rationalOf(fault.points), rational(BigInt(counted)))
      const lost = least(cost, left)
      left = subtract(left, lost)
      return {
        fault: fault.id,
        ...(fault.title !== undefined && { title: fault.title }),
        count,
        counted,
        lost: fractionText(lost),
        excess: fractionText(subtract(cost, lost)),
      }
    })
}

/**
 * Rounds parts to units that add to a given total.
 * Method: largest remainder (Hamilton); equal remainders in the order given.
 */
export function largestRemainder<Part>(
  parts: readonly Part[],
  quantityOf: (part: Part) => Rational,
  total: number,
  decimals: number,
): ReadonlyMap<Part, number> {
  const scale = rational(10n ** BigInt(decimals))
  const floors = parts.map((part, index) => {
    const scaled = multiply(quantityOf(part), scale)
    const floor = scaled.numerator / scaled.denominator
    return { part, index, floor: Number(floor), remainder: subtract(scaled, rational(floor)) }
  })
  let missing = total - floors.reduce((units, { floor }) => units + floor, 0)
  const rounded = new Map(floors.map(({ part, floor }) => [part, floor]))
  for (const { part, floor } of [...floors].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (missing <= 0) break
    rounded.set(part, floor + 1)
    missing--
  }
  return rounded
}

function explainedRule(rule: CompiledRule, { run, judgement, score, rules }: ExplainInput): ExplainedRule {
  const fired = [...judgement.vetoes, ...judgement.gates, ...judgement.bonuses].includes(rule)
  const isLookedAt = rule.kind === 'veto' || score.status === 'scored'
  const marks =
    rule.kind === 'veto'
      ? run.vetoMarks[rules.vetoes.indexOf(rule)]
      : rule.kind === 'bonus'
        ? Number(run.bonusMarks[rules.bonuses.indexOf(rule)])
        : undefined
  const { toleratedMarks } = rule.source as Veto
  const explained = rule.explainWhen?.(run)
  return {
    kind: rule.kind,
    id: rule.id,
    ...(rule.source.title !== undefined && { title: rule.source.title }),
    outcome: !isLookedAt
      ? 'not-looked-at'
      : fired
        ? 'fired'
        : judgement.undetermined.includes(rule)
          ? 'undetermined'
          : 'not-fired',
    ...(marks !== undefined && { marks }),
    ...(toleratedMarks !== undefined && { toleratedMarks }),
    ...(explained && { decidedBy: decisiveLeaves(explained) }),
  }
}

/** Every effect by itself, in the order in which they count; together they come to the same total. */
function explainedEffects({
  rubric,
  form,
  run,
  judgement,
  exact,
  decimals,
  rounding,
}: ExplainInput): readonly ExplainedEffect[] {
  const fired = [...judgement.vetoes, ...judgement.gates, ...judgement.bonuses]
  const explained: ExplainedEffect[] = []
  const maximum = maximumOf(rubric)
  let current = exact.rawScore
  const unit = 10 ** decimals
  const rounded = (value: Rational): number =>
    // Added to 0, so that a hair below it is not -0.
    0 +
    (value.numerator < 0n ? -1 : 1) *
      (roundRational(
        { numerator: value.numerator < 0n ? -value.numerator : value.numerator, denominator: value.denominator },
        decimals,
        rounding,
      ) /
        unit)
  const take = (
    kind: ExplainedEffect['kind'],
    after: Rational,
    facts: Pick<ExplainedEffect, 'rule' | 'ruleKind' | 'section'> = {},
  ): void => {
    explained.push({
      kind,
      ...facts,
      before: fractionText(current),
      after: fractionText(after),
      roundedBefore: rounded(current),
      roundedAfter: rounded(after),
    })
    current = after
  }
  const zeroed = new Set<SectionNode>()
  const caps = new Map<SectionNode, Rational>()
  const sectionEffects = fired.flatMap((rule) =>
    rule.effects.flatMap((effect) =>
      effect.kind === 'zero-section' || effect.kind === 'cap-section'
        ? [{ rule, effect, section: form.byId.get(effect.section) as SectionNode }]
        : [],
    ),
  )
  for (const { rule, effect, section } of sectionEffects.filter(({ effect }) => effect.kind === 'zero-section')) {
    zeroed.add(section)
    take('zero-section', exact.totalWith(zeroed, caps), { rule: rule.id, ruleKind: rule.kind, section: effect.section })
  }
  const inner = sectionEffects
    .filter(({ effect }) => effect.kind === 'cap-section')
    .sort((a, b) => b.section.depth - a.section.depth)
  for (const { rule, effect, section } of inner) {
    const cap = rationalOf(effect.kind === 'cap-section' ? effect.maximum : 0)
    caps.set(section, least(caps.get(section) ?? cap, cap))
    take('cap-section', exact.totalWith(zeroed, caps), { rule: rule.id, ruleKind: rule.kind, section: effect.section })
  }
  let limitLeft = rubric.bonusLimit === undefined ? undefined : rationalOf(rubric.bonusLimit)
  for (const rule of judgement.bonuses) {
    const points = rationalOf((rule.source as Bonus).points)
    const given = limitLeft ? least(points, limitLeft) : points
    if (limitLeft) limitLeft = subtract(limitLeft, given)
    take('bonus', greatest(least(current, maximum), least(add(current, given), maximum)), {
      rule: rule.id,
      ruleKind: 'bonus',
    })
  }
  if (compare(current, maximum) > 0) take('maximum', maximum)
  const ofKind = (kind: 'deduct' | 'cap' | 'zero') =>
    fired.flatMap((rule) => rule.effects.flatMap((effect) => (effect.kind === kind ? [{ rule, effect }] : [])))
  for (const { rule, effect } of ofKind('deduct')) {
    if (effect.kind === 'deduct')
      take('deduct', subtract(current, multiply(rationalOf(effect.points), rational(BigInt(rule.times(run))))), {
        rule: rule.id,
        ruleKind: rule.kind,
      })
  }
  for (const { rule, effect } of ofKind('cap'))
    if (effect.kind === 'cap')
      take('cap', least(current, rationalOf(effect.maximum)), { rule: rule.id, ruleKind: rule.kind })
  for (const { rule } of ofKind('zero')) take('zero', ZERO, { rule: rule.id, ruleKind: rule.kind })
  if (current.numerator < 0n) take('minimum', ZERO)
  return explained
}
