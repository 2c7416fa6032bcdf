import { alternatives, excerptOf, type IssueDraft, issueOf } from '../documents/issue-draft.js'
import { nearestName } from '../documents/nearest-name.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { PathSegment } from '../issues/issue.js'
import type { FactSource } from './compile-node.js'
import type { FactDefinition, Facts } from './condition.js'
import { followPath } from './fact-path.js'

/**
 * Holds a value against a fact's declaration. No coercion: `"5"` is no number.
 * @returns what is wrong, or undefined
 */
export function faultOfFact(
  value: unknown,
  fact: FactDefinition,
  path: readonly PathSegment[],
): IssueDraft | undefined {
  if (!fitsType(value, fact)) {
    const suggestion =
      (fact.type === 'number' || fact.type === 'integer') &&
      typeof value === 'string' &&
      value.trim() !== '' &&
      Number.isFinite(Number(value))
        ? value.trim()
        : undefined
    return {
      code: 'conditions/fact-type',
      path,
      expected: fact.type,
      received: excerptOf(value),
      ...(suggestion !== undefined && { suggestion }),
    }
  }
  if (fact.type === 'number' || fact.type === 'integer') {
    const number = value as number
    if (
      (fact.minimum !== undefined && number < fact.minimum) ||
      (fact.maximum !== undefined && number > fact.maximum)
    ) {
      return {
        code: 'conditions/fact-value',
        path,
        expected: `${fact.minimum ?? ''}..${fact.maximum ?? ''}`,
        received: excerptOf(value),
      }
    }
  } else if (fact.type === 'string' && fact.values && !fact.values.includes(value as string)) {
    const suggestion = nearestName(value as string, fact.values)
    return {
      code: 'conditions/fact-value',
      path,
      expected: alternatives(fact.values),
      received: excerptOf(value),
      ...(suggestion !== undefined && { suggestion }),
    }
  }
  return undefined
}

function fitsType(value: unknown, fact: FactDefinition): boolean {
  switch (fact.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'string':
    case 'boolean':
      return typeof value === fact.type
    case 'list':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
}

interface UsedFact {
  readonly id: string
  readonly fact: FactDefinition
  readonly read: (values: Facts) => unknown
  readonly fits: (value: unknown) => boolean
}

/** Reads the facts that conditions refer to from an object of values, and refuses those that are not as declared. */
export class FactChecker {
  private readonly used: UsedFact[] = []

  constructor(private readonly facts: Readonly<Record<string, FactDefinition>>) {}

  readonly source: FactSource<Facts> = {
    reader: (id, steps) => {
      const fact = Object.hasOwn(this.facts, id) ? this.facts[id] : undefined
      if (!fact) throw new RangeError(id)
      const read = ownReader(id)
      if (!this.used.some((other) => other.id === id)) this.used.push({ id, fact, read, fits: quickCheck(fact) })
      if (steps.length > 0) return { type: 'any', read: (values) => followPath(read(values), steps) }
      return { type: fact.type === 'integer' ? 'number' : fact.type, read }
    },
  }

  /** All facts that any reader may ask for, so that it does not depend on the other facts whether one is refused. */
  check(values: Facts): void {
    for (const { read, id, fact, fits } of this.used) {
      const value = read(values)
      if (value === undefined || fits(value)) continue
      const fault = faultOfFact(value, fact, [id])
      if (fault) throw new CallgradeError([issueOf(fault, undefined)])
    }
  }
}

/** Says yes to most values that fit, without finding out what is wrong with the others. */
function quickCheck(fact: FactDefinition): (value: unknown) => boolean {
  if (fact.type === 'number') {
    const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = fact
    return (value) => typeof value === 'number' && value >= minimum && value <= maximum
  }
  if (fact.type === 'boolean') return (value) => typeof value === 'boolean'
  if (fact.type === 'string' && !fact.values) return (value) => typeof value === 'string'
  return () => false
}

/** Only own members are facts: `toString` is one where it was given, not because every object inherits it. */
function ownReader(id: string): (values: Facts) => unknown {
  if (!(id in Object.prototype)) return (values) => values[id]
  return (values) => (Object.hasOwn(values, id) ? values[id] : undefined)
}
