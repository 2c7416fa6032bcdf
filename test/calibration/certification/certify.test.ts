import seedrandom from 'seedrandom'
import { describe, expect, it } from 'vitest'
import {
  type CalibrationCall,
  calibrationSize,
  certify,
  planCalibration,
  type RatingTable,
} from '../../../src/calibration/index.js'
import { binomial } from '../../../src/statistics/index.js'

/** References far apart, so that no constant passes; six vetoes among thirty. */
const calls = (
  count: number,
  score: (reference: number, call: number) => number | null,
  marks = true,
): CalibrationCall[] =>
  Array.from({ length: count }, (_, call) => {
    const reference = 40 + ((call * 17) % 60)
    const referenceVetoes = call % 5 === 0 ? ['abuse'] : []
    return {
      callId: `c${call}`,
      sessionId: `s${Math.floor(call / 10)}`,
      heldAt: `2026-${String(1 + Math.floor(call / 10)).padStart(2, '0')}-01T09:00:00Z`,
      score: score(reference, call),
      reference,
      referenceVetoes,
      vetoes: marks ? referenceVetoes : [],
    }
  })
/** So many calls within tolerance, without bias; the others twenty points off, up and down in turns. */
const rater = (count: number, within: number) =>
  calls(count, (reference, call) => (call < within ? reference : reference + (call % 2 ? 20 : -20)))

describe('the rule', () => {
  it.each([
    [30, 28, true],
    [30, 27, false],
    [37, 34, true],
    [37, 33, false],
    [44, 40, true],
    [44, 39, false],
  ])('of %i calls %i within tolerance: %s', (count, within, holds) => {
    const { share, outcome } = certify(rater(count, within))
    expect(share.outcome === 'holds').toBe(holds)
    expect(outcome).toBe(holds ? 'certified' : 'not-enough-calls')
  })

  it('is not met by a biased rater, nor by one who missed a veto', () => {
    expect(certify(calls(30, (reference) => reference + 4.5))).toMatchObject({
      outcome: 'not-certified',
      bias: { outcome: 'fails' },
    })
    expect(certify(calls(30, (reference) => reference, false))).toMatchObject({
      outcome: 'not-certified',
      vetoes: { outcome: 'fails', value: { reference: 6, missed: 6 } },
    })
  })

  it('refutes a rater whose upper limit is under 80 %', () => {
    expect(certify(rater(30, 18)).outcome).toBe('not-certified')
  })

  it('says how many calls would decide', () => {
    // 29 of 31 and 30 of 32 hold at 95 %: with 27 of 30 = 90 %, the least n for which round(.9 n) shows 80 %.
    const { callsNeeded = 0 } = certify(rater(30, 27))
    const shown = (n: number): boolean => binomial.survival(Math.round(0.9 * n) - 1, n, 0.8) <= 0.05
    const [least] = Array.from({ length: 200 }, (_, more) => 31 + more).filter(shown)
    expect(callsNeeded).toBe(least)
    expect(certify(calls(12, (reference) => reference)).outcome).toBe('not-enough-calls')
  })

  it('takes the last sixty, all of them', () => {
    const all = calls(80, (reference, call) => (call < 20 ? 0 : reference))
    expect(certify(all)).toMatchObject({ outcome: 'certified', calls: 60 })
    expect(certify([...all].reverse())).toEqual(certify(all))
  })

  it('counts a call that was not judged as wrong, and refuses a session that is left out', () => {
    const some = calls(30, (reference, call) => (call < 3 ? null : reference))
    expect(certify(some)).toMatchObject({ unrated: 3, share: { value: { within: 27 } } })
    expect(() =>
      certify(
        calls(30, (reference) => reference),
        { sessions: ['s0', 's1', 's2', 's3'] },
      ),
    ).toThrow(/s3/)
  })

  it('cannot tell from calls that are all alike', () => {
    const alike = calls(30, () => 82).map((call) => ({ ...call, reference: 80 + (Number(call.callId.slice(1)) % 5) }))
    expect(certify(alike)).toMatchObject({ outcome: 'too-uniform' })
    expect(certify(alike).constant).toBeGreaterThan(75)
  })
})

