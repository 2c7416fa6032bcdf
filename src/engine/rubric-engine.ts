import { Engine, type EngineResult, type RuleProperties } from 'json-rules-engine'
import { resolveFactPath } from '../conditions/parse-fact-path.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { engineCondition } from './engine-condition.js'
import { engineRules } from './engine-rules.js'

const OPTIONS = { pathResolver: resolveFactPath, allowUndefinedFacts: false } as const

/** An Engine with the rules of a rubric, whose runs may overlap. */
export class RubricEngine extends Engine {
  private readonly running = new Set<Engine>()

  constructor(rubric: Rubric) {
    super(engineRules(rubric), OPTIONS)
    for (const [name, condition] of Object.entries(rubric.conditions ?? {}))
      this.setCondition(name, engineCondition(condition))
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

  /** Makes an engine with everything that was added to this one; this one's listeners hear its events. */
  private freshEngine(): Engine {
    const fresh = new Engine([], OPTIONS)
    const [from, to] = [internals(this), internals(fresh)]
    // A rule holds its engine, so each run gets rules of its own; they share everything else, listeners included.
    for (const rule of from.rules) fresh.addRule(Object.create(rule))
    to.conditions = from.conditions
    to.operators = from.operators
    to.facts = new Map([...from.facts].map(([id, fact]) => [id, safeFact(fact)]))
    for (const name of new Set(['success', 'failure', ...from.rules.map(({ event }) => event.type)])) {
      fresh.on(name, (...values: readonly unknown[]) => this.forward(name, values))
    }
    return fresh
  }

  /** Resolves when the listeners are done. */
  private forward(name: string, values: readonly unknown[]): Promise<unknown> {
    // The types of json-rules-engine leave out its event emitter.
    const emitter = this as unknown as {
      readonly emitAsync: (name: string, ...values: readonly unknown[]) => Promise<unknown>
      readonly listeners: (name: string) => readonly unknown[]
    }
    // The emitter throws for an `error` without listeners; here `error` is the id of a rule like any other.
    return emitter.listeners(name).length === 0 ? Promise.resolve() : emitter.emitAsync(name, ...values)
  }
}

/** Private members of an Engine. */
interface EngineInternals {
  readonly rules: readonly (RuleProperties & { readonly event: RuleProperties['event'] })[]
  conditions: unknown
  facts: Map<string, InternalFact>
  operators: unknown
}

interface InternalFact {
  readonly calculate: (...inputs: readonly unknown[]) => unknown
}

/** Shows the private members of an Engine, as its source declares them; the version is pinned. */
function internals(engine: Engine): EngineInternals {
  return engine as unknown as EngineInternals
}

/**
 * Makes a fact whose run rejects where its function throws. In Engine itself, a throw next to an undefined fact leaves
 * an unhandled rejected promise, which ends the whole host program.
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
