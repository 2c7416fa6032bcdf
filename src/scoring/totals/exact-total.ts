import { rationalOfFraction } from '../../rubric/exact/fraction.js'
import {
  add,
  compare,
  divide,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  sum,
  ZERO,
} from '../../rubric/exact/rational.js'
import type { Form, FormNode, SectionNode } from '../../rubric/format/form.js'
import type { Answers } from '../run/answers.js'
import { liveShares } from './live-shares.js'
import type { WeightPlan } from './weight-plan.js'

/** The form of one evaluation in exact arithmetic: the shares of what applies, and the points it earned. */
export class ExactTotal {
  /** Share of each live leaf; they add to 1, or nothing of weight applies. */
  readonly shares: ReadonlyMap<FormNode, Rational>
  /** 100 x share x fraction, by live leaf. */
  readonly points: ReadonlyMap<FormNode, Rational>

  constructor(
    private readonly form: Form,
    { readings, sectionReasons }: Pick<Answers, 'readings' | 'sectionReasons'>,
    weights: WeightPlan,
    policy: 'siblings' | 'whole',
  ) {
    this.shares = liveShares(form, weights, policy, (node) =>
      node.kind === 'item' ? readings[node.index] !== undefined : sectionReasons[node.index] === undefined,
    )
    const points = new Map<FormNode, Rational>()
    for (const [node, share] of this.shares) {
      const fraction = readings[node.index]?.fraction
      if (fraction) points.set(node, multiply(HUNDRED, multiply(share, rationalOfFraction(fraction))))
    }
    this.points = points
  }

  /** Raw score, 0 to 100, before vetoes, gates and bonuses. */
  get rawScore(): Rational {
    return sum(this.points.values())
  }

  /** Returns the sum of the shares below a section. */
  shareOf(section: SectionNode): Rational {
    return sum(leavesUnder(section).map((leaf) => this.shares.get(leaf) ?? ZERO))
  }

  /** Returns the score of a section, 0 to 100, or undefined where nothing of weight applied. */
  sectionScore(section: SectionNode): Rational | undefined {
    const share = this.shareOf(section)
    if (isZero(share)) return undefined
    return divide(sum(leavesUnder(section).map((leaf) => this.points.get(leaf) ?? ZERO)), share)
  }

  /**
   * Works out the total with some sections counted as 0 and others capped: zeros first, then caps from the inside
   * out, each on the section's score at that point.
   * @param caps - the most that a section may score, 0 to 100
   */
  totalWith(zeroed: ReadonlySet<SectionNode>, caps: ReadonlyMap<SectionNode, Rational>): Rational {
    const pointsOf = (node: FormNode): Rational => {
      if (node.kind === 'item') return this.points.get(node) ?? ZERO
      if (zeroed.has(node)) return ZERO
      const points = sum(node.children.map(pointsOf))
      const cap = caps.get(node)
      if (!cap) return points
      const share = this.shareOf(node)
      const most = multiply(cap, share)
      return !isZero(share) && compare(points, most) > 0 ? most : points
    }
    return this.form.top.map(pointsOf).reduce(add, ZERO)
  }
}

/** Lists the items at any depth below a section. */
export function leavesUnder(section: SectionNode): readonly FormNode[] {
  return section.children.flatMap((child) => (child.kind === 'item' ? [child] : leavesUnder(child)))
}
