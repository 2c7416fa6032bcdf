import { alternatives } from '../issues/alternatives.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { PathSegment } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { nearestName } from '../issues/nearest-name.js'
import { unknownName } from '../issues/unknown-name.js'
import { MAXIMUM_CONDITION_DEPTH, MAXIMUM_LIST_VALUES, MAXIMUM_NODES } from './condition-limits.js'
import { ANYTHING, type Operand, typeOfLiteral } from './operand.js'
import { operandFault } from './operand-fault.js'
import { OPERATOR_NAMES, type ParsedOperator, parseOperator } from './operator.js'
import { MAXIMUM_STEPS, parseFactPath } from './parse-fact-path.js'
import { suggestedOperator } from './suggested-operator.js'
import type { OperandType, Vocabulary } from './vocabulary.js'

type Path = readonly PathSegment[]

const KINDS = ['all', 'any', 'not', 'condition'] as const
const LEAF_KEYS = ['fact', 'operator', 'value', 'path', 'note']

/** Names that a condition may refer to. */
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
 * Finds every fault in one pass. `checkNamedConditions` looks for cycles and sizes across named conditions.
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
      this.drafts.push(
        unknownName({ code: 'conditions/unknown-condition', path, name, known: this.scope.conditionNames }),
      )
    }
  }

  private keys(object: Readonly<Record<string, unknown>>, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key)) continue
      this.drafts.push(
        unknownName({
          code: 'document/unknown-key',
          path: [...path, key],
          at: 'key',
          name: key,
          known,
          candidates: known.filter((name) => !Object.hasOwn(object, name)),
        }),
      )
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
      this.drafts.push(
        unknownName({
          code: 'conditions/unknown-fact',
          path: [...path, 'fact'],
          name: fact,
          known: visible,
          details: { declaredIn: this.scope.declaredIn ?? 'facts' },
        }),
      )
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
    const fault = operandFault(operator.base, a, b)
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
        this.drafts.push(
          unknownName({
            code: 'conditions/unknown-value',
            path: [...path, 'value'],
            name: text,
            known: declared.values,
            details: { ...(declared.name !== undefined && { fact: declared.name }) },
          }),
        )
      }
    }
  }
}

function isText(value: unknown): boolean {
  if (typeof value === 'string') return value !== ''
  if (typeof value !== 'object' || value === null) return false
  const entries = Object.entries(value)
  const isLanguage = (name: string): boolean => name === 'zh-CN' || name === 'en'
  return (
    entries.length > 0 && entries.every(([name, text]) => isLanguage(name) && typeof text === 'string' && text !== '')
  )
}
