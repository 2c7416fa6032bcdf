import type { Condition, Leaf } from '../../conditions/condition.js'
import { operatorOf } from '../../conditions/operators/operator-of.js'
import { parseOperator } from '../../conditions/operators/parse-operator.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { findConditions } from '../checks/check-conditions.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import type { Attainable } from './attainable.js'
import { type DomainOf, domainsOf, pointsOf } from './domains-of.js'

type Path = readonly PathSegment[]
type Node = Condition | Leaf

/** Most comparisons for one rubric; further conditions are not checked, so that no document takes long. */
const MAXIMUM_COMPARISONS = 5_000_000

/** Reports comparisons that are always or never true, and parts of one condition that contradict each other. */
export function lintConditions(rubric: Rubric, form: Form, attainable: readonly Attainable[]): readonly IssueDraft[] {
  const found = findConditions(rubric)
  const linter = new ConditionLinter(domainsOf(rubric, form, attainable))
  const all = [...[...found.named.values()], ...found.uses]
  for (const { condition, path } of all) linter.visit(condition as Condition, path)
  return linter.drafts
}

/** A part of a condition that depends on one value alone. */
interface PurePart {
  readonly node: Node
  readonly path: Path
  readonly key: string
  readonly leaves: readonly Leaf[]
}

class ConditionLinter {
  readonly drafts: IssueDraft[] = []
  private comparisons = 0

  constructor(private readonly domainOf: DomainOf) {}

  /**
   * Visits a node and its parts.
   * @returns whether the node, alone, is always or never true; it has then been reported
   */
  visit(node: Node, path: Path): boolean {
    if ('condition' in node) return false
    if ('fact' in node) return this.reportIfConstant({ node, path, key: '', leaves: [node] }, 'leaf')
    if ('not' in node) return this.visit(node.not, [...path, 'not'])
    const [kind, parts] = 'all' in node ? (['all', node.all] as const) : (['any', node.any] as const)
    const reported = parts.map((part, index) => this.visit(part, [...path, kind, index]))
    for (const group of groupsOf(parts, kind, path, reported)) {
      const node = kind === 'all' ? { all: group.nodes } : { any: group.nodes }
      this.reportIfConstant({ node, path: [...path, kind], key: group.key, leaves: group.leaves }, kind)
    }
    return reported.some((isReported) => isReported)
  }

  private reportIfConstant({ node, path, leaves }: PurePart, kind: 'leaf' | 'all' | 'any'): boolean {
    const [first] = leaves
    if (!first || leaves.some(({ value }) => isReference(value))) return false
    const domain = this.domainOf(first.fact, first.path)
    const points = domain && pointsOf(domain, leaves)
    if (!domain || !points || points.length === 0) return false
    const cost = leaves.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0) * points.length
    this.comparisons += cost
    if (this.comparisons > MAXIMUM_COMPARISONS) return false
    const truths = points.map((point) => isTrue(node, point))
    const isAlways = truths.every((truth) => truth) && kind !== 'all'
    const isNever = truths.every((truth) => !truth) && kind !== 'any'
    if (!isAlways && !isNever) return false
    const name = first.path === undefined ? first.fact : `${first.fact} ${first.path}`
    this.drafts.push({
      code: isAlways ? 'rubric/always-true' : kind === 'all' ? 'rubric/contradiction' : 'rubric/never-true',
      path,
      ...(kind === 'leaf' && { received: leafText(first) }),
      details: { fact: name, ...domainDetails(domain) },
    })
    return true
  }
}

/**
 * Groups the parts of one list that depend on the same value; only groups of several, without parts that were reported
 * alone.
 */
function groupsOf(
  parts: readonly Node[],
  kind: 'all' | 'any',
  path: Path,
  reported: readonly boolean[],
): readonly { readonly key: string; readonly nodes: readonly Node[]; readonly leaves: readonly Leaf[] }[] {
  const groups = new Map<string, PurePart[]>()
  for (const [index, part] of parts.entries()) {
    const leaves = reported[index] ? undefined : leavesOf(part)
    const key = leaves && keyOf(leaves)
    if (!leaves || key === undefined) continue
    const group = groups.get(key) ?? []
    group.push({ node: part, path: [...path, kind, index], key, leaves })
    groups.set(key, group)
  }
  return [...groups.entries()].flatMap(([key, group]) =>
    group.length < 2
      ? []
      : [{ key, nodes: group.map(({ node }) => node), leaves: group.flatMap(({ leaves }) => leaves) }],
  )
}

/** Returns all comparisons of a part; undefined where it names another condition. */
function leavesOf(node: Node): readonly Leaf[] | undefined {
  if ('fact' in node) return [node]
  if ('condition' in node) return undefined
  if ('not' in node) return leavesOf(node.not)
  const leaves: Leaf[] = []
  for (const part of 'all' in node ? node.all : node.any) {
    const below = leavesOf(part)
    if (!below) return undefined
    leaves.push(...below)
  }
  return leaves
}

/** Returns the one reference that all comparisons have on their left. */
function keyOf(leaves: readonly Leaf[]): string | undefined {
  const keys = new Set(leaves.map(({ fact, path = '' }) => JSON.stringify([fact, path])))
  return keys.size === 1 ? [...keys][0] : undefined
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTrue(node: Node, point: unknown): boolean {
  if ('fact' in node) {
    const parsed = parseOperator(node.operator)
    return parsed !== undefined && operatorOf(parsed).evaluate(point, node.value)
  }
  if ('not' in node) return !isTrue(node.not, point)
  if ('all' in node) return node.all.every((part) => isTrue(part, point))
  return 'any' in node && node.any.some((part) => isTrue(part, point))
}

function leafText({ operator, value }: Leaf): string {
  return `${operator} ${excerptOf(value)}`
}

/** Describes the possible values for the message. */
function domainDetails(domain: NonNullable<ReturnType<DomainOf>>): Readonly<Record<string, string>> {
  switch (domain.kind) {
    case 'values': {
      const shown = domain.values.slice(0, 20).map((value) => JSON.stringify(value))
      return { values: shown.join(', ') + (domain.values.length > shown.length ? ', …' : '') }
    }
    case 'number': {
      const { minimum, maximum } = domain.range
      const parts = [
        minimum === undefined ? '' : `>= ${Number(minimum.toFixed(6))}`,
        maximum === undefined ? '' : `<= ${Number(maximum.toFixed(6))}`,
      ].filter((part) => part !== '')
      return parts.length > 0 ? { values: parts.join(', ') } : {}
    }
    default:
      return {}
  }
}
