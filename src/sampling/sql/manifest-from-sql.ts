import type { CollectedStratum } from '../draw/collected-keys.js'
import type { DrawOptions } from '../draw/draw-options.js'
import { frameChanged } from '../draw/frame-changed.js'
import { manifestOfDraw } from '../draw/manifest-of-draw.js'
import { checkSeed } from '../keys/check-seed.js'
import { hexOf } from '../keys/hex-of.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import { selectionKey } from '../keys/selection-key.js'
import { sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { SqlRow } from './sql-row.js'
import { SqlRowReader } from './sql-row-reader.js'
import { unexpectedRows } from './unexpected-rows.js'

/** A row of the draw as it was read. */
interface DrawnRow {
  readonly call: KeyedCall
  readonly purpose: string
  readonly rule: string | undefined
}

/**
 * Makes the manifest of a draw in the warehouse: the same that `drawSample` makes of the same rows. Every key is
 * computed again, and the library's own order of purposes has to give the calls of the query.
 * @param rows - of `draw`, as the driver gave them
 * @param options - the seed that the query was written with; the rest goes into the manifest
 * @throws CallgradeError `sampling/frame-changed` where the table is not as it was counted, `sampling/sql-rows`,
 * `sampling/seed`
 * @example
 * const { draw } = samplingSql(design, { dialect: 'duckdb', table: 'calls', seed: '2026-08' })
 * manifestFromSql(plan, await run(draw(plan)), { seed: '2026-08' })
 */
export function manifestFromSql(
  plan: SamplePlan,
  rows: readonly SqlRow[],
  options: Pick<DrawOptions, 'seed' | 'seedFixedAt' | 'inputs' | 'hash'>,
): Manifest {
  const { seed, hash = sha256 } = options
  checkSeed(seed)
  const sizes = new Map<string, number>()
  const frameCalls = new Set<number>()
  const drawn = rows.map((cells, index): DrawnRow => {
    const row = new SqlRowReader(cells, index)
    const [callId, stratum, key] = [row.text('call_id'), row.text('stratum'), row.text('selection_key')]
    const agent = row.optionalText('agent')
    const expected = hexOf(selectionKey(seed, callId, hash))
    if (key !== expected) throw unexpectedRows([index, 'selection_key'], expected, key)
    frameCalls.add(row.count('frame_calls'))
    sizes.set(stratum, row.count('stratum_calls'))
    const call = { key, callId, stratum, ...(agent !== undefined && { agent }) }
    return { call, purpose: row.text('purpose'), rule: row.optionalText('rule') }
  })
  const callsFor = (holds: (row: DrawnRow) => boolean): readonly KeyedCall[] =>
    drawn.filter(holds).map(({ call }) => call)
  const strata = plan.strata.map(({ key, N, n }): CollectedStratum => {
    const size = sizes.get(key) ?? 0
    const calls = callsFor(({ call, purpose }) => purpose === 'measure' && call.stratum === key)
    if (size !== N) throw frameChanged(key, N, size)
    if (calls.length !== n) throw unexpectedRows([], `${n} x ${key}`, calls.length)
    return { key, N, calls }
  })
  // Calls of unplanned strata show in the total alone.
  for (const calls of frameCalls) if (calls !== plan.N) throw frameChanged('*', plan.N, calls)
  const agents = new Map<string, KeyedCall[]>()
  for (const call of callsFor(({ purpose }) => purpose === 'coaching')) {
    const held = agents.get(call.agent ?? '')
    if (held) held.push(call)
    else agents.set(call.agent ?? '', [call])
  }
  const manifest = manifestOfDraw(
    {
      plan,
      seed,
      cells: 'values',
      badRows: 'refuse',
      rows: plan.frame.rows,
      leftOut: 0,
      strata,
      targeted: (plan.design.targeted ?? []).map(({ id }) =>
        callsFor(({ purpose, rule }) => purpose === 'targeted' && rule === id),
      ),
      agents: Object.fromEntries(agents),
    },
    options,
  )
  const queried = drawn.map(({ call: { callId, stratum }, purpose, rule }) => ({
    callId,
    stratum,
    purpose,
    ...(rule !== undefined && { rule }),
  }))
  if (JSON.stringify(queried) !== JSON.stringify(manifest.drawn))
    throw unexpectedRows([], `${manifest.drawn.length} x drawn`, queried.length)
  return manifest
}