describe('simulated', () => {
  it('a rater of true accuracy 80 % is certified at most one time in twenty at any number of calls', () => {
    for (let n = 30; n <= 60; n++) {
      const [least] = Array.from({ length: n + 1 }, (_, within) => within).filter(
        (within) => certify(rater(n, within)).share.outcome === 'holds',
      )
      // The exact probability that so many or more are within tolerance.
      expect(binomial.survival((least ?? n + 1) - 1, n, 0.8)).toBeLessThanOrEqual(0.05)
    }
  })

  it('and in full, with bias and vetoes, rarer still', () => {
    const random = seedrandom('certify')
    let certified = 0
    for (let run = 0; run < 500; run++) {
      const { outcome } = certify(
        calls(30, (reference) =>
          random() < 0.8 ? reference + (random() - 0.5) * 8 : reference + (random() < 0.5 ? -8 : 8),
        ),
      )
      if (outcome === 'certified') certified++
    }
    expect(certified / 500).toBeLessThanOrEqual(0.05)
  })

  it('a constant rater never, whatever the calls', () => {
    const random = seedrandom('constant')
    for (let run = 0; run < 200; run++) {
      const centre = 50 + 50 * random()
      const width = 40 * random()
      const reference = (): number => Math.min(100, Math.max(0, centre + (random() - 0.5) * width))
      const same = Array.from(
        { length: 40 },
        (_, call): CalibrationCall => ({
          callId: `${call}`,
          sessionId: 's',
          heldAt: '2026-01-01T00:00:00Z',
          score: centre,
          reference: reference(),
          referenceVetoes: call < 6 ? ['v'] : [],
          vetoes: call < 6 ? ['v'] : [],
        }),
      )
      expect(certify(same).outcome).not.toBe('certified')
    }
  })
})

describe('planning a session', () => {
  const candidates = Array.from({ length: 200 }, (_, call) => ({
    callId: `call-${call}`,
    score: call / 2,
    businessType: call % 3 ? 'sales' : 'care',
    isVetoed: call % 25 === 0,
  }))

  it('spreads over scores and business types, with vetoes among them, the same for any order', () => {
    const plan = planCalibration(candidates, { seed: '2026-11', calls: 20 })
    expect(plan.callIds).toHaveLength(20)
    expect(planCalibration([...candidates].reverse(), { seed: '2026-11', calls: 20 }).callIds).toEqual(plan.callIds)
    expect(planCalibration(candidates, { seed: '2026-12', calls: 20 }).callIds).not.toEqual(plan.callIds)
    expect(plan.parts.map(({ isVetoed, chosen }) => [isVetoed, chosen])).toEqual([
      [true, 4],
      ...Array.from({ length: 8 }, () => [false, 2]),
    ])
  })

  it('takes what there is where a part is small, and refuses more than all', () => {
    expect(planCalibration(candidates.slice(0, 9), { seed: 's', calls: 9 }).callIds).toHaveLength(9)
    expect(() => planCalibration(candidates.slice(0, 9), { seed: 's', calls: 10 })).toThrow()
  })

  it('says how many calls a width takes: of 25 with three raters 50 calls, 20 for .41, 10 for .64', () => {
    // Latent normal, five levels, simulated; its per-call spread is .44 at an alpha of about .7.
    const random = seedrandom('pilot')
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
    const pilot: RatingTable = Array.from({ length: 4_000 }, () => {
      const truth = normal()
      return [0, 1, 2].map(() => Math.min(5, Math.max(1, Math.round(3 + 1.2 * truth + 0.72 * normal()))))
    })
    const { perCall = 0 } = calibrationSize(pilot, [1, 2, 3, 4, 5], 0.25) ?? {}
    expect(perCall).toBeGreaterThan(0.35)
    expect(perCall).toBeLessThan(0.55)
    // More raters on every call need fewer calls; ratings in all stay about the same.
    const [two, three] = calibrationSize(pilot, [1, 2, 3, 4, 5], 0.25)?.byRaters ?? []
    expect([two?.raters, three?.raters]).toEqual([2, 3])
    expect(two?.calls).toBeGreaterThan(three?.calls ?? 0)
    expect((two?.ratings ?? 0) / (three?.ratings ?? 1)).toBeCloseTo(1, 0)
    expect(Math.abs((two?.ratings ?? 0) - (three?.ratings ?? 0))).toBeLessThan(20)
    const needed = (width: number): number => calibrationSize(pilot, [1, 2, 3, 4, 5], width)?.calls ?? 0
    expect(needed(0.25)).toBeGreaterThan(35)
    expect(needed(0.25)).toBeLessThan(75)
    expect(needed(0.41)).toBeGreaterThanOrEqual(14)
    expect(needed(0.64)).toBeGreaterThanOrEqual(7)
    expect(
      calibrationSize(
        [
          [3, 3],
          [3, 3],
        ],
        [1, 2, 3],
        0.2,
      ),
    ).toBeUndefined()
  })
})
