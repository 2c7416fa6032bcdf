import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isCallgradeError } from '../../../src/issues/index.js'
import { parseRubric, type Rubric, type SharesOptions, sharesOf } from '../../../src/rubric/index.js'
import { rubricWith } from '../sound-rubric.js'

/** The rubric that the description of the format shows. */
const example = parseRubric(readFileSync(join(import.meta.dirname, '../format-example.json'), 'utf8'))

function exactShares(rubric: Rubric, options: SharesOptions): Record<string, string> {
  return Object.fromEntries(Object.entries(sharesOf(rubric, options)).map(([id, { exact }]) => [id, exact]))
}

function codeOf(refused: () => unknown): string | undefined {
  try {
    refused()
  } catch (error) {
    if (isCallgradeError(error)) return error.code
    throw error
  }
  return undefined
}

describe('the example of the format', () => {
  // Weights 20, 30, 50; greeting and identity 2 : 1; need in three, resolution in two equal parts.
  const base = {
    opening: '1/5',
    greeting: '2/15',
    identity: '1/15',
    need: '3/10',
    probing: '1/10',
    promise: '1/10',
    product: '1/10',
    resolution: '1/2',
    answer: '1/4',
    wait: '1/4',
  }

  // need 40 %; opening and resolution fill 60 % as 20 : 50, that is 2/7 and 5/7 of 3/5.
  const launch = {
    opening: '6/35',
    greeting: '4/35',
    identity: '2/35',
    need: '2/5',
    probing: '2/15',
    promise: '2/15',
    product: '2/15',
    resolution: '3/7',
    answer: '3/14',
    wait: '3/14',
  }

  // resolution 70 %; opening and need fill 30 % as 20 : 30, that is 2/5 and 3/5 of 3/10.
  const complaint = {
    opening: '3/25',
    greeting: '2/25',
    identity: '1/25',
    need: '9/50',
    probing: '3/50',
    promise: '3/50',
    product: '3/50',
    resolution: '7/10',
    answer: '7/20',
    wait: '7/20',
  }

  test.each(['2026-01-01', '2026-03-01', '2026-09-30'])('sales weigh as written on %s', (date) => {
    expect(exactShares(example, { businessType: 'sales', date })).toEqual(base)
  })

  test.each(['2026-10-01', '2026-11-11', '2026-12-31'])('sales weigh as adjusted on %s', (date) => {
    expect(exactShares(example, { businessType: 'sales', date })).toEqual(launch)
  })

  test.each(['2026-01-01', '2026-09-30', '2026-10-01', '2026-12-31'])('complaints weigh as profiled on %s', (date) => {
    expect(exactShares(example, { businessType: 'complaint', date })).toEqual(complaint)
  })

  test('the double beside the fraction is the nearest', () => {
    const shares = sharesOf(example, { businessType: 'sales', date: '2026-03-01' })
    expect(shares.greeting).toEqual({ share: 2 / 15, exact: '2/15' })
    expect(shares.need).toEqual({ share: 0.3, exact: '3/10' })
  })

  test('complaints need no date, for their weights never change; sales need one', () => {
    expect(exactShares(example, { businessType: 'complaint' })).toEqual(complaint)
    expect(codeOf(() => sharesOf(example, { businessType: 'sales' }))).toBe('evaluation/date-missing')
  })

  test('options that do not say which weights are refused', () => {
    expect(codeOf(() => sharesOf(example, { date: '2026-03-01' }))).toBe('evaluation/business-type-missing')
    expect(codeOf(() => sharesOf(example, { businessType: 'sale', date: '2026-03-01' }))).toBe(
      'evaluation/unknown-business-type',
    )
    for (const date of ['2025-12-31', '2027-01-01'])
      for (const businessType of ['sales', 'complaint'])
        expect(codeOf(() => sharesOf(example, { businessType, date }))).toBe('evaluation/outside-effective')
    for (const date of ['2026-02-30', '2026-1-1', '1 March', ''])
      expect(codeOf(() => sharesOf(example, { businessType: 'sales', date }))).toBe('document/date')
  })
})

