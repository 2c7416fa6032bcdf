import { Engine, type EngineResult, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { Condition, Leaf } from '../conditions/condition.js'
import { resolveFactPath } from '../conditions/fact-path.js'
import { parseRubric } from '../rubric/parse-rubric.js'
import type { Rubric } from '../rubric/rubric.js'

/** The event that a rule of a rubric fires. */
export interface RuleEvent {
  /** Id of the veto, gate or bonus. */
  readonly type: string
  readonly params: { readonly kind: 'veto' | 'gate' | 'bonus'; readonly id: string }
}

/**
 * Hands the `when` of a rubric's vetoes, gates and bonuses to a real json-rules-engine `Engine`, for facts that have
 * to be fetched while the rules run. Each rule fires an event whose type is its id and whose `params` are
 * `{ kind, id }`. The engine has a path resolver that follows plain paths alone, so that no document can run code, and
 * every `run` takes a fresh Engine inside, so that runs at the same time do not disturb each other.
 *
 * The engine knows two truth values: with `allowUndefinedFacts` off, as here, a missing fact rejects the run, where
 * `Scorer.score` lists the rule as undetermined.
 * @param rubric - JSON text or value
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 * @example
 * const engine = createEngine(rubric)
 * engine.addFact('csat', async () => 72)
 * const { events } = await engine.run()
 * events[0] //=> { type: 'csat-floor', params: { kind: 'gate', id: 'csat-floor' } }
 */
export function createEngine(rubric: Rubric | string): Engine {
  return new RubricEngine(parseRubric(rubric))
}

const OPTIONS = { pathResolver: resolveFactPath, allowUndefinedFacts: false } as const

class RubricEngine extends Engine {
  constructor(rubric: Rubric) {
    super(rulesOf(rubric), OPTIONS)
    for (const [name, condition] of Object.entries(rubric.conditions ?? {})) this.setCondition(name, plain(condition))
  }

  override async run(...[facts, options]: Parameters<Engine['run']>): Promise<EngineResult> {
    const fresh = new Engine([], OPTIONS)
    const [from, to] = [internals(this), internals(fresh)]
    // The rules as they stand now, with whatever was added to this engine since it was made.
    for (const rule of from.rules) fresh.addRule(rule.toJSON(false))
    for (const [name, condition] of from.conditions) fresh.setCondition(name, condition.toJSON(false))
    to.facts = new Map(from.facts)
    to.operators = from.operators
    for (const outcome of ['success', 'failure'] as const) {
      fresh.on(outcome, (event, almanac, result) => {
        this.forward(outcome, event, almanac, result)
        if (outcome === 'success') this.forward(event.type, event.params, almanac, result)
      })
    }
    return fresh.run(facts, options)
  }

  /** json-rules-engine builds on an event emitter that its types leave out. */
  private forward(name: string, ...values: readonly unknown[]): void {
    const emitter = this as unknown as { readonly emit: (name: string, ...values: readonly unknown[]) => void }
    emitter.emit(name, ...values)
  }
}

interface EngineInternals {
  readonly rules: readonly { toJSON(stringify: false): RuleProperties }[]
  readonly conditions: ReadonlyMap<string, { toJSON(stringify: false): TopLevelCondition }>
  facts: Map<string, unknown>
  operators: unknown
}

/** What Engine keeps, as its source shows it; the version is pinned. */
function internals(engine: Engine): EngineInternals {
  return engine as unknown as EngineInternals
}

function rulesOf(rubric: Rubric): RuleProperties[] {
  const rule = (kind: RuleEvent['params']['kind'], id: string, when: Condition | undefined): RuleProperties[] =>
    when === undefined
      ? []
      : [{ name: `${kind}:${id}`, conditions: plain(when), event: { type: id, params: { kind, id } } }]
  return [
    ...(rubric.vetoes ?? []).flatMap(({ id, when }) => rule('veto', id, when)),
    ...(rubric.gates ?? []).flatMap(({ id, when }) => rule('gate', id, when)),
    ...(rubric.bonuses ?? []).flatMap(({ id, when }) => rule('bonus', id, when)),
  ]
}

/** A copy without notes, which the engine does not know; it also writes into what it is given. */
function plain(condition: Condition): TopLevelCondition {
  const copy = (node: Condition | Leaf): unknown => {
    if ('all' in node) return { all: node.all.map(copy) }
    if ('any' in node) return { any: node.any.map(copy) }
    if ('not' in node) return { not: copy(node.not) }
    if ('condition' in node) return { condition: node.condition }
    const { note: _note, value, ...leaf } = node
    return { ...leaf, value: structuredCopy(value) }
  }
  return copy(condition) as TopLevelCondition
}

function structuredCopy(value: Leaf['value']): unknown {
  if (Array.isArray(value)) return [...value]
  if (typeof value !== 'object' || value === null) return value
  const { note: _note, ...reference } = value as { readonly note?: unknown }
  return reference
}
