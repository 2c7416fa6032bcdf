import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blandAltman,
  chanceCorrected,
  cohenKappa,
  type Figure,
  fleissKappa,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  percentAgreement,
  type RatingTable,
  raterSeverity,
  twoRaterTable,
} from '../../../src/calibration/index.js'
import { chiSquare } from '../../../src/statistics/index.js'
import { runs } from '../../support/runs.js'

const LEVELS = [1, 2, 3, 4, 5]
const reason = (figure: Figure): string => (figure.kind === 'undefined' ? figure.reason : `value ${figure.value}`)
const value = (figure: Figure): number => {
  if (figure.kind === 'undefined') throw new Error(figure.reason)
  return figure.value
}
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4, nil: null })
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((raters) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 12 }),
  )

describe('what cannot be said has a name', () => {
  const same: RatingTable = [
    [3, 3],
    [3, 3],
    [3, 3],
  ]
  const one: RatingTable = [
    [3, null],
    [4, null],
  ]
  const apart: RatingTable = [
    [3, null],
    [null, 4],
  ]

  it.each([
    ['the same rating everywhere', same, 'no-variation'],
    ['nothing in common', apart, 'nothing-in-common'],
  ])('%s', (_, ratings, expected) => {
    for (const weights of ['nominal', 'linear', 'quadratic', 'ordinal'] as const) {
      const all = chanceCorrected(ratings, LEVELS, weights)
      expect([all.fleiss, all.conger, all.krippendorff].map(({ figure }) => reason(figure))).toEqual([
        expected,
        expected,
        expected,
      ])
    }
    for (const metric of ['nominal', 'ordinal', 'interval'] as const)
      expect(reason(krippendorffAlpha(ratings, metric, { seed: 's' }))).toBe(expected)
  })

  it('one rater, one call, incomplete designs', () => {
    expect(reason(krippendorffAlpha(one, 'nominal'))).toBe('one-rater')
    expect(reason(krippendorffAlpha([], 'nominal'))).toBe('one-rater')
    expect(reason(intraclassCorrelation([[1], [2]], 'ICC1').figure)).toBe('one-rater')
    expect(reason(intraclassCorrelation([[1, 2]], 'ICC1').figure)).toBe('one-call')
    expect(
      reason(
        intraclassCorrelation(
          [
            [1, null],
            [null, 2],
            [1, 3],
          ],
          'ICC2',
        ).figure,
      ),
    ).toBe('incomplete')
    expect(reason(intraclassCorrelation(same, 'ICC2').figure)).toBe('no-variation')
    expect(reason(kendallW(same).W)).toBe('no-variation')
    expect(reason(fleissKappa([[null, null]], LEVELS).kappa)).toBe('nothing-in-common')
    expect(reason(cohenKappa([1, null], [null, 2], LEVELS, 'linear').kappa)).toBe('nothing-in-common')
    expect(reason(percentAgreement(apart, 0).share)).toBe('nothing-in-common')
    expect(reason(blandAltman([1, null], [null, 2]).bias)).toBe('nothing-in-common')
    expect(blandAltman([5], [3])).toEqual({ bias: { kind: 'value', value: 2 }, calls: 1 })
    expect(reason(chanceCorrected([[1, 2]], LEVELS, 'nominal').ac.figure)).toBe('one-call')
  })

  it('nobody rated anything', () => {
    const nothing = chanceCorrected([[null, null]], LEVELS, 'nominal')
    for (const { figure, observed, expected } of Object.values(nothing))
      expect([reason(figure), Number.isNaN(observed), Number.isNaN(expected)]).toEqual([
        'nothing-in-common',
        false,
        false,
      ])
  })

  it('never NaN, whatever the table', () => {
    const numbers = (part: unknown): readonly number[] =>
      typeof part === 'number'
        ? [part]
        : typeof part === 'object' && part !== null
          ? Object.values(part).flatMap(numbers)
          : []
    fc.assert(
      fc.property(table, (ratings) => {
        const found = [
          chanceCorrected(ratings, LEVELS, 'ordinal'),
          krippendorffAlpha(ratings, 'ordinal', { seed: 's', resamples: 20 }),
          intraclassCorrelation(ratings, 'ICC2k'),
          kendallW(ratings),
          fleissKappa(ratings, LEVELS),
          cohenKappa(
            ratings.map(([a]) => a ?? null),
            ratings.map(([, b]) => b ?? null),
            LEVELS,
            'quadratic',
          ),
          raterSeverity(
            ratings.flatMap((row, call) =>
              row.flatMap((score, rater) =>
                score === null ? [] : [{ callId: `${call}`, raterId: `${rater}`, score }],
              ),
            ),
          ),
        ]
        expect(numbers(found).filter((number) => Number.isNaN(number))).toEqual([])
      }),
      { numRuns: runs('CALLGRADE_RUNS', 100) },
    )
  })
})

