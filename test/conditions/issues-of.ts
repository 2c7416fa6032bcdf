import { type Condition, type ConditionScope, compileCondition, type Leaf } from '../../src/conditions/index.js'
import { type Issue, isCallgradeError } from '../../src/issues/index.js'

/** One fact of every type, for conditions under test. */
export const FACTS = {
  csat: { type: 'number', minimum: 0, maximum: 100 },
  transfers: { type: 'integer' },
  product: { type: 'string' },
  tier: { type: 'string', values: ['basic', 'gold'] },
  isRepeat: { type: 'boolean' },
  keywords: { type: 'list' },
  customer: { type: 'object' },
} as const satisfies ConditionScope['facts']

/** A leaf that is sound, with parts exchanged. */
export function leaf(parts: Readonly<Record<string, unknown>> = {}): Leaf {
  // Tests of refusals exchange parts for what a leaf may not have.
  return { fact: 'csat', operator: 'lessThan', value: 80, ...parts } as Leaf
}

/** Compiles what may be no condition at all. */
export function compile(condition: unknown, conditions?: Readonly<Record<string, unknown>>) {
  const scope = { facts: FACTS, ...(conditions && { conditions }) }
  // Whether these are conditions is what the tests are about.
  return compileCondition(condition as Condition, scope as ConditionScope)
}

/** The faults that the work refuses its input for; whatever else is thrown is no refusal. */
export function issuesOf(work: () => unknown): readonly Issue[] {
  try {
    work()
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}

/** Code and path of each fault of a condition, such as `conditions/bare-leaf at all.0`. */
export function faultsOf(condition: unknown, conditions?: Readonly<Record<string, unknown>>): readonly string[] {
  return issuesOf(() => compile(condition, conditions)).map(placed)
}

export function placed({ code, path }: Issue): string {
  return path.length > 0 ? `${code} at ${path.join('.')}` : code
}
