import { FrameScan } from '../frame/frame-scan.js'
import type { RowStream } from '../frame/row-stream.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { DrawOptions } from './draw-options.js'
import type { DrawPart } from './draw-part.js'
import { frameChanged } from './frame-changed.js'
import { KeyCollector } from './key-collector.js'

/** Stream that draws a sample row by row. */
export interface SampleDrawer extends RowStream<DrawPart> {
  /** @throws CallgradeError with the faults of all rows, unless they are left out; `sampling/frame-changed` */
  readonly finish: () => DrawPart
}

/**
 * Draws as `drawSample` does, from rows that are added as they arrive: all of a month, or a part of it whose result
 * `finishDraw` merges with the others.
 * @param plan - as `planSample` returns it
 * @param options - the seed, and settings as for `drawSample`
 * @throws CallgradeError `sampling/seed`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 1 }
 * const drawer = sampleDrawer(planSample(countFrame([{ id: 'a' }], design)), { seed: '2026-08' })
 * drawer.add({ id: 'a' })
 * finishDraw([drawer.finish()]).n //=> 1
 */
export function sampleDrawer(plan: SamplePlan, options: DrawOptions): SampleDrawer {
  const { design, n } = plan
  const scan = new FrameScan(design, options)
  const collector = new KeyCollector({ ...options, design, n, strata: plan.strata }, scan.reader.targeted)
  return {
    add: (row, line) => {
      const call = scan.read(row, line)
      if (call) collector.add(call)
    },
    finish: () => {
      const part = { plan, ...scan.finish(), ...collector.keys() }
      const planned = new Set(plan.strata.map(({ key }) => key))
      const stranger = part.strata.find(({ key }) => !planned.has(key))
      if (stranger) throw frameChanged(stranger.key, 0, stranger.N)
      return part
    },
  }
}
