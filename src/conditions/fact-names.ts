import type { Condition, Leaf } from './condition.js'

/** The facts that a condition asks for, on either side of its comparisons; named conditions are not looked into. */
export function factNames(condition: Condition | Leaf): ReadonlySet<string> {
  return new Set(namesIn(condition))
}

function namesIn(node: Condition | Leaf): readonly string[] {
  if ('all' in node) return node.all.flatMap(namesIn)
  if ('any' in node) return node.any.flatMap(namesIn)
  if ('not' in node) return namesIn(node.not)
  if ('condition' in node) return []
  const { fact, value } = node
  return typeof value === 'object' && value !== null && 'fact' in value ? [fact, value.fact] : [fact]
}
