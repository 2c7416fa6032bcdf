import type { OpaquePart } from '../../documents/shape/opaque-part.js'
import type { PathSegment } from '../../issues/issue.js'

/** A condition of a design of unknown shape, and what it may see. */
export interface DesignCondition {
  readonly condition: unknown
  readonly path: readonly PathSegment[]
  readonly sees: 'fields' | 'strata'
}

/** All conditions of a design of unknown shape. */
export interface FoundConditions {
  readonly parts: readonly OpaquePart[]
  readonly conditions: readonly DesignCondition[]
}

/** Has the shape of a condition. */
const ANY_CONDITION = { condition: 'any' }

/**
 * Finds the conditions of a design before faulty parts are left out.
 * @param base - path of the design in its document
 */
export function findConditions(design: object, base: readonly PathSegment[]): FoundConditions {
  const parts: OpaquePart[] = []
  const conditions: DesignCondition[] = []
  const take = (holder: unknown, key: string, path: readonly PathSegment[], sees: DesignCondition['sees']): void => {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return
    const condition = (holder as Readonly<Record<string, unknown>>)[key] // hasOwn
    parts.push({ holder, key, substitute: ANY_CONDITION })
    conditions.push({ condition, path: [...base, ...path, key], sees })
  }
  const members = design as Readonly<Record<string, unknown>> // of unknown shape
  take(design, 'eligible', [], 'fields')
  for (const key of ['coverage', 'targeted', 'perAgent']) {
    const rules = members[key]
    if (!Array.isArray(rules)) continue
    for (const [index, rule] of rules.entries())
      take(rule, 'where', [key, index], key === 'coverage' ? 'strata' : 'fields')
  }
  return { parts, conditions }
}
