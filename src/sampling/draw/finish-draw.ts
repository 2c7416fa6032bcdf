import { parseInstant } from '../../documents/time/instant.js'
import { errorOf } from '../../issues/error-of.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Manifest } from '../manifest/manifest.js'
import type { DrawOptions } from './draw-options.js'
import type { DrawPart } from './draw-part.js'
import { manifestOfDraw } from './manifest-of-draw.js'
import { mergeDrawParts } from './merge-draw-parts.js'

/**
 * Puts the parts of a draw together. Any split of the data and any order of the parts give the same manifest.
 * @param parts - results of `sampleDrawer` for all the data, with the same plan and seed
 * @throws CallgradeError `sampling/parts-differ`, `sampling/frame-changed`, `document/instant`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 1 }
 * const [first, second] = [[{ id: 'a' }], [{ id: 'b' }]]
 * const plan = planSample(mergeFrameCounts(countFrame(first, design), countFrame(second, design)))
 * const parts = [first, second].map((rows) => {
 *   const drawer = sampleDrawer(plan, { seed: '2026-08' })
 *   for (const row of rows) drawer.add(row)
 *   return drawer.finish()
 * })
 * finishDraw(parts).n //=> 1
 */
export function finishDraw(
  parts: readonly DrawPart[],
  options: Pick<DrawOptions, 'seedFixedAt' | 'inputs' | 'hash'> = {},
): Manifest {
  const { seedFixedAt } = options
  if (seedFixedAt !== undefined && Number.isNaN(parseInstant(seedFixedAt)))
    throw errorOf({ code: 'document/instant', path: ['seedFixedAt'], received: excerptOf(seedFixedAt) })
  return manifestOfDraw(mergeDrawParts(parts), options)
}
