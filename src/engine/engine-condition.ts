import type { TopLevelCondition } from 'json-rules-engine'
import type { Condition, Leaf } from '../conditions/condition.js'

/** Copies a condition without its notes, which Engine does not know; a copy, because Engine writes into conditions. */
export function engineCondition(condition: Condition): TopLevelCondition {
  const copy = (node: Condition | Leaf): unknown => {
    if ('all' in node) return { all: node.all.map(copy) }
    if ('any' in node) return { any: node.any.map(copy) }
    if ('not' in node) return { not: copy(node.not) }
    if ('condition' in node) return { condition: node.condition }
    const { note: _note, value, ...leaf } = node
    return { ...leaf, value: structuredCopy(value) }
  }
  // The copy has the shape of the condition, and conditions are those of Engine.
  return copy(condition) as TopLevelCondition
}

function structuredCopy(value: Leaf['value']): unknown {
  if (Array.isArray(value)) return [...value]
  if (typeof value !== 'object' || value === null) return value
  // A reference to a fact, with the note that any part of a document may have.
  const { note: _note, ...reference } = value as { readonly note?: unknown }
  return reference
}
