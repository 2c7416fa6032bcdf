import type { Condition, Leaf, LeafValue } from '../../conditions/condition.js'
import { parseOperator } from '../../conditions/operators/parse-operator.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { SqlDialect } from './dialects/sql-dialect.js'

/** A fact as SQL sees it; null where it is missing. */
export interface SqlFact {
  readonly sql: string
  /** Undefined where the engine keeps the fact in another form than conditions compare. */
  readonly type: 'text' | 'number' | 'boolean' | undefined
}

type Path = readonly PathSegment[]

/** One side of a comparison. */
type Side =
  | { readonly kind: 'scalar'; readonly sql: string }
  | { readonly kind: 'list'; readonly elements: readonly string[] }

const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ['equal', '='],
  ['notEqual', '<>'],
  ['lessThan', '<'],
  ['lessThanInclusive', '<='],
  ['greaterThan', '>'],
  ['greaterThanInclusive', '>='],
])

/**
 * Writes checked conditions as SQL. SQL's AND, OR and NOT are Kleene's, and a comparison with null is unknown like a
 * leaf over a missing fact, so that both say the same of every row.
 */
export class SqlConditions {
  readonly drafts: IssueDraft[] = []

  constructor(
    readonly dialect: SqlDialect,
    private readonly dialectName: string,
  ) {}

  /**
   * Writes a condition as SQL.
   * @param path - place of the condition in the design
   */
  write(node: Condition | Leaf, path: Path, facts: ReadonlyMap<string, SqlFact>): string {
    if ('all' in node) return this.junction(node.all, ' AND ', [...path, 'all'], facts)
    if ('any' in node) return this.junction(node.any, ' OR ', [...path, 'any'], facts)
    if ('not' in node) return `(NOT ${this.write(node.not, [...path, 'not'], facts)})`
    if ('condition' in node) return this.refuse([...path, 'condition'], 'condition')
    return this.leaf(node, path, facts)
  }

  /** Writes a text as a literal; refuses one that no engine can hold. */
  text(value: string, path: Path): string {
    if (/[\0\p{Cs}]/u.test(value)) return this.refuse(path, JSON.stringify(value))
    return this.dialect.text(value)
  }

  /** Reports a part that SQL cannot express; the SQL that it returns is never run. */
  refuse(path: Path, received: string): string {
    this.drafts.push({ code: 'sampling/sql-unsupported', path, received, details: { dialect: this.dialectName } })
    return 'NULL'
  }

  private junction(
    nodes: readonly (Condition | Leaf)[],
    operator: string,
    path: Path,
    facts: ReadonlyMap<string, SqlFact>,
  ): string {
    return `(${nodes.map((node, index) => this.write(node, [...path, index], facts)).join(operator)})`
  }

  private leaf(leaf: Leaf, path: Path, facts: ReadonlyMap<string, SqlFact>): string {
    const parsed = parseOperator(leaf.operator)
    if (!parsed) return this.refuse([...path, 'operator'], leaf.operator)
    if (leaf.path !== undefined) return this.refuse([...path, 'path'], leaf.path)
    const left = this.fact(leaf.fact, [...path, 'fact'], facts)
    const right = this.value(leaf.value, [...path, 'value'], facts)
    return (
      this.decorated(parsed.decorators, parsed.base, left, right) ?? this.refuse([...path, 'operator'], leaf.operator)
    )
  }

  private fact(name: string, path: Path, facts: ReadonlyMap<string, SqlFact>): Side {
    const fact = facts.get(name)
    return { kind: 'scalar', sql: fact?.type === undefined ? this.refuse(path, JSON.stringify(name)) : fact.sql }
  }

  private value(value: LeafValue, path: Path, facts: ReadonlyMap<string, SqlFact>): Side {
    if (isList(value))
      return { kind: 'list', elements: value.map((element, index) => this.literal(element, [...path, index])) }
    if (typeof value === 'object' && value !== null) {
      if (value.path !== undefined) this.refuse([...path, 'path'], value.path)
      return this.fact(value.fact, [...path, 'fact'], facts)
    }
    return { kind: 'scalar', sql: this.literal(value, path) }
  }

  private literal(value: unknown, path: Path): string {
    if (typeof value === 'string') return this.text(value, path)
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    if (typeof value !== 'number') return this.refuse(path, JSON.stringify(value) ?? 'undefined')
    if (!Number.isSafeInteger(value)) return `CAST('${value}' AS ${this.dialect.doubleType})`
    return value < 0 ? `(${value})` : `${value + 0}`
  }

  /** Takes decorators off from the outermost, as the engine of conditions does. */
  private decorated(decorators: readonly string[], base: string, left: Side, right: Side): string | undefined {
    const [decorator, ...inner] = decorators
    switch (decorator) {
      case undefined:
        return compared(base, left, right)
      case 'not':
        return negated(this.decorated(inner, base, left, right))
      case 'swap':
        return this.decorated(inner, base, right, left)
      case 'someFact':
      case 'everyFact':
        return this.ofEach(left, decorator === 'someFact', (element) => this.decorated(inner, base, element, right))
      case 'someValue':
      case 'everyValue':
        return this.ofEach(right, decorator === 'someValue', (element) => this.decorated(inner, base, left, element))
      default:
        return undefined
    }
  }

  private ofEach(list: Side, isSome: boolean, write: (element: Side) => string | undefined): string | undefined {
    if (list.kind !== 'list') return undefined
    const parts = list.elements.map((sql) => write({ kind: 'scalar', sql }))
    return parts.includes(undefined) ? undefined : `(${parts.join(isSome ? ' OR ' : ' AND ')})`
  }
}

function compared(base: string, left: Side, right: Side): string | undefined {
  if (base === 'in' || base === 'notIn') return membership(left, right, base === 'in')
  if (base === 'contains' || base === 'doesNotContain') return membership(right, left, base === 'contains')
  const sign = COMPARISONS.get(base)
  if (sign === undefined || left.kind !== 'scalar' || right.kind !== 'scalar') return undefined
  return `(${left.sql} ${sign} ${right.sql})`
}

function membership(element: Side, list: Side, isIn: boolean): string | undefined {
  if (element.kind !== 'scalar' || list.kind !== 'list') return undefined
  return `(${element.sql} ${isIn ? 'IN' : 'NOT IN'} (${list.elements.join(', ')}))`
}

function negated(sql: string | undefined): string | undefined {
  return sql && `(NOT ${sql})`
}

function isList(value: LeafValue): value is Extract<LeafValue, readonly unknown[]> {
  return Array.isArray(value)
}
