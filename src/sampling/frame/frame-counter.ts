import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { parseSamplingDesign } from '../design/parse-sampling-design.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { sha256 } from '../keys/sha256.js'
import { CallTally } from './call-tally.js'
import type { FrameCounts } from './frame-counts.js'
import type { FrameOptions } from './frame-options.js'
import { FrameScan } from './frame-scan.js'
import type { RowStream } from './row-stream.js'

/** Stream that counts a frame row by row. */
export interface FrameCounter extends RowStream<FrameCounts> {
  /** @throws CallgradeError with the faults of all rows, unless they are left out, and with every repeated call */
  readonly finish: () => FrameCounts
}

/**
 * Counts a frame as `countFrame` does, from rows that are added as they arrive.
 * @param design - JSON text or value
 * @throws CallgradeError with the issues of a faulty design
 * @example
 * const counter = frameCounter({ format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } } })
 * counter.add({ id: '1' })
 * counter.finish().N //=> 1
 */
export function frameCounter(design: DocumentInput<SamplingDesign>, options: FrameOptions = {}): FrameCounter {
  const sound = parseSamplingDesign(design)
  const { hash = sha256, assumeUnique = false } = options
  const scan = new FrameScan(sound, options)
  const tally = new CallTally(sound, scan.reader, hash, assumeUnique)
  let rows = 0
  return {
    add: (row, line = rows + 1) => {
      rows++
      const call = scan.read(row, line)
      if (call) tally.add(call, line)
    },
    finish: () => tally.counts(scan.finish()),
  }
}
