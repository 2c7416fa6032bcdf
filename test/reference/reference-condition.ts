import { type Condition, type Json, own } from './documents.js'

/** true, false, or unknown. */
export type Truth = boolean | undefined

export type Facts = ReadonlyMap<string, Json>

/** Kleene's and: false if one is false, else unknown if one is unknown. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}

/** Kleene's or: true if one is true, else unknown if one is unknown. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(undefined) ? undefined : false
}

/** Kleene's truth of a condition; a leaf with a value that is not there is unknown. */
export function truthOf(condition: Condition, facts: Facts, named: Record<string, Condition> | undefined): Truth {
  if (condition.all !== undefined) {
    return allOf(condition.all.map((part) => truthOf(part, facts, named)))
  }
  if (condition.any !== undefined) {
    return anyOf(condition.any.map((part) => truthOf(part, facts, named)))
  }
  if (condition.not !== undefined) {
    const truth = truthOf(condition.not, facts, named)
    return truth === undefined ? undefined : !truth
  }
  if (condition.condition !== undefined) {
    const declared = own(named, condition.condition)
    if (declared === undefined) throw new Error(`no condition ${condition.condition}`)
    return truthOf(declared, facts, named)
  }
  if (condition.fact === undefined || condition.operator === undefined) {
    throw new Error('not a condition')
  }
  const left = valueAt(facts, condition.fact, condition.path)
  const right = rightHandValue(condition.value, facts)
  if (left === undefined || right === undefined) return undefined
  return holds(condition.operator, left, right)
}

function rightHandValue(value: Json | undefined, facts: Facts): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const fact = own(value, 'fact')
  const path = own(value, 'path')
  if (typeof fact !== 'string') return value
  return valueAt(facts, fact, typeof path === 'string' ? path : undefined)
}

function valueAt(facts: Facts, fact: string, path: string | undefined): Json | undefined {
  let value = facts.get(fact)
  for (const step of path === undefined ? [] : stepsOf(path)) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step]
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      value = own(value, String(step))
    } else value = undefined
  }
  return value
}

/** `$.a.b[0]["c"]` is a, b, 0, c. */
function stepsOf(path: string): (string | number)[] {
  const steps: (string | number)[] = []
  const pattern = /\.([\p{L}\p{N}_-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy
  pattern.lastIndex = 1
  while (pattern.lastIndex < path.length) {
    const match = pattern.exec(path)
    if (match === null) throw new Error(`not a path: ${path}`)
    const [, name, index, quoted] = match
    if (name !== undefined) steps.push(name)
    else if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)))
  }
  return steps
}

/** Operators and decorators with the meaning that json-rules-engine 7.3.1 gives them. */
function holds(operator: string, left: Json, right: Json): boolean {
  const colon = operator.indexOf(':')
  if (colon >= 0) {
    const next = operator.slice(colon + 1)
    switch (operator.slice(0, colon)) {
      case 'someFact':
        return Array.isArray(left) && left.some((each) => holds(next, each, right))
      case 'everyFact':
        return Array.isArray(left) && left.every((each) => holds(next, each, right))
      case 'someValue':
        return listOf(right).some((each) => holds(next, left, each))
      case 'everyValue':
        return listOf(right).every((each) => holds(next, left, each))
      case 'swap':
        return holds(next, right, left)
      case 'not':
        return !holds(next, left, right)
      default:
        throw new Error(`no decorator ${operator}`)
    }
  }
  switch (operator) {
    case 'equal':
      return left === right
    case 'notEqual':
      return left !== right
    case 'in':
      return isAmong(left, right)
    case 'notIn':
      return !isAmong(left, right)
    case 'contains':
      return Array.isArray(left) && left.includes(right)
    case 'doesNotContain':
      return Array.isArray(left) && !left.includes(right)
    case 'lessThan':
      return looksNumeric(left) && order(left) < order(right)
    case 'lessThanInclusive':
      return looksNumeric(left) && order(left) <= order(right)
    case 'greaterThan':
      return looksNumeric(left) && order(left) > order(right)
    case 'greaterThanInclusive':
      return looksNumeric(left) && order(left) >= order(right)
    default:
      throw new Error(`no operator ${operator}`)
  }
}

/** The package accepts text as the right side of `in` and looks for the left one inside it. */
function isAmong(left: Json, right: Json): boolean {
  if (typeof right === 'string') return right.includes(String(left))
  return listOf(right).includes(left)
}

function listOf(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Error('a list was expected')
  return value
}

/** The package asks parseFloat, so '5 calls' passes and true does not. */
function looksNumeric(value: Json): boolean {
  return !Number.isNaN(Number.parseFloat(String(value)))
}

/** The package leaves the comparison to JavaScript, which compares values of any type. */
function order(value: Json): number {
  return value as number // only the compiler is told so: the value goes to < as it is
}
