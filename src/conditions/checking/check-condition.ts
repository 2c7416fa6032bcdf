import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import { checkKeys } from './check-keys.js'
import { checkLeaf } from './check-leaf.js'
import type { CheckScope } from './check-scope.js'
import { MAXIMUM_CONDITION_DEPTH, MAXIMUM_NODES } from './condition-limits.js'
import { nodeKind, nodeKindFault } from './node-kind.js'

type Path = readonly PathSegment[]

const LEAF_KEYS = ['fact', 'operator', 'value', 'path', 'note']

/**
 * Checks one condition of a document whose shape is unknown: structure, limits, operators, facts and their types.
 * Finds every fault in one pass. `checkNamedConditions` looks for cycles and sizes across named conditions.
 */
export function checkCondition(condition: unknown, path: Path, scope: CheckScope): IssueDraft[] {
  const checker = new ConditionChecker(scope)
  checker.checkNode(condition, path, 1)
  return checker.drafts
}

/** Walks one condition, counts its nodes and collects its faults. */
class ConditionChecker {
  readonly drafts: IssueDraft[] = []
  private nodes = 0

  constructor(private readonly scope: CheckScope) {}

  /** @param depth - 1 for the outermost node */
  checkNode(node: unknown, path: Path, depth: number): void {
    this.nodes++
    if (this.nodes > MAXIMUM_NODES) {
      // Reported once, for the first node over the limit.
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
    const object = node as Readonly<Record<string, unknown>> // an object and no list
    const kind = nodeKind(object)
    if (kind === undefined) {
      this.drafts.push(nodeKindFault(object, path))
      return
    }
    checkKeys(object, path, kind === 'leaf' ? LEAF_KEYS : [kind, 'note'], this.drafts)
    if (kind === 'leaf') {
      if (depth === 1)
        this.drafts.push({
          code: 'conditions/bare-leaf',
          path,
          expected: '{"all": [...]}',
          received: excerptOf(object),
        })
      checkLeaf(object, path, this.scope, this.drafts)
    } else if (kind === 'not') this.checkNode(object.not, [...path, 'not'], depth + 1)
    else if (kind === 'condition') this.checkReference(object.condition, [...path, 'condition'])
    else this.checkParts(object[kind], [...path, kind], depth)
  }

  private checkParts(list: unknown, path: Path, depth: number): void {
    if (!Array.isArray(list)) {
      this.drafts.push({ code: 'document/type', path, expected: 'array', received: excerptOf(list) })
      return
    }
    if (list.length === 0) this.drafts.push({ code: 'document/empty', path, expected: '>= 1', received: '[]' })
    for (const [index, part] of list.entries()) this.checkNode(part, [...path, index], depth + 1)
  }

  private checkReference(name: unknown, path: Path): void {
    const { conditionNames, leftOut } = this.scope
    if (typeof name !== 'string') {
      this.drafts.push({ code: 'document/type', path, expected: 'string', received: excerptOf(name) })
    } else if (!conditionNames.has(name) && !leftOut?.has(name)) {
      this.drafts.push(unknownName({ code: 'conditions/unknown-condition', path, name, known: conditionNames }))
    }
  }
}
