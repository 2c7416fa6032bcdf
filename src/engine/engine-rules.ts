import type { RuleProperties } from 'json-rules-engine'
import type { Condition } from '../conditions/condition.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { engineCondition } from './engine-condition.js'

/** The event of a rule that fired. */
export interface RuleEvent {
  /** Id of the veto, gate or bonus. */
  readonly type: string
  readonly params: { readonly kind: 'veto' | 'gate' | 'bonus'; readonly id: string }
}

/** Turns the vetoes, gates and bonuses that have a `when` into rules of an Engine. */
export function engineRules(rubric: Rubric): RuleProperties[] {
  const rule = (kind: RuleEvent['params']['kind'], id: string, when: Condition | undefined): RuleProperties[] =>
    when === undefined
      ? []
      : [{ name: `${kind}:${id}`, conditions: engineCondition(when), event: { type: id, params: { kind, id } } }]
  return [
    ...(rubric.vetoes ?? []).flatMap(({ id, when }) => rule('veto', id, when)),
    ...(rubric.gates ?? []).flatMap(({ id, when }) => rule('gate', id, when)),
    ...(rubric.bonuses ?? []).flatMap(({ id, when }) => rule('bonus', id, when)),
  ]
}