describe('laws', () => {
  it('alpha by coincidences equals alpha by weights: nominal, and interval by quadratic ones', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        for (const [metric, weights] of [
          ['nominal', 'nominal'],
          ['interval', 'quadratic'],
        ] as const) {
          const [a, b] = [
            krippendorffAlpha(ratings, metric),
            chanceCorrected(ratings, LEVELS, weights).krippendorff.figure,
          ]
          if (a.kind === 'value' && b.kind === 'value') expect(a.value).toBeCloseTo(b.value, 9)
        }
      }),
    )
  })

  it('the order of calls and raters changes nothing, nor does the same list twice in another order of raters', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const turned = [...ratings].reverse().map((row) => [...row].reverse())
        const [a, b] = [ratings, turned].map((rows) => chanceCorrected(rows, LEVELS, 'quadratic'))
        for (const name of ['ac', 'fleiss', 'conger', 'krippendorff', 'percent'] as const) {
          const [x, y] = [a?.[name].figure, b?.[name].figure]
          expect(x?.kind).toBe(y?.kind)
          if (x?.kind === 'value' && y?.kind === 'value') {
            expect(x.value).toBeCloseTo(y.value, 9)
            expect(x.standardError ?? 0).toBeCloseTo(y.standardError ?? 0, 9)
          }
        }
      }),
    )
  })

  it("Conger's kappa of two raters with all ratings is Cohen's", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
          minLength: 3,
          maxLength: 15,
        }),
        (ratings) => {
          const conger = chanceCorrected(ratings, LEVELS, 'linear').conger.figure
          const cohen = cohenKappa(
            ratings.map(([a]) => a),
            ratings.map(([, b]) => b),
            LEVELS,
            'linear',
          ).kappa
          expect(conger.kind).toBe(cohen.kind)
          if (conger.kind === 'value' && cohen.kind === 'value') expect(conger.value).toBeCloseTo(cohen.value, 9)
        },
      ),
    )
  })

  it('the same seed gives the same limits, and they hold the figure', () => {
    const ratings: RatingTable = [
      [1, 1, 2],
      [2, 2, 2],
      [4, 5, 4],
      [3, 3, null],
      [5, 5, 5],
      [2, 1, 2],
    ]
    const [a, b] = [0, 1].map(() => krippendorffAlpha(ratings, 'ordinal', { seed: '2026', resamples: 500 }))
    expect(a).toEqual(b)
    if (a?.kind !== 'value' || !a.interval) throw new Error('no interval')
    expect(a.interval.lower).toBeLessThan(a.value)
    expect(a.interval.upper).toBeGreaterThanOrEqual(a.value)
    expect(a.interval.method).toBe('bootstrap')
  })

  it('severity finds the effects that were put in, whoever got which calls, and adds to 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 6 }),
        fc.array(fc.integer({ min: 40, max: 80 }), { minLength: 6, maxLength: 12 }),
        (effects, calls) => {
          const centre = effects.reduce((sum, effect) => sum + effect, 0) / effects.length
          // Each call by two raters who follow one another, so that all are linked.
          const rows = calls.flatMap((score, call) =>
            [call, call + 1].map((rater) => ({
              callId: `c${call}`,
              raterId: `r${rater % effects.length}`,
              score: score + (effects[rater % effects.length] ?? 0),
            })),
          )
          const result = raterSeverity(rows)
          if (result.kind === 'undefined') throw new Error(result.reason)
          for (const { raterId, effect } of result.raters)
            expect(effect).toBeCloseTo((effects[Number(raterId.slice(1))] ?? 0) - centre, 6)
          expect(result.raters.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 6)
        },
      ),
    )
  })

  it('severity says when groups share no call, and refuses a call twice', () => {
    const row = (callId: string, raterId: string, score: number) => ({ callId, raterId, score })
    const two = [row('1', 'a', 5), row('1', 'b', 6), row('2', 'c', 5), row('2', 'd', 7)]
    expect(raterSeverity(two)).toEqual({
      kind: 'undefined',
      reason: 'disconnected',
      groups: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    })
    expect(raterSeverity([...two.slice(0, 2), row('9', 'z', 1)])).toMatchObject({ kind: 'value', alone: ['z'] })
    expect(() => raterSeverity([row('1', 'a', 5), row('1', 'a', 6)])).toThrow()
  })
})

describe('known traps', () => {
  it('the prevalence paradox: 94.4 % agreement with a kappa under 0 and an AC1 of .94', () => {
    const { kappa, ac, percent } = twoRaterTable(
      [
        [118, 5],
        [2, 0],
      ],
      'nominal',
    )
    expect([value(percent), value(kappa), value(ac)].map((figure) => figure.toFixed(2))).toEqual([
      '0.94',
      '-0.02',
      '0.94',
    ])
  })

  it("R's irr computes alpha wrongly for complete data of three raters or more: .1631 instead of .1701", () => {
    // The anxiety data of irr, 20 people by 3 raters; by hand through coincidences, ordinal by Krippendorff's formula.
    const anxiety: RatingTable = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../oracles/calibration.json'), 'utf8'),
    ).cases.find(({ id }: { id: string }) => id === 'kendallW-anxiety').input.unitsByRaters
    const found = (['nominal', 'ordinal', 'interval'] as const).map((metric) =>
      value(krippendorffAlpha(anxiety, metric)).toFixed(4),
    )
    expect(found).not.toContain('0.1631')
    expect(found).toContain('0.1701')
  })

  it('levels that the scale declares and nobody used still count for distance', () => {
    const [a, b] = [
      [1, 1, 2, 5, 5, 2, 1, 5, 2, 5],
      [1, 2, 2, 5, 2, 2, 1, 5, 5, 5],
    ]
    expect(value(cohenKappa(a, b, [1, 2, 3, 4, 5], 'linear').kappa)).toBeCloseTo(0.6153846, 6)
    expect(() => cohenKappa(a, b, [1, 2], 'linear')).toThrow()
  })

  it('chi-square tails are those of the tables', () => {
    // Abramowitz and Stegun (1964), table 26.8: upper 5 % and 1 % points.
    for (const [x, df, p] of [
      [3.84146, 1, 0.05],
      [5.99146, 2, 0.05],
      [18.307, 10, 0.05],
      [23.2093, 10, 0.01],
      [30.1435, 19, 0.05],
    ] as const)
      expect(chiSquare.survival(x, df)).toBeCloseTo(p, 5)
  })
})
