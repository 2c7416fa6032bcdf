import { Engine, type EngineResult, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { Condition, Leaf } from '../conditions/condition.js'
import { resolveFactPath } from '../conditions/parse-fact-path.js'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { parseRubric } from '../rubric/format/parse-rubric.js'
import type { Rubric } from '../rubric/format/rubric.js'

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
export function createEngine(rubric: DocumentInput<Rubric>): Engine {
  return new RubricEngine(parseRubric(rubric))
}

const OPTIONS = { pathResolver: resolveFactPath, allowUndefinedFacts: false } as const

class RubricEngine extends Engine {
  private readonly running = new Set<Engine>()

  constructor(rubric: Rubric) {
    super(rulesOf(rubric), OPTIONS)
    for (const [name, condition] of Object.entries(rubric.conditions ?? {})) this.setCondition(name, plain(condition))
  }

  override async run(...[facts = {}, options]: Parameters<Engine['run']>): Promise<EngineResult> {
    const fresh = this.freshEngine()
    this.running.add(fresh)
    try {
      const given = Object.entries(facts).map(([id, value]) => [id, isFunction(value) ? rejecting(value) : value])
      return await fresh.run(Object.fromEntries(given), options)
    } finally {
      this.running.delete(fresh)
    }
  }

  override stop(): this {
    for (const fresh of this.running) fresh.stop()
    return super.stop()
  }

  /** An engine with all that was added to this one, whose events this one's listeners hear. */
  private freshEngine(): Engine {
    const fresh = new Engine([], OPTIONS)
    const [from, to] = [internals(this), internals(fresh)]
    // Rules know their engine; each run gets rules of its own that share everything else, listeners included.
    for (const rule of from.rules) fresh.addRule(Object.create(rule))
    to.conditions = from.conditions
    to.operators = from.operators
    to.facts = new Map([...from.facts].map(([id, fact]) => [id, safeFact(fact)]))
    for (const name of new Set(['success', 'failure', ...from.rules.map(({ event }) => event.type)])) {
      fresh.on(name, (...values: readonly unknown[]) => this.forward(name, values))
    }
    return fresh
  }

  /** Resolves when the listeners are done; json-rules-engine's types leave its event emitter out. */
  private forward(name: string, values: readonly unknown[]): Promise<unknown> {
    const emitter = this as unknown as {
      readonly emitAsync: (name: string, ...values: readonly unknown[]) => Promise<unknown>
      readonly listeners: (name: string) => readonly unknown[]
    }
    // The emitter throws for an `error` that nobody listens to; here it is the id of a rule like any other.
    return emitter.listeners(name).length === 0 ? Promise.resolve() : emitter.emitAsync(name, ...values)
  }
}

interface EngineInternals {
  readonly rules: readonly (RuleProperties & { readonly event: RuleProperties['event'] })[]
  conditions: unknown
  facts: Map<string, InternalFact>
  operators: unknown
}

interface InternalFact {
  readonly calculate: (...inputs: readonly unknown[]) => unknown
}

/** What Engine keeps, as its source shows it; the version is pinned. */
function internals(engine: Engine): EngineInternals {
  return engine as unknown as EngineInternals
}

/**
 * The same fact, but where its function throws, the run rejects. As Engine is, a throw beside a fact that is not
 * defined leaves a rejected promise that nobody handles, which ends the whole host program.
 */
function safeFact(fact: InternalFact): InternalFact {
  return Object.create(fact, { calculate: { value: rejecting(fact.calculate.bind(fact)) } }) as InternalFact
}

function rejecting(calculate: (...inputs: readonly unknown[]) => unknown): (...inputs: readonly unknown[]) => unknown {
  return (...inputs) => {
    try {
      return calculate(...inputs)
    } catch (error) {
      return Promise.reject(error)
    }
  }
}

function isFunction(value: unknown): value is (...inputs: readonly unknown[]) => unknown {
  return typeof value === 'function'
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
