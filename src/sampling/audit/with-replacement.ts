import { errorOf } from '../../issues/error-of.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { CollectedKeys } from '../draw/collected-keys.js'
import { hexOf } from '../keys/hex-of.js'
import { selectionKey } from '../keys/selection-key.js'
import type { Sha256 } from '../keys/sha256.js'
import type { DrawnCall, Manifest, Replacement } from '../manifest/manifest.js'
import { sampleDigest } from '../manifest/sample-digest.js'
import { isMeasured } from './is-measured.js'
import type { ReplacementRequest } from './replacement-request.js'

/**
 * Returns the manifest with one more call replaced.
 * @param found - the calls with the smallest keys of each stratum
 * @throws CallgradeError `sampling/not-measured`, `sampling/no-replacement`
 */
export function withReplacement(
  manifest: Manifest,
  { callId, reason }: ReplacementRequest,
  found: CollectedKeys,
  hash: Sha256,
): Manifest {
  const entry = manifest.drawn.find((call) => call.callId === callId && isMeasured(call))
  if (!entry) throw errorOf({ code: 'sampling/not-measured', path: [], received: excerptOf(callId) })
  const { stratum } = entry
  const used = new Set([
    ...manifest.drawn.filter(isMeasured).map((call) => call.callId),
    ...manifest.replacements.map((replacement) => replacement.callId),
  ])
  const next = found.strata.find(({ key }) => key === stratum)?.calls.find((call) => !used.has(call.callId))
  if (!next)
    throw errorOf({ code: 'sampling/no-replacement', path: [], received: excerptOf(callId), details: { stratum } })
  const replacement: Replacement = { callId, replacedBy: next.callId, stratum, reason }
  const others = manifest.drawn.filter((call) => call !== entry && call.callId !== next.callId)
  const drawn = inserted(others, { callId: next.callId, stratum, purpose: 'measure' }, next.key, manifest, hash)
  return {
    ...manifest,
    drawn,
    replacements: [...manifest.replacements, replacement],
    sampleDigest: sampleDigest(drawn, hash),
  }
}

/** Returns the calls with one more at its place: by stratum, then by key. */
function inserted(
  drawn: readonly DrawnCall[],
  call: DrawnCall,
  key: string,
  manifest: Manifest,
  hash: Sha256,
): readonly DrawnCall[] {
  const order = new Map(manifest.strata.map((stratum, index) => [stratum.key, index]))
  const place = order.get(call.stratum) ?? 0
  const at = drawn.findIndex((other) => {
    const otherPlace = order.get(other.stratum) ?? 0
    return otherPlace > place || (otherPlace === place && hexOf(selectionKey(manifest.seed, other.callId, hash)) > key)
  })
  return at < 0 ? [...drawn, call] : drawn.toSpliced(at, 0, call)
}
