import { assertNever } from '../../issues/assert-never.js'
import { add, least, multiply, type Rational, rational, rationalOf, ZERO } from '../../rubric/exact/rational.js'
import type { Form, SectionNode } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { Answers } from '../run/answers.js'
import type { CompiledRule } from './compiled-rule.js'

/** Effects of all fired rules together; their order does not matter. */
export interface FiredEffects {
  readonly zeroed: ReadonlySet<SectionNode>
  readonly caps: ReadonlyMap<SectionNode, Rational>
  readonly bonus: Rational
  readonly deducted: Rational
  /** The least cap of the total. */
  readonly cap: Rational | undefined
  readonly isZero: boolean
  readonly failsVerdict: boolean
}

/** The effects where no rule fired, as in most calls. */
const NO_EFFECTS: FiredEffects = {
  zeroed: new Set(),
  caps: new Map(),
  bonus: ZERO,
  deducted: ZERO,
  cap: undefined,
  isZero: false,
  failsVerdict: false,
}

/** Collects the effects of the fired rules. */
export function collectEffects(
  { bonusLimit }: Pick<Rubric, 'bonusLimit'>,
  form: Form,
  fired: readonly CompiledRule[],
  answers: Answers,
): FiredEffects {
  if (fired.length === 0) return NO_EFFECTS
  const zeroed = new Set<SectionNode>()
  const caps = new Map<SectionNode, Rational>()
  let [bonus, deducted] = [ZERO, ZERO]
  let cap: Rational | undefined
  let [isZero, failsVerdict] = [false, false]
  for (const rule of fired) {
    if (rule.kind === 'veto' && rule.source.verdict !== 'keep') failsVerdict = true
    if (rule.kind === 'bonus') bonus = add(bonus, rationalOf(rule.source.points))
    for (const effect of rule.effects) {
      switch (effect.kind) {
        case 'zero-section':
          zeroed.add(sectionOf(effect.section, form))
          break
        case 'cap-section': {
          const section = sectionOf(effect.section, form)
          const maximum = rationalOf(effect.maximum)
          caps.set(section, least(caps.get(section) ?? maximum, maximum))
          break
        }
        case 'deduct':
          deducted = add(deducted, multiply(rationalOf(effect.points), rational(BigInt(rule.times(answers)))))
          break
        case 'cap':
          cap = least(cap ?? rationalOf(effect.maximum), rationalOf(effect.maximum))
          break
        case 'zero':
          isZero = true
          break
        case 'fail':
          failsVerdict = true
          break
        default:
          assertNever(effect)
      }
    }
  }
  return {
    zeroed,
    caps,
    bonus: bonusLimit === undefined ? bonus : least(bonus, rationalOf(bonusLimit)),
    deducted,
    cap,
    isZero,
    failsVerdict,
  }
}

/** Finds a section of a checked rubric. */
export function sectionOf(id: string, form: Form): SectionNode {
  const node = form.byId.get(id)
  if (node?.kind !== 'section') throw new RangeError(id)
  return node
}
