import { compareUtf8 } from '../../documents/compare-utf8.js'
import { hexOf } from '../keys/hex-of.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import type { DrawnCall, Manifest } from '../manifest/manifest.js'
import type { DrawOptions, DrawPart } from './draw-part.js'

/** Says what was drawn: measure first, then each targeted rule, then what agents lack. */
export function manifestOf(
  draw: DrawPart,
  { seedFixedAt, inputs, hash = sha256 }: Pick<DrawOptions, 'seedFixedAt' | 'inputs' | 'hash'>,
): Manifest {
  const { plan } = draw
  const { design, frame } = plan
  const { drawn, targeted } = drawnCalls(draw)
  return {
    format: 'callgrade/manifest@1',
    id: design.id,
    version: design.version,
    title: design.title,
    design,
    seed: draw.seed,
    ...(seedFixedAt !== undefined && { seedFixedAt }),
    ...(inputs && { inputs }),
    cells: draw.cells,
    assumeUnique: frame.assumeUnique,
    badRows: draw.badRows,
    rows: draw.rows,
    leftOut: draw.leftOut,
    N: plan.N,
    frameDigest: frame.frameDigest,
    ...(frame.lastCallAt !== undefined && { lastCallAt: frame.lastCallAt }),
    n: plan.n,
    margin: plan.margin,
    ...(plan.givenTotal !== undefined && { givenTotal: plan.givenTotal }),
    ...(plan.minima && { minima: plan.minima }),
    strata: plan.strata.map(({ key, N, lower, n, weight }) => ({ key, N, lower, n, weight })),
    drawn,
    replacements: [],
    sampleDigest: sampleDigest(drawn, hash),
    targeted,
    withoutAgent: frame.withoutAgent,
    agentsWithTooFew: plan.agentsWithTooFew,
  }
}

/** SHA-256 of the measured ids in the order of their UTF-8 bytes, each followed by a line feed. */
export function sampleDigest(drawn: readonly DrawnCall[], hash: Sha256 = sha256): string {
  const ids = drawn.filter(({ purpose }) => purpose === 'measure').map(({ callId }) => callId)
  return hexOf(
    hash(
      [...ids]
        .sort(compareUtf8)
        .map((id) => `${id}\n`)
        .join(''),
    ),
  )
}

function drawnCalls(draw: DrawPart): Pick<Manifest, 'drawn' | 'targeted'> {
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