describe('layers', () => {
  const parse = (change: Record<string, unknown>) => parseRubric(rubricWith(change))
  const sections = (rubric: Rubric, options: SharesOptions) => {
    const { opening, need, resolution } = exactShares(rubric, options)
    return [opening, need, resolution]
  }

  test('the profile comes before the adjustments, and each adjustment works on the result of the last', () => {
    const rubric = parse({
      weightProfiles: { sales: { weights: { opening: 1, need: 1, resolution: 2 } } },
      weightAdjustments: [
        { from: '2026-03-01', sharePercents: { opening: 50 } },
        { from: '2026-02-01', through: '2026-03-31', sharePercents: { need: 10 } },
      ],
    })
    expect(sections(rubric, { businessType: 'sales', date: '2026-01-31' })).toEqual(['1/4', '1/4', '1/2'])
    // need 1/10; the rest 9/10 as 1 : 2.
    expect(sections(rubric, { businessType: 'sales', date: '2026-02-28' })).toEqual(['3/10', '1/10', '3/5'])
    // First opening 1/2, the rest as 1 : 2, so 1/6 and 1/3; then need 1/10, the rest 9/10 as 1/2 : 1/3.
    expect(sections(rubric, { businessType: 'sales', date: '2026-03-31' })).toEqual(['27/50', '1/10', '9/25'])
    expect(sections(rubric, { businessType: 'sales', date: '2026-04-01' })).toEqual(['1/2', '1/6', '1/3'])
    // complaint has no profile: 20 : 30 : 50.
    expect(sections(rubric, { businessType: 'complaint', date: '2026-04-01' })).toEqual(['1/2', '3/16', '5/16'])
  })

  test('a layer is applied at once, whatever the order of its keys', () => {
    for (const sharePercents of [
      { opening: 10, need: 20 },
      { need: 20, opening: 10 },
    ]) {
      const rubric = parse({ weightAdjustments: [{ from: '2026-01-01', sharePercents }] })
      expect(sections(rubric, { businessType: 'sales', date: '2026-06-01' })).toEqual(['1/10', '1/5', '7/10'])
    }
  })

  test('shares reach into sections at any depth', () => {
    const rubric = parse({
      weightAdjustments: [{ from: '2026-01-01', sharePercents: { resolution: 60, 'follow-up': 70 } }],
    })
    // resolution 3/5; follow-up 7/10 of it; wait, talk and slips a tenth of it each.
    expect(exactShares(rubric, { businessType: 'sales' })).toMatchObject({
      'follow-up': '21/50',
      callback: '21/50',
      wait: '3/50',
      talk: '3/50',
      slips: '3/50',
    })
  })

  test('decimals are what they say: 0.1 and 0.2 to 0.3 is one half', () => {
    const rubric = parse({
      'sections.0.weight': 0.1,
      'sections.1.weight': 0.2,
      'sections.2.weight': 0.3,
      weightProfiles: undefined,
      weightAdjustments: undefined,
    })
    expect(sections(rubric, { businessType: 'sales' })).toEqual(['1/6', '1/3', '1/2'])
  })

  test('weights of any size are exact', () => {
    const rubric = parse({
      'sections.0.weight': 1e-7,
      'sections.1.weight': 0,
      'sections.2.weight': 1e21,
      weightProfiles: undefined,
      weightAdjustments: undefined,
    })
    // 1e-7 / (1e-7 + 1e21) = 1 / (1 + 1e28)
    expect(sections(rubric, { businessType: 'sales' })).toEqual([
      '1/10000000000000000000000000001',
      '0',
      `1${'0'.repeat(28)}/1${'0'.repeat(27)}1`,
    ])
    expect(sharesOf(rubric, { businessType: 'sales' }).opening?.share).toBe(1e-28)
  })

  test('a share too small for an ordinary double is still the nearest one', () => {
    const rubric = parse({
      'sections.0.weight': 5e-324,
      'sections.1.weight': 0,
      'sections.2.weight': 1,
      weightProfiles: undefined,
      weightAdjustments: undefined,
    })
    expect(sharesOf(rubric, { businessType: 'sales' }).opening?.share).toBe(5e-324)
  })

  test('texts and sections of texts have no share', () => {
    const shares = exactShares(parse({}), { businessType: 'sales', date: '2026-03-01' })
    expect(Object.keys(shares)).not.toContain('remark')
    expect(Object.keys(shares)).not.toContain('remarks')
    expect(shares.probing).toBe('3/20')
  })
})

describe('days', () => {
  const machineZone = process.env.TZ
  afterEach(() => {
    if (machineZone === undefined) delete process.env.TZ
    else process.env.TZ = machineZone
  })

  const halves = (adjustment: object) =>
    parseRubric({
      format: 'callgrade/rubric@1',
      id: 'r',
      version: '1',
      title: 't',
      sections: ['a', 'b'].map((id) => ({ id, items: [{ id: `${id}1`, kind: 'yes-no' }] })),
      weightAdjustments: [{ ...adjustment, sharePercents: { a: 80 } }],
      result: { passMark: 60 },
    })

  test('an adjustment until the end of time ends with the last day that can be written', () => {
    const rubric = halves({ from: '2026-01-01', through: '9999-12-31' })
    expect(exactShares(rubric, { date: '2025-12-31' }).a).toBe('1/2')
    for (const date of ['2026-01-01', '2026-06-30', '9999-12-31']) expect(exactShares(rubric, { date }).a).toBe('4/5')
  })

  test('an adjustment since the beginning of time begins with the first day that can be written', () => {
    const rubric = halves({ from: '0000-01-01', through: '2026-01-01' })
    for (const date of ['0000-01-01', '0099-12-31', '2026-01-01']) expect(exactShares(rubric, { date }).a).toBe('4/5')
    expect(exactShares(rubric, { date: '2026-01-02' }).a).toBe('1/2')
  })

  // Apia had no 30 December 2011; clocks of the others change at midnight or far from UTC.
  test.each([
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Asia/Beirut',
    'Pacific/Kiritimati',
    'Africa/Cairo',
    'America/New_York',
  ])('the zone of the machine, %s, moves no day', (zone) => {
    process.env.TZ = zone
    const boundaries = [
      '2011-12-29',
      '2011-12-30',
      '2017-10-14',
      '2017-10-15',
      '2023-04-27',
      '2024-02-28',
      '2024-12-31',
      '2026-03-07',
      '2026-03-08',
      '2026-11-01',
    ]
    for (const through of boundaries) {
      const rubric = halves({ through })
      const next = new Date(Date.parse(through) + 86_400_000).toISOString().slice(0, 10)
      expect(exactShares(rubric, { date: through }).a, `${through} included`).toBe('4/5')
      expect(exactShares(rubric, { date: next }).a, `${next} not`).toBe('1/2')
    }
  })
})
