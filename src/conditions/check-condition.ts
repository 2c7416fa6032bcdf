import { alternatives } from '../issues/alternatives.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { PathSegment } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { nearestName } from '../issues/nearest-name.js'
import { DECORATOR_NAMES, OPERATOR_NAMES, type ParsedOperator, parseOperator } from './operator.js'
import { MAXIMUM_STEPS, parseFactPath } from './parse-fact-path.js'
import type { OperandType, Vocabulary } from './vocabulary.js'

type Path = readonly PathSegment[]

/** Levels of one condition as written. */
export const MAXIMUM_CONDITION_DEPTH = 32
/** Nodes of one condition as written. */
export const MAXIMUM_NODES = 5_000
/** Nodes with named conditions put in. */
export const MAXIMUM_EXPANDED_NODES = 10_000
/** Levels with named conditions put in; keeps evaluation far from the end of the stack. */
const MAXIMUM_EXPANDED_DEPTH = 640
/** Values of one list. */
export const MAXIMUM_LIST_VALUES = 10_000

const KINDS = ['all', 'any', 'not', 'condition'] as const
const LEAF_KEYS = ['fact', 'operator', 'value', 'path', 'note']

/** What a check needs to know besides the condition. */
export interface CheckScope {
  readonly vocabulary: Vocabulary
  /** Names of the declared named conditions. */
  readonly conditionNames: ReadonlySet<string>
  /** Names whose declarations were faulty; referring to one is no second fault. */
  readonly leftOut?: ReadonlySet<string>
  /** Where the document declares what conditions see. @defaultValue facts */
  readonly declaredIn?: 'facts' | 'fields' | 'strata'
}

/**
 * Checks one condition of a document whose shape is unknown: structure, limits, operators, facts and their types.
 * Finds every fault in one pass. Cycles and sizes across named conditions are `checkNamedConditions`'.
 */
export function checkCondition(condition: unknown, path: Path, scope: CheckScope): IssueDraft[] {
  const checker = new ConditionChecker(scope)
  checker.node(condition, path, 1, true)
  return checker.drafts
}

class ConditionChecker {
  readonly drafts: IssueDraft[] = []
  private nodes = 0

  constructor(private readonly scope: CheckScope) {}

