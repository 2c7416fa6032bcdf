import { compareUtf8 } from '../../documents/compare-utf8.js'
import type { AgentCount } from './frame-counts.js'

export function agentCounts(
  agents: ReadonlyMap<string, { readonly calls: number; readonly rule: number }>,
  rules: number,
): readonly AgentCount[] {
  return [...agents]
    .map(([agent, { calls, rule }]) => ({ agent, calls, ...(rule < rules && { rule }) }))
    .sort((a, b) => compareUtf8(a.agent, b.agent))
}
