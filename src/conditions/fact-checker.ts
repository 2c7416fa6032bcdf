import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { PathSegment } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { issueOf } from '../issues/issue-of.js'
import { unknownName } from '../issues/unknown-name.js'
import type { FactSource } from './compiled-node.js'
import type { FactDefinition, Facts } from './condition.js'
import { followPath } from './parse-fact-path.js'

/**
 * Checks a value against a fact's declaration. No coercion: `"5"` is no number.
 * @returns the fault, or undefined
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
    return unknownName({ code: 'conditions/fact-value', path, name: value, known: fact.values })
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
}

/** Reads the facts that conditions refer to from an object of values, and refuses those that are not as declared. */
export class FactChecker {
  private readonly used: UsedFact[] = []
  private areSound: (values: Facts) => boolean = () => true

  constructor(private readonly facts: Readonly<Record<string, FactDefinition>>) {}

  readonly source: FactSource<Facts> = {
    reader: (id, steps) => {
      const fact = Object.hasOwn(this.facts, id) ? this.facts[id] : undefined
      if (!fact) throw new RangeError(id)
      const read = ownReader(id)
      if (!this.used.some((other) => other.id === id)) {
        this.used.push({ id, fact, read })
        this.areSound = quickCheck(id, fact, this.areSound)
      }
      if (steps.length > 0) return { type: 'any', read: (values) => followPath(read(values), steps) }
      return {
        type: fact.type === 'integer' ? 'number' : fact.type,
        read,
        ...(!isInherited(id) && { member: id }),
      }
    },
  }

  /** All facts that any reader may ask for, so that it does not depend on the other facts whether one is refused. */
  check(values: Facts): void {
    if (this.areSound(values)) return
    for (const { read, id, fact } of this.used) {
      const value = read(values)
      const fault = value === undefined ? undefined : faultOfFact(value, fact, [id])
      if (fault) throw new CallgradeError([issueOf(fault, undefined)])
    }
  }
}

/**
 * Accepts most values that fit, without finding the faults of the others. One function hands on to the
 * next, which is quicker than a list of them: conditions are tested by the hundred for each call.
 */
function quickCheck(id: string, fact: FactDefinition, others: (values: Facts) => boolean): (values: Facts) => boolean {
  if (isInherited(id)) return () => false
  if (fact.type === 'number') {
    const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = fact
    return (values) => {
      const value = values[id]
      return typeof value === 'number' && value >= minimum && value <= maximum && others(values)
    }
  }
  if (fact.type === 'boolean') return (values) => typeof values[id] === 'boolean' && others(values)
  if (fact.type === 'string') {
    if (!fact.values) return (values) => typeof values[id] === 'string' && others(values)
    const known: ReadonlySet<unknown> = new Set(fact.values)
    return (values) => known.has(values[id]) && others(values)
  }
  return () => false
}

/** Only own members are facts: `toString` is one where it was given, not because every object inherits it. */
function ownReader(id: string): (values: Facts) => unknown {
  if (!isInherited(id)) return (values) => values[id]
  return (values) => (Object.hasOwn(values, id) ? values[id] : undefined)
}

function isInherited(id: string): boolean {
  return id in Object.prototype
}
