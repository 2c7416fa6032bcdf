import type { FrameRow } from '../frame/reading/frame-row.js'
import type { Manifest } from '../manifest/manifest.js'
import { sampleVerifier } from './sample-verifier.js'
import type { Verification, VerifyOptions } from './verification.js'

/**
 * Draws a manifest's sample again and reports every difference. Each row is read once.
 * @param rows - the data that the sample was drawn from
 * @param manifest - a result of `parseManifest` or `drawSample`
 * @returns findings: `sampling/does-not-belong`, `sampling/call-missing`, `sampling/call-gone`, `sampling/stratum-changed`,
 * `sampling/entry-changed`, `sampling/frame-digest`, `sampling/plan-differs`, `sampling/sample-digest`,
 * `sampling/replacement`, `sampling/input-file`, `sampling/seed-late`, the warning `sampling/seed-not-fixed`, and the
 * faults of data that can no longer be read or planned for
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * const calls = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
 * const manifest = drawSample(calls, planSample(countFrame(calls, design)), { seed: '2026-08' })
 * verifySample(calls, manifest).isSound //=> true
 * verifySample(calls.slice(1), manifest).isSound //=> false
 */
export function verifySample(rows: Iterable<FrameRow>, manifest: Manifest, options: VerifyOptions = {}): Verification {
  const verifier = sampleVerifier(manifest, options)
  for (const row of rows) verifier.add(row)
  return verifier.finish()
}
