import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { callReplacer } from '../../../src/sampling/audit/call-replacer.js'
import { replaceCall } from '../../../src/sampling/audit/replace-call.js'
import { verifySample } from '../../../src/sampling/audit/verify-sample.js'
import { drawSample } from '../../../src/sampling/draw/draw-sample.js'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import type { Manifest } from '../../../src/sampling/manifest/manifest.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'
import { soundCalls, soundDesign } from '../sound-design.js'

const rows = soundCalls(300, 11)
const options = { seed: '2026-08', seedFixedAt: '2026-07-31T18:00:00+08:00' }
const manifest = drawSample(rows, planSample(countFrame(rows, soundDesign)), options)
const first = manifest.drawn.find(({ purpose }) => purpose === 'measure')

function findings(changed: Manifest, data: readonly Record<string, unknown>[] = rows): string[] {
  return verifySample(data, changed).findings.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe('verifySample', () => {
  test('finds nothing in a sample as drawn', () => {
    expect(verifySample([...rows].reverse(), manifest)).toEqual({ isSound: true, findings: [] })
  })

  test('reads each row once', () => {
    let reads = 0
    const counted = rows.map((row) =>
      Object.defineProperty({ ...row }, '编号', {
        get: () => {
          reads++
          return row.编号
        },
      }),
    )
    expect(verifySample(counted, manifest).isSound).toBe(true)
    expect(reads).toBe(rows.length)
  })

  test('names a call that was slipped in, and that the digest tells', () => {
    const stranger = rows.find(
      ({ 编号, answered }) => answered === true && !manifest.drawn.some(({ callId }) => callId === 编号),
    )
    const { labels } = countFrame([stranger ?? {}], soundDesign).strata[0] ?? { labels: [] }
    const drawn = [
      ...manifest.drawn,
      { callId: String(stranger?.编号), stratum: JSON.stringify(labels), purpose: 'measure' as const },
    ]
    expect(findings({ ...manifest, drawn })).toEqual([
      `sampling/does-not-belong drawn.${manifest.drawn.length}`,
      'sampling/sample-digest sampleDigest',
    ])
  })

  test('names a call that was taken out', () => {
    expect(findings({ ...manifest, drawn: manifest.drawn.filter((call) => call !== first) })).toEqual([
      'sampling/call-missing drawn',
      'sampling/sample-digest sampleDigest',
    ])
  })

  test('names a call that changed stratum since, with the digest of the frame', () => {
    const moved = rows.map((row) =>
      row.编号 === first?.callId ? { ...row, type: row.type === '投诉' ? '咨询' : '投诉' } : row,
    )
    const found = verifySample(moved, manifest).findings
    expect(found.map(({ code }) => code)).toContain('sampling/frame-digest')
    expect(found.filter(({ code }) => code === 'sampling/stratum-changed').map(({ received }) => received)).toEqual([
      JSON.stringify(first?.callId),
    ])
  })

  test('names a call of the sample that is gone from the data', () => {
    const gone = rows.filter((row) => row.编号 !== first?.callId)
    const found = verifySample(gone, manifest).findings
    expect(found.filter(({ code }) => code === 'sampling/call-gone').map(({ received }) => received)).toEqual([
      JSON.stringify(first?.callId),
    ])
  })

  test('names figures that were changed', () => {
    const strata = manifest.strata.map((stratum, index) =>
      index === 0 ? { ...stratum, weight: stratum.weight * 2 } : stratum,
    )
    expect(findings({ ...manifest, strata })).toEqual(['sampling/plan-differs strata.0.weight'])
    expect(findings({ ...manifest, margin: manifest.margin / 2 })).toEqual(['sampling/plan-differs margin'])
  })

  test('names a purpose that was changed', () => {
    const drawn = manifest.drawn.map((call) =>
      call.purpose === 'coaching' ? { ...call, purpose: 'targeted' as const, rule: 'long' } : call,
    )
    expect(new Set(findings({ ...manifest, drawn }).map((line) => line.split(' ')[0]))).toEqual(
      new Set(['sampling/entry-changed']),
    )
  })

  test('names another seed by the calls that do not belong', () => {
    const codes = new Set(findings({ ...manifest, seed: 'mine' }).map((line) => line.split(' ')[0]))
    expect(codes).toContain('sampling/does-not-belong')
    expect(codes).toContain('sampling/call-missing')
  })

  test('names a seed that was fixed when the calls were known, and warns where nothing is said', () => {
    expect(findings({ ...manifest, seedFixedAt: '2026-09-01T09:00:00+08:00' })).toEqual([
      'sampling/seed-late seedFixedAt',
    ])
    // What the manifest says of the last call may be changed too: the data tell.
    const hidden = { ...manifest, seedFixedAt: '2026-09-01T09:00:00+08:00', lastCallAt: '2026-12-31T00:00:00' }
    expect(findings(hidden)).toContain('sampling/seed-late seedFixedAt')
    expect(findings({ ...manifest, seedFixedAt: 'soon' })).toEqual(['document/instant seedFixedAt'])
    expect(() =>
      drawSample(rows, planSample(countFrame(rows, soundDesign)), { seed: 's', seedFixedAt: 'soon' }),
    ).toThrow('document/instant')
    const { seedFixedAt: _, ...silent } = manifest
    const result = verifySample(rows, silent)
    expect([result.isSound, ...result.findings.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      true,
      'warning sampling/seed-not-fixed',
    ])
  })

  test('names a file that is not the one drawn from, and a design that is not the one fixed', () => {
    const inputs = [{ name: 'calls.csv', sha256: 'a'.repeat(64) }]
    const now = [{ name: 'calls.csv', sha256: 'b'.repeat(64) }]
    expect(verifySample(rows, { ...manifest, inputs }, { inputs: now }).findings.map(({ code }) => code)).toEqual([
      'sampling/input-file',
    ])
    const design = { ...soundDesign, minimumTotal: 11 }
    expect(verifySample(rows, manifest, { design }).findings.map(({ code }) => code)).toEqual(['sampling/plan-differs'])
  })
})

describe('replaceCall', () => {
  test('takes the next key of the stratum that is no measured call, with the weight of the stratum', () => {
    const replaced = replaceCall(rows, manifest, { callId: first?.callId ?? '', reason: 'no-recording' })
    const [replacement] = replaced.replacements
    // By hand: sort the ids of the stratum by their keys, as sha256sum and sort do.
    const own = rows
      .filter((row) => row.answered === true && countFrame([row], soundDesign).strata[0]?.key === first?.stratum)
      .map((row) => String(row.编号))
    const byKey = own
      .map(
        (id) =>
          [
            execFileSync('sha256sum', { input: `2026-08:${id}` })
              .toString()
              .slice(0, 64),
            id,
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, id]) => id)
    const n = manifest.strata.find(({ key }) => key === first?.stratum)?.n ?? 0
    expect(replacement).toEqual({
      callId: first?.callId,
      replacedBy: byKey[n],
      stratum: first?.stratum,
      reason: 'no-recording',
    })
    expect(replaced.strata).toEqual(manifest.strata)
    expect(verifySample(rows, replaced)).toEqual({ isSound: true, findings: [] })
  })

  test('several calls at once are the same as one after the other, and are verified', () => {
    const calls = manifest.drawn.filter(({ purpose }) => purpose === 'measure').slice(0, 3)
    const requests = calls.map(({ callId }) => ({ callId, reason: 'recording-damaged' as const }))
    const replacer = callReplacer(manifest, requests)
    for (const row of rows) replacer.add(row)
    const together = replacer.finish()
    expect(requests.reduce((current, request) => replaceCall(rows, current, request), manifest)).toEqual(together)
    expect(verifySample(rows, together).isSound).toBe(true)
  })

  test('is refused for a call that is not measured, and where the stratum has no more', () => {
    expect(() => replaceCall(rows, manifest, { callId: 'nobody', reason: 'privacy' })).toThrow('sampling/not-measured')
    const all = soundCalls(40)
    const whole = drawSample(
      all,
      planSample(countFrame(all, { ...soundDesign, minimumTotal: 41, ifTooFew: 'take-all' })),
      { seed: 's' },
    )
    const callId = whole.drawn[0]?.callId ?? ''
    expect(() => replaceCall(all, whole, { callId, reason: 'privacy' })).toThrow('sampling/no-replacement')
  })

  test('a replacement that was chosen by hand is named', () => {
    const replaced = replaceCall(rows, manifest, { callId: first?.callId ?? '', reason: 'privacy' })
    const [replacement] = replaced.replacements
    const other = rows.find(
      ({ answered, 编号 }) => answered === true && !replaced.drawn.some(({ callId }) => callId === 编号),
    )
    const byHand = {
      ...replaced,
      replacements: replacement ? [{ ...replacement, replacedBy: String(other?.编号) }] : [],
    }
    expect(findings(byHand)).toEqual(['sampling/replacement replacements.0'])
  })
})
