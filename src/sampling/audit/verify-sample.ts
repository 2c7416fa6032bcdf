import { localTimes, parseInstant } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { KeyCollector } from '../draw/key-collector.js'
import { manifestOf, sampleDigest } from '../draw/manifest-of-draw.js'
import { frameCounter } from '../frame/count-frame.js'
import type { BrokenRow, FrameRow } from '../frame/frame-reader.js'
import { type Sha256, sha256 } from '../keys/sha256.js'
import type { DrawnCall, Manifest, ManifestInput } from '../manifest/manifest.js'
import { planSample } from '../size/plan-sample.js'
import { withReplacement } from './replace-call.js'

/** What a manifest is held against, besides the data. */
export interface VerifyOptions {
  /** The files as they are now; compared with those of the manifest by their digests. */
  readonly inputs?: readonly ManifestInput[]
  /** The design as it was fixed, where it is known from elsewhere. */
  readonly design?: SamplingDesign
  /** A faster SHA-256, such as Node's. */
  readonly hash?: Sha256
}

/** What became of a verification. */
export interface Verification {
  /** Whether the sample is what seed, design and data give; warnings leave that as it is. */
  readonly isSound: boolean
  /** Everything that is not as it should be, worst first. */
  readonly findings: readonly Issue[]
}

/** Verifies over data that come row by row. */
export interface SampleVerifier {
  /**
   * Takes the next row.
   * @param line - where it stands in its file; counted from 1 where not given
   */
  readonly add: (row: FrameRow | BrokenRow, line?: number) => void
  /**
   * Says what was found.
   * @param options - the files, where their digests are known only behind the last row
   */
  readonly finish: (options?: Pick<VerifyOptions, 'inputs'>) => Verification
}

/**
 * Draws again what a manifest says was drawn, and names every difference.
 * @param rows - the data that the sample was drawn from
 * @param manifest - as `parseManifest` or `drawSample` gave it
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

/** Like `verifySample`, for rows that are handed over one by one; one pass is enough. */
export function sampleVerifier(manifest: Manifest, options: VerifyOptions = {}): SampleVerifier {
  const { design, cells, badRows, assumeUnique } = manifest
  const { hash = sha256 } = options
  const counter = frameCounter(design, { cells, badRows, assumeUnique, hash })
  const drawn = new Set(manifest.drawn.map(({ callId }) => callId))
  /** Where the calls of the sample are by the data. */
  const strataNow = new Map<string, string>()
  const collector = new KeyCollector({
    design,
    seed: manifest.seed,
    n: manifest.n,
    strata: manifest.strata.map(({ key, n }) => ({ key, n: n + manifest.replacements.length })),
    cells,
    badRows,
    hash,
    onCall: ({ id, stratum }) => {
      if (drawn.has(id)) strataNow.set(id, stratum)
    },
  })
  return {
    add: (row, line) => {
      counter.add(row, line)
      collector.add(row, line)
    },
    finish: ({ inputs = options.inputs } = {}) => {
      const findings = new Findings()
      checkInputs(manifest, inputs, findings)
      if (options.design && JSON.stringify(options.design) !== JSON.stringify(design))
        findings.add({ code: 'sampling/plan-differs', path: ['design'], details: { what: 'design' } })
      try {
        const counts = counter.counts()
        checkSeedTime(manifest, counts.lastCallAt, findings)
        const expected = redrawn(manifest, counts, collector, hash, findings)
        compareSamples(manifest, expected, strataNow, findings)
      } catch (error) {
        if (!(error instanceof CallgradeError)) throw error
        findings.issues.push(...error.issues)
      }
      checkSampleDigest(manifest, hash, findings)
      return findings.verification()
    },
  }
}

class Findings {
  readonly issues: Issue[] = []

  add(draft: IssueDraft): void {
    this.issues.push(issueOf(draft, undefined))
  }

  verification(): Verification {
    const isError = ({ severity }: Issue): boolean => severity === 'error'
    return {
      isSound: !this.issues.some(isError),
      findings: [...this.issues.filter(isError), ...this.issues.filter((issue) => !isError(issue))],
    }
  }
}

/** @param lastCallAt - by the data: what a manifest says of it may be changed with the seed */
function checkSeedTime({ seedFixedAt, design }: Manifest, lastCallAt: string | undefined, findings: Findings): void {
  if (seedFixedAt === undefined) {
    findings.add({ code: 'sampling/seed-not-fixed', severity: 'warning', path: ['seedFixedAt'] })
    return
  }
  const instant = parseInstant(seedFixedAt)
  if (Number.isNaN(instant)) {
    findings.add({ code: 'document/instant', path: ['seedFixedAt'], received: excerptOf(seedFixedAt) })
    return
  }
  if (lastCallAt === undefined) return
  const fixed = localTimes(design.timeZone ?? 'UTC')(instant)
  if (fixed > Date.parse(`${lastCallAt}Z`))
    findings.add({
      code: 'sampling/seed-late',
      path: ['seedFixedAt'],
      expected: lastCallAt,
      received: seedFixedAt,
    })
}

function checkInputs(manifest: Manifest, inputs: readonly ManifestInput[] | undefined, findings: Findings): void {
  if (!inputs || !manifest.inputs) return
  const known = manifest.inputs.map((input) => input.sha256)
  for (const [index, { name, sha256: digest }] of inputs.entries()) {
    if (known.includes(digest)) continue
    findings.add({
      code: 'sampling/input-file',
      path: ['inputs'],
      expected: known[index] ?? known.join(' | '),
      received: digest,
      details: { name },
    })
  }
}

