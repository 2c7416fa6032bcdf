import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawSample } from '../../../src/sampling/draw/draw-sample.js'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import { coverageTest } from '../../../src/sampling/frame/coverage-test.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'
import { frameCountsFromSql } from '../../../src/sampling/sql/frame-counts-from-sql.js'
import { manifestFromSql } from '../../../src/sampling/sql/manifest-from-sql.js'
import { samplingSql } from '../../../src/sampling/sql/sampling-sql.js'
import { issuesOf } from '../../conditions/issues-of.js'
import { runs } from '../../support/runs.js'
import { duckdbEngine, type Engine, postgresqlEngine } from './engines.js'
import { sampleInWarehouse } from './in-warehouse.js'
import { diceOf, randomFrame } from './random-frame.js'
import { monthDesign, monthRows, monthTypes } from './real-month.js'

const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest()
/** Random frames that each database draws from; more by hand with CALLGRADE_SQL_FRAMES. */
const FRAMES = runs('CALLGRADE_SQL_FRAMES', 40)
/** PostgreSQL takes ten times as long as DuckDB: it draws from every fourth call of the month, or every so manieth. */
const EVERY = runs('CALLGRADE_SQL_EVERY', 4)
const FIRST = runs('CALLGRADE_SQL_FIRST', 1)

