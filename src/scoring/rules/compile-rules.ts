import type { CompiledNode, ConditionCompiler, Truth } from '../../conditions/compiled-node.js'
import type { Form } from '../../rubric/format/form.js'
import type { Bonus, Effect, Gate, OnRating, Rubric, Veto } from '../../rubric/format/rubric.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { onRatingTestOf } from '../../rubric/items/aspects/on-rating-test-of.js'
import type { Answers } from '../run/answers.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { CompiledBonus, CompiledGate, CompiledRule, CompiledRules, CompiledVeto } from './compiled-rule.js'

type Compiler = ConditionCompiler<ConditionInput>

/** Compiles the vetoes, gates and bonuses of a rubric. */
export function compileRules(rubric: Rubric, form: Form, compiler: Compiler): CompiledRules {
  return {
    vetoes: (rubric.vetoes ?? []).map((veto, index) => compileVeto(veto, index, form, compiler)),
    gates: (rubric.gates ?? []).map((gate) => compileGate(gate, compiler)),
    bonuses: (rubric.bonuses ?? []).map((bonus, index) => compileBonus(bonus, index, compiler)),
  }
}

const ZERO_EFFECT: readonly Effect[] = [{ kind: 'zero' }]
const NO_EFFECTS: readonly never[] = Object.freeze([])

function compileVeto(veto: Veto, index: number, form: Form, compiler: Compiler): CompiledVeto {
  const tolerated = veto.toleratedMarks ?? 0
  const when = veto.when && compiler.compile(veto.when)
  const onRating = veto.onRating && onRatingTest(veto.onRating, form)
  return {
    ...common(veto, when),
    kind: 'veto',
    source: veto,
    test: (input) => {
      if ((input.answers.vetoMarks[index] ?? 0) > tolerated || onRating?.(input.answers) === true) return true
      return when ? when.test(input) : false
    },
    times: ({ vetoMarks }) => Math.max(1, (vetoMarks[index] ?? 0) - tolerated),
    effects: veto.effects ?? ZERO_EFFECT,
    // Only a veto that a rating alone can fire decides nothing where its item did not apply.
    isNotApplicable: (answers) => onRating !== undefined && !when && onRating(answers) === undefined,
  }
}

function compileGate(gate: Gate, compiler: Compiler): CompiledGate {
  const when = compiler.compile(gate.when)
  return { ...common(gate, when), kind: 'gate', source: gate, test: when.test, effects: gate.effects }
}

function compileBonus(bonus: Bonus, index: number, compiler: Compiler): CompiledBonus {
  const when = bonus.when && compiler.compile(bonus.when)
  return {
    ...common(bonus, when),
    kind: 'bonus',
    source: bonus,
    test: (input) => (input.answers.bonusMarks[index] ? true : when ? when.test(input) : false),
    effects: NO_EFFECTS,
  }
}

function common(
  { id, whenUnknown }: Veto | Gate | Bonus,
  when: CompiledNode<ConditionInput> | undefined,
): Pick<CompiledRule, 'id' | 'times' | 'explainWhen' | 'refusesUnknown'> {
  return { id, times: () => 1, explainWhen: when?.explain, refusesUnknown: whenUnknown === 'refuse' }
}

/** Tests whether a rating fires its veto; undefined where the item does not apply. */
function onRatingTest(onRating: OnRating, form: Form): (answers: Answers) => Truth {
  const node = form.byId.get(onRating.item)
  if (node?.kind !== 'item' || !isScored(node.source)) throw new RangeError(onRating.item)
  const { index } = node
  const fires = onRatingTestOf(node.source, onRating)
  return ({ readings }) => {
    const reading = readings[index]
    return reading && fires(reading)
  }
}
