import type { LeafExplanation } from '../../conditions/compiled-node.js'
import { rationalOfFraction } from '../../rubric/exact/fraction.js'
import {
  fractionText,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  subtract,
  sum,
  ZERO,
} from '../../rubric/exact/rational.js'
import type { FormNode, ItemNode, SectionNode } from '../../rubric/format/form.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { selfAnswerOf } from '../../rubric/items/aspects/self-answer-of.js'
import type { Rating } from '../evaluation/evaluation.js'
import type { RawEvaluation } from '../evaluation/header-reader.js'
import { leavesUnder } from '../totals/exact-total.js'
import { explainFaults } from './explain-faults.js'
import type { ExplainInput } from './explain-input.js'
import type { ExplainedNode, Why } from './explanation.js'
import { largestRemainder } from './largest-remainder.js'

/** Explains the form of one evaluation: every section and item with its part of the raw score. */
export class TreeExplainer {
  private readonly roundedPoints: ReadonlyMap<FormNode, number>
  private readonly roundedLost: ReadonlyMap<FormNode, number>
  private readonly unit: number

  constructor(private readonly input: ExplainInput) {
    const {
      exact,
      compiled: {
        form,
        result: { decimals, unitsPerPoint },
      },
      score,
    } = input
    this.unit = unitsPerPoint
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
    const leaves = leavesUnder(node)
    const reason = this.input.scored.answers.sectionReasons[node.index]
    const share = sum(leaves.map((leaf) => this.input.exact.shares.get(leaf) ?? ZERO))
    const isEmpty = !children.some(({ status }) => status === 'scored' || status === 'no-weight')
    const why: Why =
      reason !== undefined && reason !== 'unknown'
        ? {
            reason: 'not-applicable',
            because: reason,
            ...(reason === 'condition' && { decidedBy: this.decidedBy(node) }),
          }
        : isEmpty
          ? { reason: 'not-applicable', because: 'nothing-below' }
          : { reason: 'section' }
    const status = node.isScored ? statusOf(why, share) : 'recorded'
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
    const status = why.reason === 'text' || why.reason === 'record' ? 'recorded' : statusOf(why, share)
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

  /** Returns the leaves of `appliesWhen` that took a node out of the form. */
  private decidedBy(node: FormNode): readonly LeafExplanation[] {
    const { compiled, scored } = this.input
    return compiled.ratings.whyNot(node, scored)
  }

  private whyItem(node: ItemNode): Why {
    const { raw, answers } = this.input.scored
    const given = ownRating(raw, node.id)
    const { source } = node
    const because = answers.itemReasons[node.index]
    if (!isScored(source) && because === undefined)
      return { reason: source.kind, ...(given.rating !== undefined && { rating: given.rating }) }
    const reading = answers.readings[node.index]
    if (!reading || !isScored(source)) {
      return {
        reason: 'not-applicable',
        because: because === undefined || because === 'unknown' ? 'rated' : because,
        ...(because === 'condition' && { decidedBy: this.decidedBy(node) }),
        ...(given.comment !== undefined && { comment: given.comment }),
      }
    }
    const isOwn = given.rating !== undefined
    const faults = explainFaults(source, reading)
    return {
      reason: 'rated',
      by: isOwn ? 'rater' : selfAnswerOf(source).fact !== undefined ? 'fact' : 'rule',
      rating: given.rating ?? (reading.value as Rating),
      fraction: fractionText(rationalOfFraction(reading.fraction)),
      ...(faults && { faults }),
      ...(given.comment !== undefined && { comment: given.comment }),
    }
  }
}

/** Returns the status of a node that is scored in principle. */
function statusOf(why: Why, share: Rational): 'not-applicable' | 'no-weight' | 'scored' {
  if (why.reason === 'not-applicable') return 'not-applicable'
  return isZero(share) ? 'no-weight' : 'scored'
}

function ownRating(raw: RawEvaluation, id: string): { readonly rating?: Rating; readonly comment?: string } {
  const ratings = raw.ratings as Readonly<Record<string, unknown>>
  const given = Object.hasOwn(ratings, id) ? ratings[id] : undefined
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return given as { rating?: Rating; comment?: string }
  return given === undefined ? {} : { rating: given as Rating }
}