  node(node: unknown, path: Path, depth: number, outermost: boolean): void {
    this.nodes++
    if (this.nodes > MAXIMUM_NODES) {
      // Told once, for the first node over the limit.
      if (this.nodes === MAXIMUM_NODES + 1)
        this.drafts.push({
          code: 'conditions/too-many',
          path,
          expected: `<= ${MAXIMUM_NODES}`,
          details: { maximum: MAXIMUM_NODES },
        })
      return
    }
    if (depth > MAXIMUM_CONDITION_DEPTH) {
      this.drafts.push({
        code: 'conditions/too-deep',
        path,
        expected: `<= ${MAXIMUM_CONDITION_DEPTH}`,
        details: { maximum: MAXIMUM_CONDITION_DEPTH },
      })
      return
    }
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      this.drafts.push({ code: 'document/type', path, expected: 'object', received: excerptOf(node) })
      return
    }
    const object = node as Readonly<Record<string, unknown>>
    const kinds = KINDS.filter((kind) => Object.hasOwn(object, kind))
    const isLeaf =
      Object.hasOwn(object, 'fact') ||
      (kinds.length === 0 && (Object.hasOwn(object, 'operator') || Object.hasOwn(object, 'value')))
    if (kinds.length + (isLeaf ? 1 : 0) !== 1) {
      const keys = Object.keys(object)
      const suggestion =
        kinds.length === 0
          ? keys.map((key) => nearestName(key, [...KINDS, 'fact'])).find((name) => name !== undefined)
          : undefined
      this.drafts.push({
        code: 'conditions/kind',
        path,
        expected: '"all" | "any" | "not" | "condition" | "fact"',
        received: excerptOf(object),
        ...(suggestion !== undefined && { suggestion }),
      })
      return
    }
    const kind = kinds[0]
    this.keys(object, path, kind === undefined ? LEAF_KEYS : [kind, 'note'])
    if (kind === undefined) {
      if (outermost)
        this.drafts.push({
          code: 'conditions/bare-leaf',
          path,
          expected: '{"all": [...]}',
          received: excerptOf(object),
        })
      this.leaf(object, path)
    } else if (kind === 'not') this.node(object.not, [...path, 'not'], depth + 1, false)
    else if (kind === 'condition') this.reference(object.condition, [...path, 'condition'])
    else this.parts(object[kind], [...path, kind], depth)
  }

  private parts(list: unknown, path: Path, depth: number): void {
    if (!Array.isArray(list)) {
      this.drafts.push({ code: 'document/type', path, expected: 'array', received: excerptOf(list) })
      return
    }
    if (list.length === 0) this.drafts.push({ code: 'document/empty', path, expected: '>= 1', received: '[]' })
    for (const [index, part] of list.entries()) this.node(part, [...path, index], depth + 1, false)
  }

  private reference(name: unknown, path: Path): void {
    if (typeof name !== 'string') {
      this.drafts.push({ code: 'document/type', path, expected: 'string', received: excerptOf(name) })
    } else if (!this.scope.conditionNames.has(name) && !this.scope.leftOut?.has(name)) {
      const suggestion = nearestName(name, this.scope.conditionNames)
      this.drafts.push({
        code: 'conditions/unknown-condition',
        path,
        expected: alternatives(this.scope.conditionNames),
        received: excerptOf(name),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
  }

  private keys(object: Readonly<Record<string, unknown>>, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key)) continue
      const suggestion = nearestName(
        key,
        known.filter((name) => !Object.hasOwn(object, name)),
      )
      this.drafts.push({
        code: 'document/unknown-key',
        path: [...path, key],
        at: 'key',
        expected: alternatives(known),
        received: excerptOf(key),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
    const note = object.note
    if (note !== undefined && !isText(note))
      this.drafts.push({
        code: 'document/type',
        path: [...path, 'note'],
        expected: '"..." | {"zh-CN": "...", "en": "..."}',
        received: excerptOf(note),
      })
  }

  private leaf(leaf: Readonly<Record<string, unknown>>, path: Path): void {
    const left = this.operand(leaf, path)
    const operator = this.operator(leaf.operator, [...path, 'operator'])
    if (!Object.hasOwn(leaf, 'value')) {
      this.drafts.push({ code: 'document/missing-key', path: [...path, 'value'], expected: 'value' })
      return
    }
    const right = this.value(leaf.value, [...path, 'value'])
    if (left && operator && right) this.operands(left, operator, right, path)
  }

  /** The fact that a leaf or a value refers to; undefined where it is at fault, which is told. */
  private operand(reference: Readonly<Record<string, unknown>>, path: Path): Operand | undefined {
    const { fact, path: written } = reference
    let steps: ReturnType<typeof parseFactPath>
    if (written !== undefined) {
      steps = typeof written === 'string' ? parseFactPath(written) : undefined
      if (!steps) {
        this.drafts.push({
          code: 'conditions/path',
          path: [...path, 'path'],
          expected: '$.a.b[0]["c"]',
          received: excerptOf(written),
          details: { maximum: MAXIMUM_STEPS },
        })
        return undefined
      }
    }
    if (typeof fact !== 'string') {
      if (fact === undefined)
        this.drafts.push({ code: 'document/missing-key', path: [...path, 'fact'], expected: 'string' })
      else
        this.drafts.push({
          code: 'document/type',
          path: [...path, 'fact'],
          expected: 'string',
          received: excerptOf(fact),
        })
      return undefined
    }
    const entry = this.scope.vocabulary.get(fact)
    if (!entry) {
      if (this.scope.leftOut?.has(fact)) return undefined
      const visible = [...this.scope.vocabulary].filter(([, known]) => known.kind !== 'hidden').map(([name]) => name)
      const suggestion = nearestName(fact, visible)
      this.drafts.push({
        code: 'conditions/unknown-fact',
        path: [...path, 'fact'],
        expected: alternatives(visible),
        received: excerptOf(fact),
        ...(suggestion !== undefined && { suggestion }),
        details: { declaredIn: this.scope.declaredIn ?? 'facts' },
      })
      return undefined
    }
    if (entry.kind === 'hidden') {
      this.drafts.push({ code: 'conditions/not-visible', path: [...path, 'fact'], received: excerptOf(fact) })
      return undefined
    }
    if (entry.kind === 'value') {
      if (!steps) return { type: entry.type, name: fact, ...(entry.values && { values: entry.values }) }
      if (entry.type === 'list' || entry.type === 'object') return { type: 'any', name: fact }
      this.drafts.push({
        code: 'conditions/path',
        path: [...path, 'path'],
        expected: 'list | object',
        received: entry.type,
        details: { maximum: MAXIMUM_STEPS },
      })
      return undefined
    }
    return this.member(fact, entry.members, steps, path, written)
  }

  private member(
    group: string,
    members: ReadonlyMap<string, { type: OperandType; values?: readonly string[] }>,
    steps: readonly (string | number)[] | undefined,
    path: Path,
    written: unknown,
  ): Operand | undefined {
    const name = steps?.length === 1 ? steps[0] : undefined
    const member = typeof name === 'string' ? members.get(name) : undefined
    if (member && typeof name === 'string')
      return { type: member.type, name, ...(member.values && { values: member.values }) }
    if (typeof name === 'string' && this.scope.leftOut?.has(name)) return undefined
    const suggestion = typeof name === 'string' ? nearestName(name, members.keys()) : undefined
    const received = excerptOf(written ?? group)
    this.drafts.push(
      steps
        ? {
            code: 'conditions/unknown-fact',
            path: [...path, 'path'],
            expected: alternatives(members.keys()),
            received,
            ...(suggestion !== undefined && { suggestion: `$.${suggestion}` }),
          }
        : { code: 'conditions/path', path, expected: '$.id', received, details: { maximum: MAXIMUM_STEPS } },
    )
    return undefined
  }

  private operator(name: unknown, path: Path): ParsedOperator | undefined {
    if (typeof name !== 'string') {
      if (name === undefined) this.drafts.push({ code: 'document/missing-key', path, expected: 'string' })
      else this.drafts.push({ code: 'document/type', path, expected: 'string', received: excerptOf(name) })
      return undefined
    }
    const parsed = parseOperator(name)
    if (parsed) return parsed
    const suggestion = suggestedOperator(name)
    this.drafts.push({
      code: 'conditions/unknown-operator',
      path,
      expected: alternatives(OPERATOR_NAMES),
      received: excerptOf(name),
      ...(suggestion !== undefined && { suggestion }),
    })
    return undefined
  }

  private value(value: unknown, path: Path): Operand | undefined {
    if (Array.isArray(value)) {
      if (value.length === 0) {
        this.drafts.push({ code: 'document/empty', path, expected: '>= 1', received: '[]' })
        return undefined
      }
      if (value.length > MAXIMUM_LIST_VALUES) {
        this.drafts.push({
          code: 'conditions/too-many',
          path,
          expected: `<= ${MAXIMUM_LIST_VALUES}`,
          details: { maximum: MAXIMUM_LIST_VALUES },
        })
        return undefined
      }
      return { type: 'list', elements: value }
    }
    if (typeof value === 'object' && value !== null) {
      const reference = value as Readonly<Record<string, unknown>>
      this.keys(reference, path, ['fact', 'path', 'note'])
      return this.operand(reference, path)
    }
    return { type: value === null ? 'null' : (typeof value as 'number' | 'string' | 'boolean'), literal: value }
  }

  /** Whether the operator can compare the two at all; an operator that never can is a slip of the author's. */
  private operands(left: Operand, operator: ParsedOperator, right: Operand, path: Path): void {
    let [a, b] = [left, right]
    for (const decorator of operator.decorators) {
      if (decorator === 'swap') [a, b] = [b, a]
      else if (decorator === 'someFact' || decorator === 'everyFact') a = this.elementOf(a, path, decorator)
      else if (decorator === 'someValue' || decorator === 'everyValue') b = this.elementOf(b, path, decorator)
    }
    const fault = firstFault(operator.base, a, b)
    if (fault)
      this.drafts.push({
        code: 'conditions/operand',
        path,
        expected: fault.expected,
        received: fault.received,
        details: { operator: [...operator.decorators, operator.base].join(':') },
      })
    else this.unknownValues(a, b, path)
  }

  private elementOf(operand: Operand, path: Path, decorator: string): Operand {
    if (operand.type === 'any') return operand
    if (operand.type !== 'list') {
      this.drafts.push({
        code: 'conditions/operand',
        path,
        expected: 'list',
        received: operand.type,
        details: { operator: decorator },
      })
      return ANYTHING
    }
    // The elements of a literal list stand for themselves; those of lists in lists are not looked into.
    if (operand.elements && !operand.isElement) {
      const types = [...new Set(operand.elements.map(typeOfLiteral))]
      return { type: types[0] ?? 'any', types, elements: operand.elements, isElement: true }
    }
    return operand.values ? { type: 'string', values: operand.values, name: operand.name ?? '' } : ANYTHING
  }

  /** A text that the fact can never be: most often a misspelt option or business type. */
  private unknownValues(a: Operand, b: Operand, path: Path): void {
    for (const [declared, given] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!declared.values) continue
      const texts = given.literal !== undefined ? [given.literal] : (given.elements ?? [])
      for (const text of texts) {
        if (typeof text !== 'string' || declared.values.includes(text)) continue
        const suggestion = nearestName(text, declared.values)
        this.drafts.push({
          code: 'conditions/unknown-value',
          path: [...path, 'value'],
          expected: alternatives(declared.values),
          received: excerptOf(text),
          ...(suggestion !== undefined && { suggestion }),
          details: { ...(declared.name !== undefined && { fact: declared.name }) },
        })
      }
    }
  }
}

/** One side of a comparison, as far as it is known when the document is read. */
interface Operand {
  readonly type: OperandType | 'null'
  /** All types that the elements of a literal list have, where they stand one by one. */
  readonly types?: readonly (OperandType | 'null')[]
  readonly name?: string
  /** What a declared text may be. */
  readonly values?: readonly string[]
  readonly literal?: unknown
  readonly elements?: readonly unknown[]
  readonly isElement?: boolean
}

const ANYTHING: Operand = { type: 'any' }

function typeOfLiteral(value: unknown): OperandType | 'null' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value as OperandType
}

