import { CallgradeError } from '../../issues/callgrade-error.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { parseSamplingDesign } from '../design/parse-sampling-design.js'
import { KeyCollector } from '../draw/key-collector.js'
import { CallTally } from '../frame/call-tally.js'
import { FrameScan } from '../frame/frame-scan.js'
import type { RowStream } from '../frame/row-stream.js'
import { sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { checkFrameDigest } from './check-frame-digest.js'
import { checkInputs } from './check-inputs.js'
import { checkSampleDigest } from './check-sample-digest.js'
import { checkSeedTime } from './check-seed-time.js'
import { compareDrawnCalls } from './compare-drawn-calls.js'
import { compareValues } from './compare-values.js'
import { redraw } from './redraw.js'
import { type Verification, type VerifyOptions, verificationOf } from './verification.js'

/** Stream that verifies a sample row by row. */
export interface SampleVerifier extends RowStream<Verification> {
  /**
   * Compares the sample with all rows.
   * @param options - the files, where their digests are known only after the last row
   */
  readonly finish: (options?: Pick<VerifyOptions, 'inputs'>) => Verification
}

/**
 * Verifies as `verifySample` does, from rows that are added as they arrive; each row is read once.
 * @param manifest - of the sample, as `drawSample` returned it or `parseManifest` read it
 * @throws CallgradeError with the issues of a faulty design, or `sampling/seed`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 1 }
 * const verifier = sampleVerifier(drawSample([{ id: 'a' }], planSample(countFrame([{ id: 'a' }], design)), { seed: '2026-08' }))
 * verifier.add({ id: 'a' })
 * verifier.finish().isSound //=> true
 */
export function sampleVerifier(manifest: Manifest, options: VerifyOptions = {}): SampleVerifier {
  const { hash = sha256 } = options
  const design = parseSamplingDesign(manifest.design)
  const scan = new FrameScan(design, manifest)
  const tally = new CallTally(design, scan.reader, hash, manifest.assumeUnique)
  const collector = new KeyCollector(
    {
      design,
      seed: manifest.seed,
      n: manifest.n,
      strata: manifest.strata.map(({ key, n }) => ({ key, n: n + manifest.replacements.length })),
      hash,
    },
    scan.reader.targeted,
  )
  const drawn = new Set(manifest.drawn.map(({ callId }) => callId))
  /** Strata of the sample's calls by the data. */
  const strataNow = new Map<string, string>()
  let rows = 0

  const compareWithData = function* (): Iterable<Issue> {
    const scanned = scan.finish()
    const counts = tally.counts(scanned)
    yield* checkSeedTime(manifest, counts.lastCallAt)
    yield* checkFrameDigest(manifest, counts.frameDigest)
    const { expected, issues } = redraw(manifest, counts, { ...scanned, ...collector.keys() }, hash)
    yield* issues
    yield* compareValues(manifest, expected)
    yield* compareDrawnCalls(manifest, expected, strataNow)
  }
  return {
    add: (row, line = rows + 1) => {
      rows++
      const call = scan.read(row, line)
      if (!call) return
      tally.add(call, line)
      collector.add(call)
      if (drawn.has(call.id)) strataNow.set(call.id, call.stratum)
    },
    finish: ({ inputs = options.inputs } = {}) => {
      const issues: Issue[] = [...checkInputs(manifest, inputs)]
      if (options.design && JSON.stringify(options.design) !== JSON.stringify(manifest.design))
        issues.push(
          issueOf({ code: 'sampling/plan-differs', path: ['design'], details: { what: 'design' } }, undefined),
        )
      try {
        for (const issue of compareWithData()) issues.push(issue)
      } catch (error) {
        if (!(error instanceof CallgradeError)) throw error
        issues.push(...error.issues)
      }
      return verificationOf([...issues, ...checkSampleDigest(manifest, hash)])
    },
  }
}
