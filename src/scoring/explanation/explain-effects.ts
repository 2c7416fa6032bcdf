import {
  add,
  compare,
  fractionText,
  greatest,
  least,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  ZERO,
} from '../../rubric/exact/rational.js'
import type { SectionNode } from '../../rubric/format/form.js'
import { unitsOf } from '../result/resolved-result.js'
import { sectionOf } from '../rules/collect-effects.js'
import { firedRules } from '../rules/judge-rules.js'
import type { ExplainInput } from './explain-input.js'
import type { ExplainedEffect } from './explanation.js'

/** Gives every effect by itself, in the order in which they count; together they lead to the same score. */
export function explainEffects({
  compiled: { rubric, form, result },
  scored: { answers, judgement },
  exact,
}: ExplainInput): readonly ExplainedEffect[] {
  const fired = firedRules(judgement)
  const explained: ExplainedEffect[] = []
  const { maximum } = result
  let current = exact.rawScore
  const rounded = (value: Rational): number => {
    const isNegative = value.numerator < 0n
    const units = unitsOf(isNegative ? subtract(ZERO, value) : value, result)
    // Added to 0, so that a value just below it does not come out as -0.
    return 0 + (isNegative ? -1 : 1) * (units / result.unitsPerPoint)
  }
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
        ? [{ rule, effect, section: sectionOf(effect.section, form) }]
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
    const points = rationalOf(rule.source.points)
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
      take('deduct', subtract(current, multiply(rationalOf(effect.points), rational(BigInt(rule.times(answers))))), {
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