/** The operator has to fit every type that either side can have. */
function firstFault(base: string, a: Operand, b: Operand): { expected: string; received: string } | undefined {
  for (const left of a.types ?? [a.type]) {
    for (const right of b.types ?? [b.type]) {
      const fault = faultOfOperands(base, { ...a, type: left }, { ...b, type: right })
      if (fault) return fault
    }
  }
  return undefined
}

function faultOfOperands(base: string, a: Operand, b: Operand): { expected: string; received: string } | undefined {
  switch (base) {
    case 'in':
    case 'notIn':
      return b.type === 'any' ? undefined : (faultOfList(b) ?? faultOfElements(a, b))
    case 'contains':
    case 'doesNotContain':
      return a.type === 'any' ? undefined : (faultOfList(a) ?? faultOfElements(b, a))
    case 'equal':
    case 'notEqual':
      return faultOfEquality(a, b)
    default: {
      // The four comparisons of size: numbers alone, so that null is not taken for 0 nor "10" for 10.
      for (const side of [a, b])
        if (side.type !== 'number' && side.type !== 'any') return { expected: 'number', received: side.type }
      return undefined
    }
  }
}

function faultOfList(side: Operand): { expected: string; received: string } | undefined {
  return side.type === 'list' && !side.isElement ? undefined : { expected: 'list', received: side.type }
}

