import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { frameCounter } from './frame-counter.js'
import type { FrameCounts } from './frame-counts.js'
import type { FrameOptions } from './frame-options.js'
import type { FrameRow } from './reading/frame-row.js'

/**
 * Counts the calls of a frame by stratum: the first of two passes over the data.
 * @param rows - each an object by the names of the columns
 * @param design - JSON text or value
 * @throws CallgradeError `sampling/...` with the line of every row that cannot be read, `sampling/duplicate-call`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' }, type: { type: 'string' } }, strata: ['type'] }
 * countFrame([{ id: '1', type: 'a' }, { id: '2', type: 'b' }, { id: '3', type: 'a' }], design).strata
 * //=> [{ key: '["a"]', labels: ['a'], N: 2 }, { key: '["b"]', labels: ['b'], N: 1 }]
 */
export function countFrame(
  rows: Iterable<FrameRow>,
  design: DocumentInput<SamplingDesign>,
  options: FrameOptions = {},
): FrameCounts {
  const counter = frameCounter(design, options)
  for (const row of rows) counter.add(row)
  return counter.finish()
}
