import { describe, expect, test } from 'vitest'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'
import { frameCountsFromSql } from '../../../src/sampling/sql/frame-counts-from-sql.js'
import { manifestFromSql } from '../../../src/sampling/sql/manifest-from-sql.js'
import { type SamplingSqlOptions, samplingSql } from '../../../src/sampling/sql/sampling-sql.js'
import { issuesOf } from '../../conditions/issues-of.js'

const design = {
  format: 'callgrade/sampling-design@1',
  id: 'd',
  version: '1',
  title: 'D',
  timeZone: 'Asia/Shanghai',
  fields: { id: { type: 'string', role: 'id' }, type: { type: 'string' }, at: { type: 'instant' } },
  strata: ['type'],
  minimumTotal: 2,
}
const options: SamplingSqlOptions = { dialect: 'postgresql', table: 'calls', seed: 's' }
const where = (leaf: Readonly<Record<string, unknown>>) => ({
  targeted: [{ id: 't', limit: 1, where: { all: [leaf] } }],
})
const found = (run: () => unknown) => issuesOf(run).map(({ code, path, received }) => ({ code, path, received }))

describe('what an engine cannot say as the library means it is refused', () => {
  test('an instant that is not kept as text, in a condition', () => {
    const faulty = { ...design, ...where({ fact: 'at', operator: 'equal', value: '2026-08-01T00:00:00Z' }) }
    const issue = {
      code: 'sampling/sql-unsupported',
      path: ['targeted', 0, 'where', 'all', 0, 'fact'],
      received: '"at"',
    }
    for (const instants of ['timestamp', 'timestamptz'] as const)
      expect(found(() => samplingSql(faulty, { ...options, instants }))).toEqual([issue])
    expect(samplingSql(faulty, { ...options, instants: 'text' }).status).toBe('run')
  })

  test('texts that no engine holds', () => {
    for (const value of ['\0', '\ud800']) {
      const faulty = { ...design, ...where({ fact: 'type', operator: 'in', value: ['a', value] }) }
      expect(found(() => samplingSql(faulty, options))).toEqual([
        {
          code: 'sampling/sql-unsupported',
          path: ['targeted', 0, 'where', 'all', 0, 'value', 1],
          received: JSON.stringify(value),
        },
      ])
    }
  })

  test('zones that engines take for others, where instants are moments', () => {
    for (const timeZone of ['CET', 'Israel']) {
      const faulty = { ...design, timeZone }
      expect(found(() => samplingSql(faulty, { ...options, instants: 'timestamptz' }))).toEqual([
        { code: 'sampling/sql-unsupported', path: ['timeZone'], received: JSON.stringify(timeZone) },
      ])
      expect(samplingSql(faulty, options).status).toBe('run')
    }
  })

  test('columns that differ in case alone, where the engine takes them for one', () => {
    const faulty = { ...design, fields: { ...design.fields, TYPE: { type: 'string' } } }
    const issue = { code: 'sampling/sql-unsupported', path: ['fields', 'TYPE'], received: '"TYPE"' }
    expect(found(() => samplingSql(faulty, { ...options, dialect: 'duckdb' }))).toEqual([issue])
    expect(samplingSql(faulty, options).status).toBe('run')
  })

  test('instants as text, where the dialect was never run', () => {
    expect(found(() => samplingSql(design, { ...options, dialect: 'bigquery', instants: 'text' }))).toEqual([
      { code: 'sampling/sql-unsupported', path: ['fields', 'at', 'type'], received: '"text"' },
    ])
  })
})