/** Every element of a literal list has to be of the type of what is looked for. */
function faultOfElements(wanted: Operand, list: Operand): { expected: string; received: string } | undefined {
  if (wanted.type === 'list' || wanted.type === 'object')
    return { expected: 'number | string | boolean', received: wanted.type }
  for (const element of list.elements ?? []) {
    const type = typeOfLiteral(element)
    if (type === 'list' || type === 'object') return { expected: 'number | string | boolean', received: type }
    if (wanted.type !== 'any' && type !== wanted.type) return { expected: wanted.type, received: excerptOf(element) }
  }
  return undefined
}

function faultOfEquality(a: Operand, b: Operand): { expected: string; received: string } | undefined {
  // The engine compares lists and objects by identity, which is never true.
  for (const side of [a, b])
    if (side.type === 'list' || side.type === 'object')
      return { expected: 'number | string | boolean', received: side.type }
  if (a.type === 'any' || b.type === 'any' || a.type === b.type) return undefined
  return { expected: a.type, received: b.literal === undefined ? b.type : excerptOf(b.literal) }
}

function suggestedOperator(name: string): string | undefined {
  const parts = name.split(':')
  const base = parts.pop() ?? ''
  const rightBase = SYMBOLS.get(base) ?? nearestName(base, OPERATOR_NAMES)
  const rightDecorators = parts.map((part) => nearestName(part, DECORATOR_NAMES))
  if (rightBase === undefined || rightDecorators.includes(undefined)) return undefined
  return [...rightDecorators, rightBase].join(':')
}

