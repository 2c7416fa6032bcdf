import { sum } from '../../statistics/sum.js'
import { compareStrata } from '../design/stratum-key.js'
import { agentCounts } from './agent-counts.js'
import { CallFingerprints } from './call-fingerprints.js'
import type { FrameCounts, StratumCount } from './frame-counts.js'
import { FrameDigest } from './frame-digest.js'
import { partsDiffer } from './parts-differ.js'
import { refuseRepeatedCalls } from './refuse-repeated-calls.js'

/**
 * Adds up what was counted in parts of one frame; any order and any grouping of the parts give the same.
 * @param first - counts of one part, as `countFrame` returns them
 * @param others - counts of further parts, by the same design
 * @throws CallgradeError `sampling/parts-differ` for parts of different designs, `sampling/duplicate-call` for a call
 * that is in two parts
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } } }
 * mergeFrameCounts(countFrame([{ id: '1' }], design), countFrame([{ id: '2' }], design)).N //=> 2
 */
export function mergeFrameCounts(first: FrameCounts, ...others: readonly FrameCounts[]): FrameCounts {
  const parts = [first, ...others]
  const written = JSON.stringify(first.design)
  for (const part of others) {
    if (JSON.stringify(part.design) !== written) throw partsDiffer('design')
    if (part.assumeUnique !== first.assumeUnique) throw partsDiffer('assumeUnique')
  }
  const strata = new Map<string, StratumCount>()
  const agents = new Map<string, { calls: number; rule: number }>()
  const digest = new FrameDigest()
  const rules = first.design.perAgent?.length ?? 0
  const fingerprints = first.assumeUnique ? undefined : new CallFingerprints()
  for (const part of parts) {
    for (const { key, labels, N } of part.strata) strata.set(key, { key, labels, N: N + (strata.get(key)?.N ?? 0) })
    for (const { agent, calls, rule = rules } of part.agents) {
      const before = agents.get(agent)
      agents.set(agent, { calls: calls + (before?.calls ?? 0), rule: Math.min(rule, before?.rule ?? rules) })
    }
    digest.addHex(part.frameDigest)
    if (fingerprints) {
      if (!(part.fingerprints instanceof Uint32Array)) throw partsDiffer('fingerprints')
      fingerprints.addAll(part.fingerprints)
    }
  }
  if (fingerprints) refuseRepeatedCalls(fingerprints)
  const total = (numberOf: (part: FrameCounts) => number): number => sum(parts, numberOf)
  const lastCalls = parts.flatMap(({ lastCallAt }) => (lastCallAt === undefined ? [] : [lastCallAt])).sort()
  const lastCallAt = lastCalls.at(-1)
  return {
    design: first.design,
    rows: total(({ rows }) => rows),
    N: total(({ N }) => N),
    leftOut: total(({ leftOut }) => leftOut),
    strata: [...strata.values()].sort(compareStrata),
    frameDigest: digest.toHex(),
    agents: agentCounts(agents, rules),
    withoutAgent: total(({ withoutAgent }) => withoutAgent),
    targeted: first.targeted.map(({ rule }, index) => ({
      rule,
      fitting: total(({ targeted }) => targeted[index]?.fitting ?? 0),
      unknown: total(({ targeted }) => targeted[index]?.unknown ?? 0),
    })),
    ...(lastCallAt !== undefined && { lastCallAt }),
    ...(fingerprints && { fingerprints: fingerprints.toWords() }),
    assumeUnique: first.assumeUnique,
  }
}
