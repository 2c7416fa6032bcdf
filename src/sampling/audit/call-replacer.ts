import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { frameChanged } from '../draw/frame-changed.js'
import { KeyCollector } from '../draw/key-collector.js'
import { FrameScan } from '../frame/frame-scan.js'
import type { RowStream } from '../frame/row-stream.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { isMeasured } from './is-measured.js'
import type { ReplacementRequest } from './replacement-request.js'
import { withReplacement } from './with-replacement.js'

/** Stream that replaces calls row by row. */
export interface CallReplacer extends RowStream<Manifest> {
  /** @throws CallgradeError `sampling/frame-changed`, `sampling/no-replacement` */
  readonly finish: () => Manifest
}

/**
 * Replaces several calls as `replaceCall` does, from rows that are added as they arrive.
 * @param requests - in the order in which the calls are replaced
 * @throws CallgradeError `sampling/not-measured` with every call that is not measured
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 1 }
 * const calls = [{ id: 'a' }, { id: 'b' }]
 * const manifest = drawSample(calls, planSample(countFrame(calls, design)), { seed: '2026-08' })
 * const replacer = callReplacer(manifest, [{ callId: manifest.drawn[0].callId, reason: 'no-recording' }])
 * for (const call of calls) replacer.add(call)
 * replacer.finish().replacements.length //=> 1
 */
export function callReplacer(
  manifest: Manifest,
  requests: readonly ReplacementRequest[],
  options: { readonly hash?: Sha256 } = {},
): CallReplacer {
  const { hash = sha256 } = options
  const measured = new Set(manifest.drawn.filter(isMeasured).map(({ callId }) => callId))
  throwIssues(
    requests.flatMap(({ callId }) =>
      measured.has(callId)
        ? []
        : [issueOf({ code: 'sampling/not-measured', path: [], received: excerptOf(callId) }, undefined)],
    ),
  )
  const { design, seed, n } = manifest
  const scan = new FrameScan(design, manifest)
  const collector = new KeyCollector(
    {
      design,
      seed,
      n,
      strata: manifest.strata.map((stratum) => ({
        key: stratum.key,
        n: stratum.n + manifest.replacements.length + requests.length,
      })),
      hash,
    },
    scan.reader.targeted,
  )
  return {
    add: (row, line) => {
      const call = scan.read(row, line)
      if (call) collector.add(call)
    },
    finish: () => {
      const found = { ...scan.finish(), ...collector.keys() }
      const counted = new Map(found.strata.map(({ key, N }) => [key, N]))
      for (const { key, N } of manifest.strata)
        if (counted.get(key) !== N) throw frameChanged(key, N, counted.get(key) ?? 0)
      return requests.reduce((current, request) => withReplacement(current, request, found, hash), manifest)
    },
  }
}