/** What authors write who think of a spreadsheet. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['=', 'equal'],
  ['==', 'equal'],
  ['===', 'equal'],
  ['!=', 'notEqual'],
  ['<>', 'notEqual'],
  ['<', 'lessThan'],
  ['<=', 'lessThanInclusive'],
  ['>', 'greaterThan'],
  ['>=', 'greaterThanInclusive'],
  ['equals', 'equal'],
  ['lessThanOrEqual', 'lessThanInclusive'],
  ['greaterThanOrEqual', 'greaterThanInclusive'],
])

function isText(value: unknown): boolean {
  if (typeof value === 'string') return value !== ''
  if (typeof value !== 'object' || value === null) return false
  const entries = Object.entries(value)
  const isLanguage = (name: string): boolean => name === 'zh-CN' || name === 'en'
  return (
    entries.length > 0 && entries.every(([name, text]) => isLanguage(name) && typeof text === 'string' && text !== '')
  )
}

/**
 * Checks what no single condition shows: named conditions that refer to each other in a circle, and sizes once every
 * name is put in. Linear in the document, whatever the expanded size would be.
 * @param named - named conditions that passed `checkCondition`, by name
 * @param uses - other conditions, with their paths
 */
export function checkNamedConditions(
  named: ReadonlyMap<string, { readonly condition: unknown; readonly path: Path }>,
  uses: readonly { readonly condition: unknown; readonly path: Path }[],
): IssueDraft[] {
  const drafts: IssueDraft[] = []
  const sizes = new Map<string, Size | 'open'>()
  const sizeOf = (node: unknown, path: Path): Size => {
    if (typeof node !== 'object' || node === null) return { nodes: 1, depth: 1 }
    const object = node as Readonly<Record<string, unknown>>
    const name = object.condition
    if (typeof name === 'string') {
      const { nodes, depth } = sizeOfNamed(name, path)
      return { nodes, depth: depth + 1 }
    }
    const parts = Array.isArray(object.all)
      ? object.all
      : Array.isArray(object.any)
        ? object.any
        : 'not' in object
          ? [object.not]
          : []
    let nodes = 1
    let depth = 0
    for (const part of parts) {
      const size = sizeOf(part, path)
      nodes += size.nodes
      depth = Math.max(depth, size.depth)
    }
    return { nodes, depth: depth + 1 }
  }
  let opened = 0
  const sizeOfNamed = (name: string, path: Path): Size => {
    const known = sizes.get(name)
    if (known === 'open') {
      drafts.push({ code: 'conditions/cycle', path, received: excerptOf(name) })
      return { nodes: 1, depth: 1 }
    }
    if (known) return known
    const declared = named.get(name)
    if (!declared) return { nodes: 1, depth: 1 }
    // A chain of names this long is too deep whatever its end holds; going on could end the stack.
    if (opened > MAXIMUM_EXPANDED_DEPTH) return { nodes: 1, depth: MAXIMUM_EXPANDED_DEPTH + 1 }
    sizes.set(name, 'open')
    opened++
    const size = sizeOf(declared.condition, declared.path)
    opened--
    sizes.set(name, size)
    return size
  }
  for (const [name, { path }] of named) {
    const size = sizeOfNamed(name, path)
    drafts.push(...faultsOfSize(size, path))
  }
  for (const { condition, path } of uses) drafts.push(...faultsOfSize(sizeOf(condition, path), path))
  return drafts
}

interface Size {
  readonly nodes: number
  readonly depth: number
}

function faultsOfSize({ nodes, depth }: Size, path: Path): IssueDraft[] {
  if (nodes > MAXIMUM_EXPANDED_NODES)
    return [
      {
        code: 'conditions/too-many',
        path,
        expected: `<= ${MAXIMUM_EXPANDED_NODES}`,
        details: { maximum: MAXIMUM_EXPANDED_NODES },
      },
    ]
  if (depth > MAXIMUM_EXPANDED_DEPTH)
    return [
      {
        code: 'conditions/too-deep',
        path,
        expected: `<= ${MAXIMUM_EXPANDED_DEPTH}`,
        details: { maximum: MAXIMUM_EXPANDED_DEPTH },
      },
    ]
  return []
}