/** The sample as design, seed and data give it, with the manifest's replacements made again. */
function redrawn(
  manifest: Manifest,
  counts: ReturnType<ReturnType<typeof frameCounter>['counts']>,
  collector: KeyCollector,
  hash: Sha256,
  findings: Findings,
): Manifest {
  if (counts.frameDigest !== manifest.frameDigest)
    findings.add({
      code: 'sampling/frame-digest',
      path: ['frameDigest'],
      expected: manifest.frameDigest,
      received: counts.frameDigest,
    })
  const grow = manifest.minima && {
    strata: Object.entries(manifest.minima).map(([key, n]) => ({ key, n })),
  }
  const plan = planSample(counts, {
    ...(grow && { grow }),
    ...(manifest.givenTotal !== undefined && { total: Math.min(manifest.givenTotal, counts.N) }),
  })
  const found = collector.found()
  let expected = manifestOf({ ...found, plan }, { hash })
  for (const [index, { callId, reason, replacedBy }] of manifest.replacements.entries()) {
    try {
      expected = withReplacement(expected, { callId, reason }, found, hash)
      const made = expected.replacements.at(-1)?.replacedBy
      if (made !== replacedBy)
        findings.add({
          code: 'sampling/replacement',
          path: ['replacements', index],
          expected: excerptOf(made),
          received: excerptOf(callId),
        })
    } catch (error) {
      if (!(error instanceof CallgradeError)) throw error
      findings.issues.push(...error.issues.map((issue) => ({ ...issue, path: ['replacements', index] })))
    }
  }
  return expected
}

function compareSamples(
  manifest: Manifest,
  expected: Manifest,
  strataNow: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  compareFigures(manifest, expected, findings)
  const due = new Map(expected.drawn.map((call) => [call.callId, call]))
  const seen = new Set<string>()
  for (const [index, call] of manifest.drawn.entries()) {
    const path = ['drawn', index]
    const now = strataNow.get(call.callId)
    if (now === undefined || now !== call.stratum) {
      seen.add(call.callId)
      findings.add(
        now === undefined
          ? { code: 'sampling/call-gone', path, received: excerptOf(call.callId) }
          : {
              code: 'sampling/stratum-changed',
              path,
              received: excerptOf(call.callId),
              details: { now, before: call.stratum },
            },
      )
      continue
    }
    const match = due.get(call.callId)
    if (!match || seen.has(call.callId)) {
      findings.add({
        code: 'sampling/does-not-belong',
        path,
        received: excerptOf(call.callId),
        details: { purpose: call.purpose },
      })
      continue
    }
    seen.add(call.callId)
    const changed = changeOf(call, match)
    if (changed)
      findings.add({
        code: 'sampling/entry-changed',
        path,
        received: excerptOf(call.callId),
        details: { what: changed },
      })
  }
  for (const call of due.values())
    if (!seen.has(call.callId))
      findings.add({
        code: 'sampling/call-missing',
        path: ['drawn'],
        received: excerptOf(call.callId),
        details: { purpose: call.purpose },
      })
  const kept = manifest.drawn.filter(({ callId }) => due.has(callId)).map(({ callId }) => callId)
  const wanted = expected.drawn.filter(({ callId }) => seen.has(callId)).map(({ callId }) => callId)
  if (kept.length === wanted.length && kept.some((callId, index) => callId !== wanted[index]))
    findings.add({ code: 'sampling/plan-differs', path: ['drawn'], details: { what: 'order' } })
}

function changeOf(call: DrawnCall, due: DrawnCall): string | undefined {
  if (call.purpose !== due.purpose) return 'purpose'
  return call.rule === due.rule ? undefined : 'rule'
}

/** Figures are compared up to what rounding can do. */
const RELATIVE_TOLERANCE = 1e-9

function compareFigures(manifest: Manifest, expected: Manifest, findings: Findings): void {
  const compare = (path: Issue['path'], what: string, received: unknown, due: unknown): void => {
    const isEqual =
      typeof received === 'number' && typeof due === 'number'
        ? Math.abs(received - due) <= RELATIVE_TOLERANCE * Math.abs(due)
        : JSON.stringify(received) === JSON.stringify(due)
    if (!isEqual)
      findings.add({
        code: 'sampling/plan-differs',
        path,
        expected: excerptOf(due),
        received: excerptOf(received),
        details: { what },
      })
  }
  for (const what of [
    'id',
    'version',
    'lastCallAt',
    'N',
    'n',
    'margin',
    'leftOut',
    'targeted',
    'withoutAgent',
    'agentsWithTooFew',
  ] as const)
    compare([what], what, manifest[what], expected[what])
  const due = new Map(expected.strata.map((stratum) => [stratum.key, stratum]))
  for (const [index, stratum] of manifest.strata.entries()) {
    const match = due.get(stratum.key)
    due.delete(stratum.key)
    if (!match) compare(['strata', index], stratum.key, stratum, undefined)
    else
      for (const what of ['N', 'lower', 'n', 'weight'] as const)
        compare(['strata', index, what], `${stratum.key} ${what}`, stratum[what], match[what])
  }
  for (const stratum of due.values()) compare(['strata'], stratum.key, undefined, stratum)
}

function checkSampleDigest(manifest: Manifest, hash: Sha256, findings: Findings): void {
  const digest = sampleDigest(manifest.drawn, hash)
  if (digest !== manifest.sampleDigest)
    findings.add({
      code: 'sampling/sample-digest',
      path: ['sampleDigest'],
      expected: digest,
      received: manifest.sampleDigest,
    })
}