describe('calls that are wrong themselves', () => {
  test.each([
    ['seed', { seed: 'a:b' }, 'sampling/seed', ['seed']],
    ['seed', { seed: 'a\nb' }, 'sampling/seed', ['seed']],
    ['table', { table: '' }, 'sampling/argument', ['table']],
    ['table', { table: [] }, 'sampling/argument', ['table']],
    ['table', { table: 'a\0' }, 'sampling/argument', ['table']],
    ['dialect', { dialect: 'toString' }, 'sampling/argument', ['dialect']],
    ['instants', { instants: 'epoch' }, 'sampling/argument', ['instants']],
  ])('%s %j', (_, wrong, code, path) => {
    const call = () => samplingSql(design, { ...options, ...wrong } as SamplingSqlOptions)
    expect(found(call)).toEqual([expect.objectContaining({ code, path })])
  })

  test('a plan of another design', () => {
    const rows = [
      { id: '1', type: 'a' },
      { id: '2', type: 'b' },
    ]
    const plan = planSample(countFrame(rows, { ...design, version: '2' }))
    expect(found(() => samplingSql(design, options).draw(plan))[0]?.code).toBe('sampling/parts-differ')
  })
})

describe('dialects', () => {
  test('say whether they were run', () => {
    const statuses = (['duckdb', 'postgresql', 'bigquery', 'snowflake'] as const).map(
      (dialect) => samplingSql(design, { ...options, dialect }).status,
    )
    expect(statuses).toEqual(['run', 'run', 'not run', 'not run'])
  })

  test('quote what is not theirs', () => {
    const label = 'o\'\\`"\n\u0085'
    const quoting = {
      ...design,
      fields: { ...design.fields, 'ty"p`e\\': { type: 'string' } },
      ...where({ fact: 'ty"p`e\\', operator: 'equal', value: label }),
    }
    const sqlOf = (dialect: SamplingSqlOptions['dialect']) =>
      samplingSql(quoting, { ...options, dialect }).checks + samplingSql(quoting, { ...options, dialect }).counts
    expect(sqlOf('duckdb')).toContain("'o''\\`\"\n\u0085'")
    expect(sqlOf('postgresql')).toContain("E'o''\\\\`\"\n\u0085'")
    expect(sqlOf('bigquery')).toContain("'o\\'\\\\`\"\\u000a\\u0085'")
    expect(sqlOf('snowflake')).toContain("'o''\\\\`\"\\u000a\\u0085'")
    expect(sqlOf('duckdb')).toContain('"ty""p`e\\"')
    expect(sqlOf('bigquery')).toContain('`ty"p\\`e\\\\`')
  })

  test('write a table of values in their own way', () => {
    const plan = planSample(
      countFrame(
        [
          { id: '1', type: 'a' },
          { id: '2', type: 'b' },
        ],
        design,
      ),
    )
    const draw = (dialect: SamplingSqlOptions['dialect']) => samplingSql(design, { ...options, dialect }).draw(plan)
    expect(draw('snowflake')).toContain(
      '(VALUES\n    (\'["a"]\', 1, 0),\n    (\'["b"]\', 1, 1)\n  ) AS plan_rows (stratum, n, place)',
    )
    expect(draw('bigquery')).toContain('STRUCT(\'["a"]\' AS stratum, 1 AS n, 0 AS place)')
  })
})

