import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { frameChanged } from '../draw/draw-sample.js'
import { type CollectedKeys, KeyCollector } from '../draw/key-collector.js'
import { sampleDigest } from '../draw/manifest-of-draw.js'
import type { BrokenRow, FrameRow } from '../frame/frame-reader.js'
import { hexOf } from '../keys/hex-of.js'
import { selectionKey } from '../keys/selection-key.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import type { DrawnCall, Manifest, Replacement, ReplacementReason } from '../manifest/manifest.js'

/** A measured call that cannot be judged. */
export interface ReplacementRequest {
  readonly callId: string
  readonly reason: ReplacementReason
}

/** Replaces calls over data that come row by row. */
export interface CallReplacer {
  /**
   * Takes the next row.
   * @param line - where it stands in its file; counted from 1 where not given
   */
  readonly add: (row: FrameRow | BrokenRow, line?: number) => void
  /** @throws CallgradeError `sampling/frame-changed`, `sampling/no-replacement` */
  readonly finish: () => Manifest
}

/**
 * Puts another call in the place of a measured one that cannot be judged: the one with the next key of the same
 * stratum that is no measured call, even if it was drawn for another purpose. It keeps the weight; the assumption is
 * that whether a call can be judged has nothing to do with how it went.
 * @param rows - the data that the sample was drawn from
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

/** Like `replaceCall`, for several calls and for rows that are handed over one by one. */
export function callReplacer(
  manifest: Manifest,
  requests: readonly ReplacementRequest[],
  options: { readonly hash?: Sha256 } = {},
): CallReplacer {
  const { hash = sha256 } = options
  const measured = new Map(manifest.drawn.filter(isMeasured).map(({ callId, stratum }) => [callId, stratum]))
  const missing = requests.filter(({ callId }) => !measured.has(callId))
  const [first, ...rest] = missing.map(({ callId }) =>
    fault({ code: 'sampling/not-measured', path: [], received: excerptOf(callId) }),
  )
  if (first) throw new CallgradeError([first, ...rest])
  const collector = new KeyCollector({
    design: manifest.design,
    seed: manifest.seed,
    n: manifest.n,
    strata: manifest.strata.map(({ key, n }) => ({ key, n: n + manifest.replacements.length + requests.length })),
    cells: manifest.cells,
    badRows: manifest.badRows,
    hash,
  })
  return {
    add: collector.add,
    finish: () => {
      const found = collector.found()
      const counted = new Map(found.strata.map(({ key, N }) => [key, N]))
      for (const { key, N } of manifest.strata)
        if (counted.get(key) !== N) throw frameChanged(key, N, counted.get(key) ?? 0)
      return requests.reduce((current, request) => withReplacement(current, request, found, hash), manifest)
    },
  }
}

/** The manifest with one more call replaced. */
export function withReplacement(
  manifest: Manifest,
  { callId, reason }: ReplacementRequest,
  found: CollectedKeys,
  hash: Sha256,
): Manifest {
  const entry = manifest.drawn.find((call) => call.callId === callId && isMeasured(call))
  if (!entry) throw refusal({ code: 'sampling/not-measured', path: [], received: excerptOf(callId) })
  const { stratum } = entry
  const used = new Set([
    ...manifest.drawn.filter(isMeasured).map((call) => call.callId),
    ...manifest.replacements.map((replacement) => replacement.callId),
  ])
  const next = found.strata.find(({ key }) => key === stratum)?.calls.find((call) => !used.has(call.callId))
  if (!next)
    throw refusal({ code: 'sampling/no-replacement', path: [], received: excerptOf(callId), details: { stratum } })
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

function isMeasured({ purpose }: DrawnCall): boolean {
  return purpose === 'measure'
}

function fault(draft: IssueDraft) {
  return issueOf(draft, undefined)
}

function refusal(draft: IssueDraft): CallgradeError {
  return new CallgradeError([fault(draft)])
}
