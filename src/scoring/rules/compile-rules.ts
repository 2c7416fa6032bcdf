import type { CompiledNode, ConditionCompiler, ConditionExplanation, Truth } from '../../conditions/compiled-node.js'
import { rationalOfFraction } from '../../rubric/exact/fraction.js'
import {
  add,
  compare,
  divide,
  HUNDRED,
  least,
  multiply,
  type Rational,
  rational,
  rationalOf,
  ZERO,
} from '../../rubric/exact/rational.js'
import type { Form, SectionNode } from '../../rubric/format/form.js'
import type { Bonus, Effect, FailEffect, Gate, OnRating, Rubric, Veto } from '../../rubric/format/rubric.js'
import type { Run } from '../run.js'

/** A veto, gate or bonus, compiled. */
export interface CompiledRule {
  readonly kind: 'veto' | 'gate' | 'bonus'
  readonly id: string
  readonly source: Veto | Gate | Bonus
  /** True: fires; undefined: cannot be decided. */
  readonly test: (run: Run) => Truth
  /** How often its `deduct` counts, of a rule that fired. */
  readonly times: (run: Run) => number
  readonly explainWhen: ((run: Run) => ConditionExplanation) | undefined
  readonly effects: readonly (Effect | FailEffect)[]
  readonly refusesUnknown: boolean
  readonly family: string | undefined
  /** Whether nothing it looks at applied, so that it says nothing about its family. */
  readonly isNotApplicable: (run: Run) => boolean
}

/** The rules of a rubric, each kind in file order. */
export interface CompiledRules {
  readonly vetoes: readonly CompiledRule[]
  readonly gates: readonly CompiledRule[]
  readonly bonuses: readonly CompiledRule[]
}

/** What they came to: the rules that fired, and those that could not be decided. */
export interface Judgement extends CompiledRules {
  readonly undetermined: readonly CompiledRule[]
}

/** Compiles the rules of a rubric. */
export function compileRules(rubric: Rubric, form: Form, compiler: ConditionCompiler<Run>): CompiledRules {
  return {
    vetoes: (rubric.vetoes ?? []).map((veto, index) => compileVeto(veto, index, form, compiler)),
    gates: (rubric.gates ?? []).map((gate) => compileGate(gate, compiler)),
    bonuses: (rubric.bonuses ?? []).map((bonus, index) => compileBonus(bonus, index, compiler)),
  }
}

const ZERO_EFFECT: readonly Effect[] = [{ kind: 'zero' }]

function compileVeto(veto: Veto, index: number, form: Form, compiler: ConditionCompiler<Run>): CompiledRule {
  const tolerated = veto.toleratedMarks ?? 0
  const when = veto.when && compiler.compile(veto.when)
  const onRating = veto.onRating && onRatingTest(veto.onRating, form)
  return {
    ...shared(veto, when),
    kind: 'veto',
    test: (run) => {
      if ((run.vetoMarks[index] ?? 0) > tolerated || onRating?.(run) === true) return true
      return when ? when.test(run) : false
    },
    times: (run) => Math.max(1, (run.vetoMarks[index] ?? 0) - tolerated),
    effects: veto.effects ?? ZERO_EFFECT,
    family: veto.family,
    // A veto that only a rating can make fire says nothing where that item did not apply.
    isNotApplicable: (run) => onRating !== undefined && !when && onRating(run) === undefined,
  }
}

function compileGate(gate: Gate, compiler: ConditionCompiler<Run>): CompiledRule {
  const when = compiler.compile(gate.when)
  return { ...shared(gate, when), kind: 'gate', test: when.test, effects: gate.effects }
}

function compileBonus(bonus: Bonus, index: number, compiler: ConditionCompiler<Run>): CompiledRule {
  const when = bonus.when && compiler.compile(bonus.when)
  return {
    ...shared(bonus, when),
    kind: 'bonus',
    test: (run) => (run.bonusMarks[index] ? true : when ? when.test(run) : false),
  }
}

function shared(source: Veto | Gate | Bonus, when: CompiledNode<Run> | undefined): Omit<CompiledRule, 'kind' | 'test'> {
  return {
    id: source.id,
    source,
    times: () => 1,
    explainWhen: when?.explain,
    effects: [],
    refusesUnknown: source.whenUnknown === 'refuse',
    family: undefined,
    isNotApplicable: () => false,
  }
}

/** True where the rating makes the veto fire, undefined where the item does not apply. */
function onRatingTest(onRating: OnRating, form: Form): (run: Run) => Truth {
  const node = form.byId.get(onRating.item)
  if (node?.kind !== 'item') throw new RangeError(onRating.item)
  const { index, source } = node
  const options = new Set(onRating.options)
  const threshold = onRating.belowPercent === undefined ? undefined : divide(rationalOf(onRating.belowPercent), HUNDRED)
  return (run) => {
    const reading = run.readings[index]
    if (!reading) return undefined
    if (source.kind === 'yes-no') return (reading.value === true) !== ((source.fullWhen ?? 'yes') === 'yes')
    if (source.kind === 'choice') return reading.options?.some((option) => options.has(option)) ?? false
    if (threshold) return compare(rationalOfFraction(reading.fraction), threshold) < 0
    return typeof reading.value === 'number' && onRating.atMost !== undefined && reading.value <= onRating.atMost
  }
}

/** What the effects of all fired rules come to, whatever the order of the rules. */
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

/** What it comes to where no rule fired, as in most calls. */
const NO_EFFECTS: FiredEffects = {
  zeroed: new Set(),
  caps: new Map(),
  bonus: ZERO,
  deducted: ZERO,
  cap: undefined,
  isZero: false,
  failsVerdict: false,
}

/** Collects what the fired rules do. */
export function collectEffects(rubric: Rubric, form: Form, fired: readonly CompiledRule[], run: Run): FiredEffects {
  if (fired.length === 0) return NO_EFFECTS
  const zeroed = new Set<SectionNode>()
  const caps = new Map<SectionNode, Rational>()
  let [bonus, deducted] = [ZERO, ZERO]
  let cap: Rational | undefined
  let [isZero, failsVerdict] = [false, false]
  const sectionOf = (id: string): SectionNode => {
    const node = form.byId.get(id)
    if (node?.kind !== 'section') throw new RangeError(id)
    return node
  }
  for (const rule of fired) {
    if (rule.kind === 'veto' && (rule.source as Veto).verdict !== 'keep') failsVerdict = true
    if (rule.kind === 'bonus') bonus = add(bonus, rationalOf((rule.source as Bonus).points))
    for (const effect of rule.effects) {
      if (effect.kind === 'zero-section') zeroed.add(sectionOf(effect.section))
      else if (effect.kind === 'cap-section') {
        const section = sectionOf(effect.section)
        caps.set(section, least(caps.get(section) ?? rationalOf(effect.maximum), rationalOf(effect.maximum)))
      } else if (effect.kind === 'deduct')
        deducted = add(deducted, multiply(rationalOf(effect.points), rational(BigInt(rule.times(run)))))
      else if (effect.kind === 'cap') cap = least(cap ?? rationalOf(effect.maximum), rationalOf(effect.maximum))
      else if (effect.kind === 'zero') isZero = true
      else failsVerdict = true
    }
  }
  const limit = rubric.bonusLimit
  return {
    zeroed,
    caps,
    bonus: limit === undefined ? bonus : least(bonus, rationalOf(limit)),
    deducted,
    cap,
    isZero,
    failsVerdict,
  }
}
