import type { Condition, FactReference, Leaf } from './condition.js'
import type { Operator } from './operators/engine-operators.js'
import { operatorOf } from './operators/operator-of.js'
import { parseOperator } from './operators/parse-operator.js'
import { type PathStep, parseFactPath } from './parse-fact-path.js'
import type { OperandType } from './vocabulary.js'

/** Kleene's three values: `undefined` is unknown. */
export type Truth = boolean | undefined

/** Reads one value from the context that a condition is tested against. */
export type Reader<Context> = (context: Context) => unknown

/** Fetches one fact. */
export interface FactReader<Context> {
  readonly read: Reader<Context>
  readonly type: OperandType
  /** Name of the member of the context, where reading only takes that member. */
  readonly member?: keyof Context
}

/** Where the values of facts come from. */
export interface FactSource<Context> {
  /** A reader of the fact, with the declared type where there is one; the steps are those of the leaf's path. */
  readonly reader: (fact: string, steps: readonly PathStep[]) => FactReader<Context>
}

/** Result of one leaf, and why. */
export interface LeafExplanation {
  readonly kind: 'leaf'
  readonly outcome: Outcome
  readonly fact: string
  readonly path?: string
  readonly operator: string
  /** Value of the fact; absent where it is missing. */
  readonly actual?: unknown
  /** Value that it was compared with; absent where that is a missing fact. */
  readonly comparedWith?: unknown
  /** The fact that it was compared with, where it was one. */
  readonly otherFact?: string
}

/** An explained condition: its parts, each with its outcome. */
export type ConditionExplanation =
  | LeafExplanation
  | { readonly kind: 'all' | 'any' | 'not'; readonly outcome: Outcome; readonly parts: readonly ConditionExplanation[] }
  | {
      readonly kind: 'condition'
      readonly outcome: Outcome
      readonly name: string
      readonly parts: readonly ConditionExplanation[]
    }

/** Kleene's three values in words. */
export type Outcome = 'true' | 'false' | 'unknown'

/** A compiled condition over any kind of context. */
export interface CompiledNode<Context> {
  readonly test: (context: Context) => Truth
  readonly explain: (context: Context) => ConditionExplanation
}

/** Compiles checked conditions; named ones once, however often they are used. */
export class ConditionCompiler<Context> {
  private readonly compiledNames = new Map<string, CompiledNode<Context>>()

  constructor(
    private readonly source: FactSource<Context>,
    private readonly named: Readonly<Record<string, Condition>>,
  ) {}

  compile(node: Condition | Leaf): CompiledNode<Context> {
    if ('all' in node) return this.junction('all', node.all)
    if ('any' in node) return this.junction('any', node.any)
    if ('not' in node) return negation(this.compile(node.not))
    if ('condition' in node) return this.reference(node.condition)
    return this.leaf(node)
  }

  private junction(kind: 'all' | 'any', nodes: readonly (Condition | Leaf)[]): CompiledNode<Context> {
    const parts = nodes.map((node) => this.compile(node))
    const test =
      kind === 'all' ? conjunction(parts.map((part) => part.test)) : disjunction(parts.map((part) => part.test))
    return {
      test,
      explain: (context) => ({
        kind,
        outcome: outcomeOf(test(context)),
        parts: parts.map((part) => part.explain(context)),
      }),
    }
  }

  private reference(name: string): CompiledNode<Context> {
    let compiled = this.compiledNames.get(name)
    if (!compiled) {
      const condition = Object.hasOwn(this.named, name) ? this.named[name] : undefined
      if (!condition) throw new RangeError(name)
      compiled = this.compile(condition)
      this.compiledNames.set(name, compiled)
    }
    const { test, explain } = compiled
    return {
      test,
      explain: (context) => ({ kind: 'condition', name, outcome: outcomeOf(test(context)), parts: [explain(context)] }),
    }
  }

