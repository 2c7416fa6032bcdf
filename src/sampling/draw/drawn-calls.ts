import type { KeyedCall } from '../keys/keyed-call.js'
import type { DrawnCall, Manifest } from '../manifest/manifest.js'
import type { DrawPart } from './draw-part.js'

/**
 * Returns the calls of the sample: first those to measure, then those of each targeted rule, then those that agents
 * lack.
 */
export function drawnCalls(draw: DrawPart): Pick<Manifest, 'drawn' | 'targeted'> {
  const { plan } = draw
  const { design, frame } = plan
  const taken = new Set<string>()
  const perAgent = new Map<string, number>()
  const entries: { readonly call: KeyedCall; readonly entry: Pick<DrawnCall, 'purpose' | 'rule'> }[] = []
  const take = (calls: readonly KeyedCall[], entry: Pick<DrawnCall, 'purpose' | 'rule'>): void => {
    for (const call of calls) {
      taken.add(call.callId)
      if (call.agent !== undefined) perAgent.set(call.agent, (perAgent.get(call.agent) ?? 0) + 1)
      entries.push({ call, entry })
    }
  }

  const byKey = new Map(draw.strata.map(({ key, calls }) => [key, calls]))
  take(
    plan.strata.flatMap(({ key, n }) => byKey.get(key)?.slice(0, n) ?? []),
    { purpose: 'measure' },
  )
  const targeted = (design.targeted ?? []).map(({ id, limit }, index) => {
    const calls = (draw.targeted[index] ?? []).filter(({ callId }) => !taken.has(callId)).slice(0, limit)
    take(calls, { purpose: 'targeted', rule: id })
    return { rule: id, taken: calls.length, unknown: frame.targeted[index]?.unknown ?? 0 }
  })
  for (const { agent, rule } of frame.agents) {
    const minimum = rule === undefined ? 0 : (design.perAgent?.[rule]?.minimum ?? 0)
    const lacking = minimum - (perAgent.get(agent) ?? 0)
    if (lacking <= 0) continue
    const candidates = Object.hasOwn(draw.agents, agent) ? (draw.agents[agent] ?? []) : []
    take(candidates.filter(({ callId }) => !taken.has(callId)).slice(0, lacking), { purpose: 'coaching' })
  }
  const order = new Map(plan.strata.map(({ key }, index) => [key, index]))
  const drawn = entries
    .sort(
      (a, b) =>
        (order.get(a.call.stratum) ?? 0) - (order.get(b.call.stratum) ?? 0) || (a.call.key < b.call.key ? -1 : 1),
    )
    .map(({ call: { callId, stratum }, entry }): DrawnCall => ({ callId, stratum, ...entry }))
  return { drawn, targeted }
}
