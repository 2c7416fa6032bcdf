import { describe, expect, test } from 'vitest'
import { faultsOf, issuesOf, placesOf, read, readInTime, textWith, valueWith } from './refusals.js'

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/** Wraps an innermost value as often as asked. */
function nested(depth: number, innermost: unknown, wrap: (inner: unknown) => unknown): unknown {
  let value = innermost
  for (let level = 0; level < depth; level++) value = wrap(value)
  return value
}

const item = (id: string) => ({ id, kind: 'yes-no' })

describe('nesting', () => {
  test.each([5_000, 100_000])('%i lists in a text are too deep at the 201st bracket', (depth) => {
    expect(placesOf('['.repeat(depth) + ']'.repeat(depth))).toEqual(['document/too-deep 1:201'])
  })

  test.each([5_000, 100_000])('%i objects in a text are too deep at the 201st brace', (depth) => {
    // Each level is {"a": , five characters long.
    expect(placesOf(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)).toEqual(['document/too-deep 1:1001'])
  })

  test.each([5_000, 100_000])('%i sections in a text are too deep', (depth) => {
    const line = `${'{"id":"s","sections":['.repeat(depth)}{}${']}'.repeat(depth)}`
    expect(issuesOf(textWith({ 7: line }))).toMatchObject([{ code: 'document/too-deep', position: { line: 7 } }])
  })

  test.each([5_000, 100_000])('%i conditions in a text are too deep', (depth) => {
    const line = `  "gates": [{"id": "g", "when": ${'{"not":'.repeat(depth)}1${'}'.repeat(depth)}}],`
    expect(issuesOf(textWith({ 5: line }))).toMatchObject([{ code: 'document/too-deep', position: { line: 5 } }])
  })

  test.each([5_000, 100_000])('%i levels that are never closed are too deep', (depth) => {
    expect(placesOf('['.repeat(depth))).toEqual(['document/too-deep 1:201'])
  })

  describe.each([5_000, 100_000])('%i levels of a value are too deep:', (depth) => {
    test.each([
      ['lists', () => nested(depth, 1, (inner) => [inner])],
      ['objects', () => nested(depth, 1, (a) => ({ a }))],
      [
        'sections',
        () => valueWith({ sections: [nested(depth, item('i'), (inner) => ({ id: 's', sections: [inner] }))] }),
      ],
      [
        'conditions',
        () =>
          valueWith({ gates: [{ id: 'g', when: nested(depth, 1, (not) => ({ not })), effects: [{ kind: 'zero' }] }] }),
      ],
    ])('%s', (_name, make) => {
      expect(issuesOf(make())[0]).toMatchObject({ code: 'document/too-deep', details: { maximum: 200 } })
    })
  })

  test('sections 60 deep are read', () => {
    let at = 60
    const sections = [nested(59, { id: 's60', items: [item('i')] }, (inner) => ({ id: `s${--at}`, sections: [inner] }))]
    expect(read(valueWith({ sections })).success).toBe(true)
    expect(read(JSON.stringify(valueWith({ sections }))).success).toBe(true)
  })

  test('a condition 33 deep is too deep, one 32 deep is not', () => {
    const leaf = { fact: 'rawScore', operator: 'lessThan', value: 50 }
    const gates = (depth: number) => [
      { id: 'g', when: nested(depth - 1, leaf, (not) => ({ not })), effects: [{ kind: 'zero' }] },
    ]
    expect(read(valueWith({ gates: gates(32) })).success).toBe(true)
    expect(faultsOf(valueWith({ gates: gates(33) }))).toEqual([`conditions/too-deep gates[0].when${'.not'.repeat(32)}`])
  })
})

describe('size', () => {
  test.each([
    ['blanks', () => ' '.repeat(50_000_000)],
    ['one string', () => `{"a":"${'x'.repeat(50_000_000)}"}`],
    ['brackets', () => '['.repeat(50_000_000)],
    ['full-width commas', () => '{'.padEnd(50_000_000, '，')],
    ['characters of 3 bytes', () => '{"a":"'.padEnd(50_000_000, '质')],
  ])('50 million characters of %s are too large', (_name, make) => {
    const text = make()
    expect(issuesOf(text)).toMatchObject([
      { code: 'document/too-large', path: [], received: String(text.length), details: { maximum: 5_000_000 } },
    ])
  })

  test('a value that unfolds without end is too large', () => {
    expect(issuesOf(valueWith({ note: nested(60, 1, (a) => [a, a]) }))[0]).toMatchObject({ code: 'document/too-large' })
  })

  test('sections that unfold without end are too large', () => {
    const sections = [nested(60, { id: 'i' }, (inner) => ({ id: 's', sections: [inner, inner] }))]
    expect(issuesOf(valueWith({ sections }))[0]).toMatchObject({ code: 'document/too-large' })
  })

  test('conditions that unfold without end are too large', () => {
    const when = nested(60, { fact: 'rawScore', operator: 'equal', value: 1 }, (inner) => ({ all: [inner, inner] }))
    expect(issuesOf(valueWith({ gates: [{ id: 'g', when, effects: [{ kind: 'zero' }] }] }))[0]).toMatchObject({
      code: 'document/too-large',
    })
  })

  test('a list of four thousand million holes is too large', () => {
    const codes = issuesOf(valueWith({ tags: new Array(4_294_967_295) })).map(({ code }) => code)
    expect(codes[0]).toMatch(/^document\/(too-large|not-plain)$/)
  })
})