  private leaf(leaf: Leaf): CompiledNode<Context> {
    const parsed = parseOperator(leaf.operator)
    if (!parsed) throw new RangeError(leaf.operator)
    const operator = operatorOf(parsed)
    const left = this.source.reader(leaf.fact, stepsOf(leaf.path))
    const right = isReference(leaf.value) ? this.source.reader(leaf.value.fact, stepsOf(leaf.value.path)) : undefined
    // Decorators reach into lists, whose elements are not declared; paths into anything.
    const certain = parsed.decorators.length === 0 && left.type !== 'any' && right?.type !== 'any'
    const compare = comparison(operator, left.type, certain)
    const readLeft = left.read
    const test = right
      ? comparesFacts(compare, readLeft, right.read)
      : left.member !== undefined
        ? comparesMember(compare, left.member, leaf.value)
        : comparesLiteral(compare, readLeft, leaf.value)
    return {
      test,
      explain: (context) => {
        const actual = readLeft(context)
        const comparedWith = right ? right.read(context) : leaf.value
        return {
          kind: 'leaf',
          outcome: outcomeOf(test(context)),
          fact: leaf.fact,
          ...(leaf.path !== undefined && { path: leaf.path }),
          operator: leaf.operator,
          ...(actual !== undefined && { actual }),
          ...(comparedWith !== undefined && { comparedWith }),
          ...(isReference(leaf.value) && { otherFact: leaf.value.fact }),
        }
      },
    }
  }
}

/**
 * The leaves that decided: for a failed `all` the first part that failed, for a true one every part, for an unknown
 * one the parts that are unknown; `any` the other way round.
 */
export function decisiveLeaves(explanation: ConditionExplanation): readonly LeafExplanation[] {
  if (explanation.kind === 'leaf') return [explanation]
  const { kind, outcome, parts } = explanation
  if (kind === 'not' || kind === 'condition' || outcome === 'unknown') {
    return parts
      .filter((part) => kind === 'not' || kind === 'condition' || part.outcome === 'unknown')
      .flatMap(decisiveLeaves)
  }
  const single = kind === 'all' ? 'false' : 'true'
  if (outcome !== single) return parts.flatMap(decisiveLeaves)
  const first = parts.find((part) => part.outcome === single)
  return first ? decisiveLeaves(first) : []
}

type Compare = (left: unknown, right: unknown) => Truth

function comparison(operator: Operator, leftType: OperandType, certain: boolean): Compare {
  // The operators' own check of the left side costs a number-to-text conversion; a declared fact passed it before.
  if (leftType === 'number' && certain) return operator.cb
  if (certain) return (left, right) => operator.evaluate(left, right)
  // A value of any type can make an operator throw, where Engine rejects the run: that is unknown.
  return (left, right) => {
    try {
      return operator.evaluate(left, right)
    } catch {
      return undefined
    }
  }
}

function comparesLiteral<Context>(
  compare: Compare,
  read: Reader<Context>,
  value: unknown,
): (context: Context) => Truth {
  return (context) => {
    const left = read(context)
    return left === undefined ? undefined : compare(left, value)
  }
}

/** The same without a call in between, which costs as much as the comparison. */
function comparesMember<Context>(compare: Compare, member: keyof Context, value: unknown): (context: Context) => Truth {
  return (context) => {
    const left = context[member]
    return left === undefined ? undefined : compare(left, value)
  }
}

function comparesFacts<Context>(
  compare: Compare,
  read: Reader<Context>,
  readOther: Reader<Context>,
): (context: Context) => Truth {
  return (context) => {
    const left = read(context)
    const right = readOther(context)
    return left === undefined || right === undefined ? undefined : compare(left, right)
  }
}

function conjunction<Context>(tests: readonly ((context: Context) => Truth)[]): (context: Context) => Truth {
  const [only] = tests
  if (tests.length === 1 && only) return only
  return (context) => {
    let truth: Truth = true
    for (let index = 0; index < tests.length; index++) {
      const part = (tests[index] as (typeof tests)[number])(context)
      if (part === false) return false
      if (part === undefined) truth = undefined
    }
    return truth
  }
}

function disjunction<Context>(tests: readonly ((context: Context) => Truth)[]): (context: Context) => Truth {
  const [only] = tests
  if (tests.length === 1 && only) return only
  return (context) => {
    let truth: Truth = false
    for (let index = 0; index < tests.length; index++) {
      const part = (tests[index] as (typeof tests)[number])(context)
      if (part === true) return true
      if (part === undefined) truth = undefined
    }
    return truth
  }
}

function negation<Context>(part: CompiledNode<Context>): CompiledNode<Context> {
  const test = (context: Context): Truth => {
    const truth = part.test(context)
    return truth === undefined ? undefined : !truth
  }
  return {
    test,
    explain: (context) => ({ kind: 'not', outcome: outcomeOf(test(context)), parts: [part.explain(context)] }),
  }
}

function outcomeOf(truth: Truth): Outcome {
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false'
}

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function stepsOf(path: string | undefined): readonly PathStep[] {
  return path === undefined ? [] : (parseFactPath(path) ?? [])
}
