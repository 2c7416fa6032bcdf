import type { FrameRow } from '../frame/reading/frame-row.js'
import type { Sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { callReplacer } from './call-replacer.js'
import type { ReplacementRequest } from './replacement-request.js'

/**
 * Replaces a measured call that cannot be judged by the one with the next key of the same stratum that is not measured,
 * even if it was drawn for another purpose. The new call takes over the weight; the assumption is that whether a call
 * can be judged has nothing to do with how it went.
 * @param rows - the data that the sample was drawn from
 * @param request - the call and the reason why it cannot be judged
 * @returns a manifest with the new call and the replacement
 * @throws CallgradeError `sampling/not-measured`, `sampling/no-replacement`, `sampling/frame-changed`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * const calls = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
 * const manifest = drawSample(calls, planSample(countFrame(calls, design)), { seed: '2026-08' })
 * replaceCall(calls, manifest, { callId: 'c', reason: 'no-recording' }).replacements[0].replacedBy //=> 'b'
 */
export function replaceCall(
  rows: Iterable<FrameRow>,
  manifest: Manifest,
  request: ReplacementRequest,
  options: { readonly hash?: Sha256 } = {},
): Manifest {
  const replacer = callReplacer(manifest, [request], options)
  for (const row of rows) replacer.add(row)
  return replacer.finish()
}
