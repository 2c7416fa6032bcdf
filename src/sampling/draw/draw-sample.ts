import type { FrameRow } from '../frame/reading/frame-row.js'
import type { Manifest } from '../manifest/manifest.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { DrawOptions } from './draw-options.js'
import { finishDraw } from './finish-draw.js'
import { sampleDrawer } from './sample-drawer.js'

/**
 * Draws the sample that was planned: the second of two passes over the data. In every stratum the calls with the
 * smallest SHA-256 of seed and id are taken, so that neither the order of the data nor its parts matter, and a larger
 * sample holds the smaller one. Source: permanent random numbers (Ohlsson 1995).
 * @param rows - the same that were counted
 * @throws CallgradeError `sampling/seed`, `sampling/frame-changed`, and the faults of rows
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * const calls = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
 * drawSample(calls, planSample(countFrame(calls, design)), { seed: '2026-08' }).drawn.map(({ callId }) => callId)
 * //=> ['c', 'a']
 */
export function drawSample(rows: Iterable<FrameRow>, plan: SamplePlan, options: DrawOptions): Manifest {
  const drawer = sampleDrawer(plan, options)
  for (const row of rows) drawer.add(row)
  return finishDraw([drawer.finish()], options)
}