describe('many faults in one document are reported in time:', () => {
  test.each([
    ['missing commas', () => `[${'1 '.repeat(10_000)}]`],
    ['full-width commas behind a long list', () => `{"a":[${'1,'.repeat(200_000)}${'1，'.repeat(199)}1]}`],
    [
      'full-width digits at the end of the longest text',
      () => `{"a":[${'1,'.repeat(2_400_000)}${'１,'.repeat(199)}1]}`,
    ],
    ['comments behind a long list', () => `{"a":[${'1,'.repeat(200_000)}${'/* x */'.repeat(150)}1]}`],
    ['numbers that lose digits behind a long list', () => `{"a":[${'1,'.repeat(200_000)}${'1e400,'.repeat(199)}1]}`],
    ['duplicate keys', () => `{${times(50_000, () => '"a":1').join(',')}}`],
    ['__proto__ keys', () => `{"a":[${times(200_000, () => '{"__proto__":1}').join(',')}]}`],
    ['curly quotes', () => `{"a":"${'“  '.repeat(200_000)}\n}`],
    ['escaped quotes in an unclosed string', () => `{"a":"${'\\"'.repeat(2_000_000)}`],
    ['brackets that close nothing', () => `{${']'.repeat(1_000_000)}`],
    ['unknown keys', () => JSON.stringify(valueWith(Object.fromEntries(times(50_000, (at) => [`key${at}`, at]))))],
    [
      'numbers for tags',
      () => valueWith({ sections: [{ id: 'all', items: [{ ...item('i'), tags: times(150_000, () => 1) }] }] }),
    ],
    ['equal ids', () => valueWith({ sections: [{ id: 'all', items: times(30_000, () => item('same')) }] })],
    [
      'unknown tags beside many declared ones',
      () =>
        valueWith({
          tags: times(2_000, (at) => ({ id: `known${at}` })),
          sections: [{ id: 'all', items: times(2_000, (at) => ({ ...item(`i${at}`), tags: [`other${at}`] })) }],
        }),
    ],
    ['levels of equal value', () => valueWith({ scales: { five: { levels: times(150_000, () => ({ value: 1 })) } } })],
    [
      'bands of equal minimum',
      () => valueWith({ result: { passMark: 60, bands: times(150_000, (at) => ({ id: `b${at}`, minimum: 1 })) } }),
    ],
  ])('%s', (_name, make) => {
    const issues = issuesOf(make())
    expect(issues.length).toBeLessThanOrEqual(200)
  })
})

describe('large documents are read in time:', () => {
  const items = (count: number) => times(count, (at) => ({ ...item(`i${at}`), weight: 1 }))
  const weights = (count: number, weight: number) => Object.fromEntries(times(count, (at) => [`i${at}`, weight]))
  const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)

  test.each([
    ['20,000 items', () => ({ sections: [{ id: 'all', items: items(20_000) }] })],
    [
      '5,000 items named in an adjustment',
      () => ({
        sections: [{ id: 'all', items: items(5_000) }],
        weightAdjustments: [{ from: '2026-01-01', sharePercents: weights(4_999, 0.01) }],
      }),
    ],
    [
      '5,000 items named in a profile',
      () => ({
        sections: [{ id: 'all', items: items(5_000) }],
        businessTypes: [{ id: 'sales' }],
        weightProfiles: { sales: { weights: weights(5_000, 1) } },
      }),
    ],
    ['a scale of 30,000 levels', () => ({ scales: { long: { levels: times(30_000, (at) => ({ value: at })) } } })],
    [
      '30,000 bands',
      () => ({ result: { passMark: 60, bands: times(30_000, (at) => ({ id: `b${at}`, minimum: at })) } }),
    ],
    [
      '100 items under 60 adjustments that add up day by day',
      () => ({
        sections: [{ id: 'all', items: items(100) }],
        weightAdjustments: times(60, (at) => ({
          from: day(at),
          through: '2026-12-31',
          sharePercents: { [`i${at}`]: 1 + at / 1_000 },
        })),
      }),
    ],
  ])('%s', (_name, make) => {
    expect(readInTime(valueWith(make())).issues).toBeUndefined()
  })
})
