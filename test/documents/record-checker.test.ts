import { describe, expect, expectTypeOf, it } from 'vitest'
import { type FieldsOf, type RecordFields, recordChecker, recordField } from '../../src/documents/record-checker.js'
import {
  dateField,
  instantField,
  integerField,
  nullableField,
  numberField,
  optionalField,
  type RecordField,
  textField,
  textListField,
  wordField,
} from '../../src/documents/record-fields.js'

/** Faults of one value of one field, by code. */
function codesOf(field: RecordField<unknown>, value: unknown): readonly string[] {
  return recordChecker({ field })
    .issuesOf([{ field: value }], [])
    .map(({ code }) => code)
}

describe('a record checker', () => {
  const calls = recordChecker({ callId: textField(), score: optionalField(numberField({ minimum: 0, maximum: 100 })) })

  it('locates faults by list, index and key', () => {
    expect(calls.issuesOf([{ callId: 'c1' }, { callId: 'c2', score: 101 }], ['calls'])).toEqual([
      { code: 'document/range', severity: 'error', path: ['calls', 1, 'score'], expected: '0..100', received: '101' },
    ])
  })

  it('suggests the nearest field for an unknown key, and lists the fields', () => {
    expect(calls.issuesOf([{ callId: 'c1', scroe: 3 }], ['calls'])).toEqual([
      {
        code: 'document/unknown-key',
        severity: 'error',
        path: ['calls', 0, 'scroe'],
        expected: '"callId" | "score"',
        received: '"scroe"',
        suggestion: 'score',
      },
    ])
  })

  it('ignores unknown keys where the sender may add its own', () => {
    const open = recordChecker({ callId: textField() }, { unknownKeys: 'ignored' })
    expect(open.issuesOf([{ callId: 'c1', region: 'north' }], [])).toEqual([])
  })

  it('reports every required field that is absent, and no optional one', () => {
    expect(calls.faultsOf({})).toEqual([{ code: 'document/missing-key', path: ['callId'], expected: 'string' }])
  })

  it.each([null, 'c1', 7, ['c1'], undefined])('refuses %j, which is no object', (value) => {
    expect(calls.issuesOf([value], ['calls'])).toMatchObject([{ code: 'document/type', path: ['calls', 0] }])
  })

  it('reports all faults of a record: unknown keys first, then the fields in their order', () => {
    const record = { score: 'x', callId: '', more: 1 }
    expect(calls.faultsOf(record).map(({ code, path }) => [code, ...path])).toEqual([
      ['document/unknown-key', 'more'],
      ['document/empty', 'callId'],
      ['document/type', 'score'],
    ])
  })

  it('reports faults between fields last, whatever is wrong with the fields', () => {
    const spans = recordChecker(
      { from: numberField(), to: numberField() },
      {
        together: ({ from, to }) =>
          Number(from) > Number(to) ? [{ code: 'document/range', path: ['to'], expected: `>= ${from}` }] : [],
      },
    )
    expect(spans.faultsOf({ from: 5, to: 3, x: 1 }).map(({ code }) => code)).toEqual([
      'document/unknown-key',
      'document/range',
    ])
  })

  it('stops at 200 issues', () => {
    expect(calls.issuesOf(new Array(1_000).fill({}), [])).toHaveLength(200)
  })

  it('takes no field from what all objects inherit', () => {
    expect(
      recordChecker({ callId: textField() }).faultsOf({ callId: 'c1', constructor: 1, toString: 2 }),
    ).toMatchObject([{ path: ['constructor'] }, { path: ['toString'] }])
  })

  it('checks a record within a record, with the path through both', () => {
    const outer = recordChecker({ call: recordField(calls) })
    expect(outer.issuesOf([{ call: { callId: 7 } }], ['rows'])).toMatchObject([
      { code: 'document/type', path: ['rows', 0, 'call', 'callId'], suggestion: '"7"' },
    ])
  })

  it('returns the records themselves, typed by the fields', () => {
    const records: readonly unknown[] = [{ callId: 'c1', score: 5 }]
    const result = calls.check(records, [])
    if (!result.success) throw new Error('sound records were refused')
    expect(result.data).toBe(records)
    expectTypeOf(result.data[0]).toEqualTypeOf<
      ({ readonly callId: string } & { readonly score?: number }) | undefined
    >()
  })

  it('names the fields that a hand-written type lacks, at compile time', () => {
    interface Call {
      readonly callId: string
      readonly score?: number
    }
    const fields = { callId: textField(), score: optionalField(numberField()) } satisfies RecordFields & FieldsOf<Call>
    // @ts-expect-error the field `score` is missing
    const lacking = { callId: textField() } satisfies RecordFields & FieldsOf<Call>
    // @ts-expect-error `score` may be absent
    const required = { callId: textField(), score: numberField() } satisfies RecordFields & FieldsOf<Call>
    expect([fields, lacking, required]).toHaveLength(3)
  })
})

describe('fields of records', () => {
  it.each([
    ['a text', textField(), 'a', undefined],
    ['an empty text', textField(), '', 'document/empty'],
    ['a number for a text', textField(), 7, 'document/type'],
    ['null for a text', textField(), null, 'document/type'],
    ['an instant', instantField(), '2026-10-09T09:00:00+08:00', undefined],
    ['an instant without an offset', instantField(), '2026-10-09T09:00:00', 'document/instant'],
    ['a date', dateField(), '2026-02-28', undefined],
    ['a day that no month has', dateField(), '2026-02-30', 'document/date'],
    ['a date in another notation', dateField(), '2026/02/28', 'document/date'],
    ['a word', wordField(['measure', 'risk']), 'risk', undefined],
    ['another word', wordField(['measure', 'risk']), 'other', 'document/value'],
    ['a number for a word', wordField(['measure', 'risk']), 1, 'document/value'],
    ['a number', numberField(), -0.5, undefined],
    ['no number', numberField(), Number.NaN, 'document/type'],
    ['a text for a number', numberField(), '5', 'document/type'],
    ['an endless number', numberField({ minimum: 0 }), Number.POSITIVE_INFINITY, 'document/range'],
    ['a whole number', integerField({ minimum: 0 }), 0, undefined],
    ['half a call', integerField({ minimum: 0 }), 0.5, 'document/range'],
    ['fewer than none', integerField({ minimum: 0 }), -1, 'document/range'],
    ['a number beyond doubles', integerField(), 2 ** 53, 'document/range'],
    ['null where it is allowed', nullableField(numberField()), null, undefined],
    ['a text where null is allowed', nullableField(numberField()), 'x', 'document/type'],
    ['a list of texts', textListField('["tag"]'), ['a', 'b'], undefined],
    ['a list with an empty text', textListField('["tag"]'), ['a', ''], 'document/type'],
    ['a text for a list', textListField('["tag"]'), 'a', 'document/type'],
  ] as const)('%s', (_, field, value, code) => {
    expect(codesOf(field, value)).toEqual(code === undefined ? [] : [code])
  })

  it('suggests the nearest word', () => {
    expect(recordChecker({ purpose: wordField(['measure', 'risk']) }).faultsOf({ purpose: 'Measure' })).toMatchObject([
      { code: 'document/value', expected: '"measure" | "risk"', suggestion: 'measure' },
    ])
  })
})