describe.each([
  ['DuckDB', duckdbEngine],
  ['PostgreSQL', postgresqlEngine],
] as const)('%s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })

  test('counts and draws of a month of 42,078 calls what the library does', async () => {
    const rows = engine.name === 'postgresql' ? monthRows.filter((_row, index) => index % EVERY === 0) : monthRows
    const filled = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === '' ? null : cell])),
    )
    await engine.fill('calls', monthTypes, filled)
    const seed = '1999-08'
    const counts = countFrame(rows, monthDesign, { cells: 'text', hash })
    const expected = drawSample(rows, planSample(counts), { seed, cells: 'text', hash })
    const found = await sampleInWarehouse(engine, monthDesign, { table: 'calls', seed })
    const { fingerprints: _fingerprints, ...told } = counts
    expect(found.counts).toEqual(told)
    expect({ ...found.manifest, cells: 'text' }).toEqual(expected)
    expect(expected.drawn.length).toBeGreaterThan(500)
  })

  test(`counts and draws of ${FRAMES} random frames what the library does`, async () => {
    let [targeted, coaching, covered, withUnknown] = [0, 0, 0, 0]
    for (let number = FIRST; number < FIRST + FRAMES; number++) {
      const { design, rows, types, instants } = randomFrame(number)
      const table = `calls ${number}`
      const seed = ['s', '种子', "o'\\", '"; --'][diceOf(number)(4)] ?? ''
      await engine.fill(table, types, rows)
      const counts = countFrame(rows, design, { hash })
      const expected = drawSample(rows, planSample(counts), { seed, hash })
      const found = await sampleInWarehouse(engine, design, { table, seed, instants })
      const { fingerprints: _fingerprints, ...told } = counts
      expect(found.counts, `frame ${number}`).toEqual(told)
      expect(found.manifest, `frame ${number}`).toEqual(expected)
      for (const { name, covers_1, ...row } of found.countRows.filter(({ kind }) => kind === 'stratum')) {
        const rule = counts.design.coverage?.[0]
        if (!rule) continue
        const labels = (counts.design.strata ?? []).map((_dimension, at) => String(row[`label_${at + 1}`]))
        expect(covers_1, `frame ${number}, ${String(name)}`).toBe(coverageTest(counts.design, rule.where)(labels))
        if (covers_1 === true) covered++
      }
      targeted += expected.drawn.filter(({ purpose }) => purpose === 'targeted').length
      coaching += expected.drawn.filter(({ purpose }) => purpose === 'coaching').length
      withUnknown += counts.targeted.filter(({ unknown }) => unknown > 0).length
    }
    // The frames put to the test what they are meant to.
    for (const hits of [targeted, coaching, covered, withUnknown]) expect(hits).toBeGreaterThan(FRAMES / 10)
  })

  test('parts of a second move no call to the next slot', async () => {
    const design = {
      ...SMALL,
      fields: { id: { type: 'string', role: 'id' }, at: { type: 'instant' } },
      strata: [{ id: 'slot', field: 'at', slots: { before: ['00:00', '12:00'], after: ['12:00', '24:00'] } }],
    }
    const rows = ['11:59:59.9999999', '11:59:59.999999999Z', '13:59:59.9999999+02:00', '12:00:00', '12:00:00.1Z'].map(
      (time, index) => ({ id: `${index}`, at: `2026-08-01T${time}` }),
    )
    await engine.fill('parts', { id: 'VARCHAR', at: 'VARCHAR' }, rows)
    const { counts } = await sampleInWarehouse(engine, design, { table: 'parts', seed: 's', instants: 'text' })
    expect(counts.strata.map(({ labels, N }) => [...labels, N])).toEqual([
      ['after', 2],
      ['before', 3],
    ])
    expect(counts.lastCallAt).toBe('2026-08-01T12:00:00')
  })

  test('the first entry that any call of an agent fits says how many calls are wanted', async () => {
    const isHard = { all: [{ fact: 'hard', operator: 'equal', value: true }] }
    const design = {
      ...SMALL,
      minimumTotal: 1,
      fields: {
        id: { type: 'string', role: 'id' },
        agent: { type: 'string', role: 'agent' },
        hard: { type: 'boolean' },
      },
      perAgent: [{ minimum: 4, where: isHard }, { minimum: 2 }],
    }
    const rows = Array.from({ length: 12 }, (_row, index) => ({
      id: `${index}`,
      agent: index < 6 ? 'a' : 'b',
      hard: index === 0,
    }))
    await engine.fill('entries', { id: 'VARCHAR', agent: 'VARCHAR', hard: 'BOOLEAN' }, rows)
    const { manifest, drawn } = await sampleInWarehouse(engine, design, { table: 'entries', seed: 's' })
    expect(manifest.drawn).toHaveLength(6)
    expect(drawn.filter(({ agent }) => agent === 'a')).toHaveLength(4)
  })

  test('names and texts with quotes, backslashes and SQL in them stay names and texts', async () => {
    const trap = `x'"; DROP TABLE "trap"; --\\`
    const design = {
      ...SMALL,
      fields: { id: { type: 'string', role: 'id' }, [trap]: { type: 'string' } },
      strata: [trap],
      targeted: [
        { id: 't', limit: 1, where: { all: [{ fact: trap, operator: 'equal', value: trap }] } },
        { id: 'u', limit: 1, where: { all: [{ fact: trap, operator: 'equal', value: "\\' OR TRUE --" }] } },
      ],
    }
    const rows = [1, 2, 3, 4].map((number) => ({ id: `${trap}${number}`, [trap]: trap }))
    await engine.fill('trap', { id: 'VARCHAR', [trap]: 'VARCHAR' }, rows)
    const seed = `'; DROP TABLE "trap"; --\\`
    const { manifest } = await sampleInWarehouse(engine, design, { table: 'trap', seed })
    expect(manifest).toEqual(drawSample(rows, planSample(countFrame(rows, design)), { seed }))
    expect(manifest.targeted.map(({ taken }) => taken)).toEqual([1, 0])
    expect(await engine.run('SELECT COUNT(*) AS calls FROM "trap"')).toHaveLength(1)
  })

  test('texts are compared by their bytes, whatever the column compares by', async () => {
    if (engine.name === 'postgresql')
      await engine.run(`CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`)
    const design = {
      ...SMALL,
      fields: { id: { type: 'string', role: 'id' }, type: { type: 'string' } },
      strata: ['type'],
      coverage: [{ id: 'c', atLeastPercent: 100, where: { all: [{ fact: 'type', operator: 'equal', value: 'a' }] } }],
      targeted: [{ id: 't', limit: 9, where: { all: [{ fact: 'type', operator: 'in', value: ['A'] }] } }],
    }
    const rows = ['x', 'X', 'y', 'Y', 'z', 'Z', 'é'].map((id, index) => ({ id, type: index % 2 ? 'A' : 'a' }))
    await engine.fill('nocase', { id: 'VARCHAR COLLATE nocase', type: 'VARCHAR COLLATE nocase' }, rows)
    const { manifest, counts } = await sampleInWarehouse(engine, design, { table: 'nocase', seed: 's' })
    expect(counts.strata.map(({ N }) => N)).toEqual([3, 4])
    expect(manifest).toEqual(drawSample(rows, planSample(countFrame(rows, design)), { seed: 's' }))
  })

  test('rows that the library would refuse are told, by fault and column', async () => {
    const design = {
      ...SMALL,
      timeZone: 'Asia/Shanghai',
      fields: {
        id: { type: 'string', role: 'id' },
        agent: { type: 'string', role: 'agent' },
        type: { type: 'string' },
        whole: { type: 'integer' },
        real: { type: 'number' },
        at: { type: 'instant' },
        outcome: { type: 'string' },
      },
      eligible: { all: [{ fact: 'outcome', operator: 'equal', value: 'agent' }] },
      strata: ['type', { id: 'slot', field: 'at', slots: { day: ['06:00', '18:00'] }, otherwise: 'night' }],
    }
    const sound = { agent: '坐席', type: 'a', whole: '1', real: '1', at: '2026-08-01T10:00', outcome: 'agent' }
    const faulty = [
      { ...sound, id: null },
      { ...sound, id: '' },
      { ...sound, id: '重复' },
      { ...sound, id: '重复' },
      { ...sound, id: '重复' },
      { ...sound, id: 'type missing', type: null },
      { ...sound, id: 'type bad', type: 'a\u0085b' },
      { ...sound, id: 'agent bad', agent: 'a\tb', outcome: 'hang' },
      { ...sound, id: 'too great', whole: '9007199254740992', outcome: 'hang' },
      { ...sound, id: 'infinite', real: 'Infinity' },
      { ...sound, id: 'not a number', real: 'NaN' },
      { ...sound, id: 'no day', at: '2026-02-29T10:00' },
      { ...sound, id: 'no such day', at: '1900-02-29T10:00' },
      { ...sound, id: 'no hour', at: '2026-02-28T24:00' },
      { ...sound, id: 'no T', at: '2026-02-28 10:00' },
      { ...sound, id: 'no time', at: null },
      { ...sound, id: 'undecided', outcome: null },
      { ...sound, id: 'sound' },
      { ...sound, id: 'not eligible', outcome: 'hang', type: null, at: null },
    ]
    const types = { whole: 'BIGINT', real: 'DOUBLE PRECISION' }
    const columns = Object.fromEntries(Object.keys(design.fields).map((name) => [name, 'VARCHAR']))
    await engine.fill('faulty', { ...columns, ...types }, faulty)
    const { checks } = samplingSql(design, { dialect: engine.name, table: 'faulty', seed: 's', instants: 'text' })
    const told = (await engine.run(checks)).map(({ code, field, calls, example }) => [
      code,
      field,
      Number(calls),
      example,
    ])
    expect(told).toEqual([
      ['sampling/bad-text', 'agent', 1, 'agent bad'],
      ['sampling/bad-text', 'type', 1, 'type bad'],
      ['sampling/cell-type', 'at', 4, 'no T'],
      ['sampling/cell-type', 'real', 2, 'infinite'],
      ['sampling/cell-type', 'whole', 1, 'too great'],
      ['sampling/duplicate-call', 'id', 2, '重复'],
      ['sampling/eligible-unknown', 'outcome', 1, 'undecided'],
      ['sampling/missing-id', 'id', 2, null],
      ['sampling/missing-stratum', 'at', 1, 'no time'],
      ['sampling/missing-stratum', 'type', 1, 'type missing'],
    ])
    // The library finds as many.
    const cells = faulty.map((row) => ({ ...row, whole: Number(row.whole), real: Number(row.real) }))
    const codes = issuesOf(() => countFrame(cells, design)).map(({ code }) => code)
    const rowFaults = told.filter(([code]) => code !== 'sampling/duplicate-call')
    expect(codes).toHaveLength(rowFaults.reduce((sum, [, , calls]) => sum + Number(calls), 0))
  })

  test('columns of another type than the design says are told, not converted', async () => {
    const fields = {
      id: { type: 'string', role: 'id' },
      day: { type: 'date' },
      at: { type: 'instant' },
      real: { type: 'number' },
    }
    const columns = { id: 'BIGINT', day: 'TIMESTAMP', at: 'TIMESTAMP WITH TIME ZONE', real: 'REAL' }
    await engine.fill('types', columns, [{ id: 1, day: '2026-08-01', at: '2026-08-01T00:00:00Z', real: 0.1 }])
    const { checks } = samplingSql({ ...SMALL, fields }, { dialect: engine.name, table: 'types', seed: 's' })
    expect((await engine.run(checks)).map(({ field }) => field)).toEqual(['at', 'day', 'id', 'real'])
  })

  test('a call that comes or goes between counting and drawing is noticed', async () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    await engine.fill('moving', { id: 'VARCHAR' }, rows)
    const sql = samplingSql(SMALL, { dialect: engine.name, table: ['moving'], seed: 's' })
    const counts = { checks: await engine.run(sql.checks), counts: await engine.run(sql.counts) }
    const plan = planSample(frameCountsFromSql(SMALL, counts))
    await engine.run(`INSERT INTO "moving" VALUES ('d')`)
    const drawn = await engine.run(sql.draw(plan))
    expect(issuesOf(() => manifestFromSql(plan, drawn, { seed: 's' }))[0]?.code).toBe('sampling/frame-changed')
  })
})

const SMALL = {
  format: 'callgrade/sampling-design@1',
  id: 'small',
  version: '1',
  title: 'Small',
  fields: { id: { type: 'string', role: 'id' } },
  minimumTotal: 2,
}