describe('rows that are not those of the query', () => {
  const rows = [
    { id: '1', type: 'a' },
    { id: '2', type: 'b' },
  ]
  const counts = countFrame(rows, design)
  const digest = '0,0,0,0,0,0,0,1'
  const frame = { kind: 'frame', name: null, calls: 2n, row_count: '2', without_agent: 0, last_call_at: null, digest }
  const stratum = { kind: 'stratum', name: '["a"]', calls: 2, label_1: 'a' }
  const counted = (...given: Record<string, unknown>[]) => frameCountsFromSql(design, { checks: [], counts: given })

  test('whole numbers may be numbers, bigints or texts; names may be in capitals', () => {
    const capitals = Object.fromEntries(Object.entries(stratum).map(([name, cell]) => [name.toUpperCase(), cell]))
    expect(counted(frame, capitals)).toMatchObject({ N: 2, rows: 2, frameDigest: '1'.padStart(64, '0') })
  })

  test('sums of words carry over and wrap around', () => {
    // 2^32 in the last word is 1 in the one before it; 2^32 in the first is 2^256, which is 0.
    const sums = { ...frame, digest: '4294967296,0,0,0,0,0,0,4294967297' }
    expect(counted(sums, stratum).frameDigest).toBe('0000000100000001'.padStart(64, '0'))
  })

  test.each([
    ['no row of the frame', [stratum], []],
    ['two rows of the frame', [frame, frame, stratum], []],
    ['strata that do not add up', [frame, { ...stratum, calls: 1 }], []],
    ['a key that is not its labels', [frame, { ...stratum, name: '["A"]' }], [1, 'name']],
    ['a count that is none', [{ ...frame, calls: 1.5 }, stratum], [0, 'calls']],
    ['a count below 0', [{ ...frame, calls: -2 }, stratum], [0, 'calls']],
    ['a column that is missing', [{ ...frame, digest: undefined }, { kind: 'stratum' }], [1, 'label_1']],
    ['a digest that is none', [{ ...frame, digest: '1,2' }, stratum], [0, 'digest']],
  ])('%s', (_, given, path) => {
    expect(found(() => counted(...given))).toEqual([expect.objectContaining({ code: 'sampling/sql-rows', path })])
  })

  test('faults of the table are told one by one', () => {
    const checks = [
      { code: 'sampling/missing-id', field: 'id', calls: 2n, example: null },
      { code: 'sampling/bad-text', field: 'type', calls: '1', example: '通话-1' },
    ]
    expect(issuesOf(() => frameCountsFromSql(design, { checks, counts: [] }))).toMatchObject([
      { code: 'sampling/sql-faults', path: ['id'], details: { fault: 'sampling/missing-id', field: 'id', calls: 2 } },
      { code: 'sampling/sql-faults', path: ['type'], received: '"通话-1"', details: { calls: 1 } },
    ])
  })

  test('a draw of other calls than the seed gives, of a changed frame, or cut short', () => {
    const plan = planSample(counts)
    // printf 's:1' | sha256sum, and 's:2'
    const keys = ['s:1', 's:2']
    const drawn = rows.map(({ id, type }, index) => ({
      call_id: id,
      stratum: JSON.stringify([type]),
      purpose: 'measure',
      rule: null,
      selection_key: KEYS[keys[index] as keyof typeof KEYS],
      agent: null,
      stratum_calls: 1,
      frame_calls: 2,
    }))
    const made = (given: readonly Record<string, unknown>[], seed = 's') =>
      found(() => manifestFromSql(plan, given, { seed }))
    expect(manifestFromSql(plan, drawn, { seed: 's' }).drawn.map(({ callId }) => callId)).toEqual(['1', '2'])
    expect(made(drawn, 't')[0]).toMatchObject({ code: 'sampling/sql-rows', path: [0, 'selection_key'] })
    expect(made(drawn.map((row) => ({ ...row, frame_calls: 3 })))[0]?.code).toBe('sampling/frame-changed')
    expect(made(drawn.map((row) => ({ ...row, stratum_calls: 2 })))[0]?.code).toBe('sampling/frame-changed')
    expect(made(drawn.slice(1))[0]?.code).toBe('sampling/frame-changed')
    expect(made([...drawn, ...drawn.slice(1)])[0]?.code).toBe('sampling/sql-rows')
    expect(made(drawn.toReversed())[0]?.code).toBe('sampling/sql-rows')
    expect(made(drawn.map((row) => ({ ...row, rule: 'x' })))[0]?.code).toBe('sampling/sql-rows')
  })
})

const KEYS = {
  's:1': '1b25f38c1aa8553b03240e793e2562c520496a0469d683b8fcf52ce8206a7e81',
  's:2': '5be39311986172db2e712097a8c6d5af09f74ca03e7c72e6a10c76d297ddb760',
}
