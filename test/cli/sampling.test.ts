import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../src/sampling/manifest/manifest.js'
import { jsonLines, run } from './console-double.js'

const data = join(import.meta.dirname, '../../examples/data')
const month = readFileSync(join(data, 'calls-1999-08.csv'))
const monthly = readFileSync(join(data, 'monthly-sampling-1999-08.json'), 'utf8')

const DESIGN = JSON.stringify({
  format: 'callgrade/sampling-design@1',
  id: 'small',
  version: '1',
  title: '小样',
  fields: {
    编号: { type: 'string', role: 'id' },
    坐席: { type: 'string', role: 'agent' },
    类型: { type: 'string' },
    秒: { type: 'integer' },
  },
  strata: ['类型'],
  minimumTotal: 4,
  targeted: [{ id: 'long', where: { all: [{ fact: '秒', operator: 'greaterThan', value: 90 }] }, limit: 1 }],
})
const CSV = `编号,坐席,类型,秒
a1,甲,投诉,10
a2,甲,咨询,20
a3,乙,咨询,95
"a,4",乙,"说""急""",99
a5,,咨询,
a6,甲,投诉,40
`
const files = { 'd.json': DESIGN, 'calls.csv': CSV }
const drawn = async (more: readonly string[] = [], seed = '2026-08') =>
  run(['sample', '--design', 'd.json', '--seed', seed, '--manifest', 'm.json', ...more, 'calls.csv'], files)

describe('callgrade plan', () => {
  it('plans the real month: 582 calls attain 5 %', async () => {
    const { exit, output, errors } = await run(
      ['plan', '--design', 'd.json', 'm.csv'],
      { 'd.json': monthly, 'm.csv': month },
      { pieceLength: 65_536 },
    )
    expect([exit, errors]).toEqual([0, ''])
    expect(output).toContain('31402 calls of 42078 rows, in 46 strata')
    expect(output).toContain(
      'measured: 582 (by the formula 380, by minimumTotal 500, what the strata need at least 267)',
    )
    expect(output).toContain('margin of a share over all calls: +-5.00 % at 95 % confidence')
    expect(output).toContain('391 calls name no agent')
    expect(output).toMatch(/^callback \/ priority \/ day {2,}80 {2}24 {2,}30\.0 % {2,}24 {2,}3\.33 {2}\+-16\.8 %$/m)
  })

  it('says that 500 calls do not attain what is asked for', async () => {
    const simple = monthly.replace('"basis": "design"', '"basis": "simple-random"')
    const { output } = await run(
      ['plan', '--lang', 'zh-CN', '--design', 'd.json', 'm.csv'],
      { 'd.json': simple, 'm.csv': month },
      { pieceLength: 65_536 },
    )
    expect(output).toContain('测评：500 通')
    expect(output).toContain('整体比例的误差：+-5.70 %，置信度 95 %')
    expect(output).toContain('没有达到方案要求的误差 +-5.00 %')
  })

  it('gives figures to programs, and what a budget buys', async () => {
    const { output } = await run(['plan', '--design', 'd.json', '--format', 'json', 'calls.csv'], files)
    const plan = JSON.parse(output) as Record<string, unknown>
    expect(plan).toMatchObject({ N: 6, n: 4, base: 4, sumOfLower: 3, rows: 6, leftOut: 0, work: { measure: 4 } })
    expect(plan.strata).toMatchObject([
      { labels: ['咨询'], N: 3 },
      { labels: ['投诉'], N: 2 },
      { labels: ['说"急"'], N: 1, n: 1 },
    ])
    const budget = await run(
      ['plan', '--design', 'd.json', '--raters', '1', '--calls-per-day', '5', '--days', '1', 'calls.csv'],
      files,
    )
    expect(budget.output).toContain('measured: 5, as given')
  })

  it('tells every bad row with its line, and stops, or leaves them out and counts them', async () => {
    const bad = {
      ...files,
      'calls.csv': CSV.replace('a2,甲,咨询,20', 'a2,甲,咨询,两').replace('a6,甲,投诉,40', 'a6,甲,投诉'),
    }
    const stopped = await run(['plan', '--design', 'd.json', 'calls.csv'], bad)
    expect([stopped.exit, stopped.output]).toEqual([1, ''])
    expect(stopped.errors).toBe(
      'calls.csv:3 error sampling/cell-type "两" in the column "秒" is not of the type integer. Correct the cell or the type of the column in the design.\n' +
        'calls.csv:7 error sampling/row-shape 3 cells is not what a row should be (4 cells). Correct the row.\n',
    )
    const left = await run(['plan', '--design', 'd.json', '--bad-rows', 'leave-out', 'calls.csv'], bad)
    expect([left.exit, left.errors]).toEqual([0, ''])
    expect(left.output).toContain('2 faulty rows were left out')
  })

  it('tells a quote that is never closed and lines behind quoted line breaks', async () => {
    const text = '编号,坐席,类型,秒\r\na1,"甲\r\n乙",投诉,x\r\na2,甲,投诉,1\r\na3,甲,"投诉,1\r\n'
    const { errors } = await run(['plan', '--design', 'd.json', 'calls.csv'], { ...files, 'calls.csv': text })
    expect(errors.split('\n').map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'calls.csv:2 error sampling/bad-text',
      'calls.csv:2 error sampling/cell-type',
      'calls.csv:5 error sampling/row-shape',
      '',
    ])
  })

  it('finds a call that is in two files, and says where', async () => {
    const { exit, errors } = await run(['plan', '--design', 'd.json', 'calls.csv', 'more.csv'], {
      ...files,
      'more.csv': '编号,坐席,类型,秒\na9,甲,投诉,1\na3,甲,投诉,1\n',
    })
    expect(exit).toBe(1)
    expect(errors).toBe(
      'more.csv:3 error sampling/duplicate-call the id of this call stands in line 4 (calls.csv) already. Each call may be in the data once; remove one of the two rows.\n',
    )
  })

  it('tells a column that the file lacks, once, with the name that was probably meant', async () => {
    const { errors } = await run(['plan', '--design', 'd.json', 'calls.csv'], {
      ...files,
      'calls.csv': CSV.replace('编号,坐席,类型,秒', '编号,坐席,类 型,秒'),
    })
    expect(errors).toBe(
      'calls.csv error sampling/missing-column The data have no column "类型". Did you mean "类 型"? Correct the name in the design, or the heading of the file.\n',
    )
  })

  it('reads GB18030, JSONL and standard input', async () => {
    // GB18030 of 投诉 is CD B6 CB DF; made here by hand for a design of ASCII columns.
    const design = JSON.stringify({
      format: 'callgrade/sampling-design@1',
      id: 'd',
      version: '1',
      title: 'D',
      fields: { id: { type: 'string', role: 'id' }, type: { type: 'string' } },
      strata: ['type'],
      minimumTotal: 1,
    })
    const bytes = Buffer.concat([Buffer.from('id,type\n1,'), Buffer.from([0xcd, 0xb6, 0xcb, 0xdf]), Buffer.from('\n')])
    const gb = await run(['plan', '--encoding', 'gb18030', '--format', 'json', '--design', 'd.json', 'c.csv'], {
      'd.json': design,
      'c.csv': bytes,
    })
    expect((JSON.parse(gb.output) as { strata: unknown }).strata).toMatchObject([{ key: '["投诉"]', N: 1 }])
    const wrong = await run(['plan', '--design', 'd.json', 'c.csv'], { 'd.json': design, 'c.csv': bytes })
    expect([wrong.exit, wrong.errors]).toEqual([1, expect.stringContaining('not valid utf-8')])
    const lines = await run(['plan', '--format', 'json', '--design', 'd.json', 'c.jsonl'], {
      'd.json': design,
      'c.jsonl': '{"id":"1","type":"投诉"}\n[1]\n',
    })
    expect(lines.errors).toContain('c.jsonl:2 error sampling/row-shape')
    const input = await run(['plan', '--format', 'json', '--design', 'd.json', '-'], {
      'd.json': design,
      '-': 'id,type\n1,a\n',
    })
    expect(JSON.parse(input.output)).toMatchObject({ N: 1 })
  })

  it('says what is wrong with the use of it', async () => {
    for (const [words, said] of [
      [['plan', 'calls.csv'], '--design FILE'],
      [['plan', '--design', 'd.json'], 'CSV or JSONL'],
      [['plan', '--design', 'd.json', '--raters', '2', 'calls.csv'], 'all three'],
      [['plan', '--design', 'd.json', '--total', '1.5', 'calls.csv'], 'whole number'],
      [['plan', '--design', 'd.json', '--format', 'csv', 'calls.csv'], 'table, json'],
      [['sample', '--design', 'd.json', 'calls.csv'], '--seed SEED'],
      [['sample', '--design', 'd.json', '--seed', 'a:b', 'calls.csv'], 'seed'],
      [['sample', '--design', 'd.json', '--seed', 's', '-'], 'read twice'],
      [['verify', 'calls.csv'], '--manifest FILE'],
      [['estimate', '--manifest', 'm.json'], 'one file of scores'],
      [['plan', '--design', 'd.json', 'calls.csv', 'x.jsonl'], 'one kind'],
      [['plan', '--design', 'd.json', '--seed', 's', 'calls.csv'], 'takes no --seed'],
    ] as const) {
      const { exit, errors } = await run(words, files)
      expect([exit, errors]).toEqual([2, expect.stringContaining(said)])
    }
  })
})

describe('callgrade sample, verify', () => {
  it('prints the drawn calls as CSV and writes the manifest, which verifies', async () => {
    const { exit, output, written } = await drawn(['--seed-fixed-at', '2026-07-31T18:00:00+08:00'])
    expect(exit).toBe(0)
    const manifest = JSON.parse(written?.['m.json'] ?? '') as Manifest
    expect(output.split('\n')[0]).toBe('\ufeffcallId,类型,purpose,rule,weight')
    expect(output).toContain('\n"a,4","说""急""",measure,,1\n')
    expect(output.trim().split('\n').length).toBe(1 + manifest.drawn.length)
    expect(manifest.inputs?.[0]?.name).toBe('calls.csv')
    const verified = await run(['verify', '--manifest', 'm.json', '--design', 'd.json', 'calls.csv'], {
      ...files,
      'm.json': written?.['m.json'] ?? '',
    })
    expect(verified).toMatchObject({
      exit: 0,
      output: `sound: seed, design and data give the same ${manifest.drawn.length} calls of 6\n`,
      errors: '',
    })
  })

  it('keeps a manifest that is there, unless it is the same or --force is given', async () => {
    const { written } = await drawn()
    const there = { ...files, 'm.json': written?.['m.json'] ?? '' }
    const again = (seed: string, ...more: readonly string[]) =>
      run(['sample', '--design', 'd.json', '--seed', seed, '--manifest', 'm.json', ...more, 'calls.csv'], there)
    expect((await again('2026-08')).exit).toBe(0)
    expect(await again('other')).toMatchObject({ exit: 2, errors: expect.stringContaining('--force') })
    expect((await again('other', '--force')).exit).toBe(0)
  })

  it('keeps a file that is there whatever it holds, such as calls in GB 18030 named by mistake', async () => {
    // 坐席 in GB 18030, which is no valid UTF-8.
    const there = { ...files, 'other.csv': Uint8Array.from([0xd7, 0xf8, 0xcf, 0xaf]), 'none.csv': '' }
    for (const file of ['other.csv', 'none.csv']) {
      const words = ['sample', '--design', 'd.json', '--seed', '2026-08', '--manifest', file, 'calls.csv']
      const { exit, written } = await run(words, there)
      expect([file, exit, written]).toEqual([file, 2, undefined])
      expect((await run([...words, '--force'], there)).exit).toBe(0)
    }
  })

  describe('growing a sample', () => {
    const grow = (seed: string, calls: string, manifest: string) =>
      run(
        [
          'sample',
          '--design',
          'd.json',
          '--seed',
          seed,
          '--grow',
          'm.json',
          '--total',
          '5',
          '--manifest',
          'g.json',
          'calls.csv',
        ],
        { 'd.json': DESIGN, 'calls.csv': calls, 'm.json': manifest },
      )
    const small = async () => (await drawn(['--total', '3'])).written?.['m.json'] ?? ''
    const measured = (text: string | undefined) =>
      (JSON.parse(text ?? '') as Manifest).drawn
        .filter(({ purpose }) => purpose === 'measure')
        .map(({ callId }) => callId)

    it('keeps every call of the smaller one', async () => {
      const before = await small()
      const { exit, written } = await grow('2026-08', CSV, before)
      expect(exit).toBe(0)
      expect(measured(written?.['g.json'])).toEqual(expect.arrayContaining(measured(before)))
      expect(measured(written?.['g.json']).length).toBe(5)
    })

    it('refuses another seed, which would draw other calls', async () => {
      const { exit, errors, written } = await grow('other', CSV, await small())
      expect([exit, written]).toEqual([2, undefined])
      expect(errors).toContain('--seed 2026-08')
    })

    it('refuses other data, of which the calls drawn before may be no part', async () => {
      const { exit, errors, written } = await grow('2026-08', CSV.replace('a1,', 'b1,'), await small())
      expect([exit, written]).toEqual([1, undefined])
      expect(errors).toMatch(/^m\.json .*error sampling\/frame-digest /m)
    })

    it('makes the replacements again, so that the grown sample verifies', async () => {
      const before = await small()
      const lost = (JSON.parse(before) as Manifest).drawn.find(
        ({ purpose, stratum }) => purpose === 'measure' && stratum === '["咨询"]',
      )?.callId
      const replaced = await run(['sample', '--manifest', 'm.json', '--replace', `${lost}=privacy`, 'calls.csv'], {
        ...files,
        'm.json': before,
      })
      // Of three calls 咨询 two are measured and one takes the place of the lost one: with 4 calls none is left over.
      const { exit, written } = await run(
        [
          'sample',
          '--design',
          'd.json',
          '--seed',
          '2026-08',
          '--grow',
          'm.json',
          '--total',
          '4',
          '--manifest',
          'g.json',
          'calls.csv',
        ],
        { ...files, 'm.json': replaced.written?.['m.json'] ?? '' },
      )
      expect(exit).toBe(0)
      const grown = JSON.parse(written?.['g.json'] ?? '') as Manifest
      expect(grown.replacements.map(({ callId, reason }) => [callId, reason])).toEqual([[lost, 'privacy']])
      expect(measured(written?.['g.json'])).not.toContain(lost)
      const verified = await run(['verify', '--manifest', 'g.json', 'calls.csv'], { ...files, ...written })
      expect(verified.exit).toBe(0)
    })
  })

  it('gives programs the file of a faulty row and its line there', async () => {
    const { written } = await drawn()
    const { output } = await run(['verify', '--manifest', 'm.json', '--format', 'json', 'calls.csv', 'more.csv'], {
      ...files,
      ...written,
      'more.csv': '编号,坐席,类型,秒\nb1,甲\n',
    })
    const { findings } = JSON.parse(output) as { findings: readonly { code: string; details?: object }[] }
    expect(findings.find(({ code }) => code === 'sampling/row-shape')?.details).toMatchObject({
      file: 'more.csv',
      line: 2,
    })
  })

  it('names what was swapped by hand, and ends with 1', async () => {
    const { written } = await drawn()
    const manifest = JSON.parse(written?.['m.json'] ?? '') as Manifest
    const outside = ['a1', 'a2', 'a3', 'a5', 'a6'].find((id) => !manifest.drawn.some(({ callId }) => callId === id))
    const [first, ...others] = manifest.drawn
    const forged = JSON.stringify({ ...manifest, drawn: [{ ...first, callId: outside }, ...others] })
    const { exit, output } = await run(['verify', '--manifest', 'm.json', 'calls.csv'], { ...files, 'm.json': forged })
    expect(exit).toBe(1)
    expect(output).toContain(`sampling/call-missing The call "${first?.callId}" was drawn`)
    expect(output).toContain('NOT sound')
    const json = await run(['verify', '--manifest', 'm.json', '--format', 'json', 'calls.csv'], {
      ...files,
      'm.json': forged,
    })
    expect(JSON.parse(json.output)).toMatchObject({ isSound: false })
  })

  it('names files that changed', async () => {
    const { written } = await drawn()
    const { exit, output } = await run(['verify', '--manifest', 'm.json', 'calls.csv'], {
      ...files,
      'm.json': written?.['m.json'] ?? '',
      'calls.csv': CSV.replace(',10', ',11'),
    })
    expect([exit, output]).toEqual([1, expect.stringContaining('sampling/input-file')])
  })

  it('replaces a call and says what that assumes', async () => {
    const { written } = await drawn(['--total', '3'])
    const manifest = JSON.parse(written?.['m.json'] ?? '') as Manifest
    const lost =
      manifest.drawn.find(({ purpose, stratum }) => purpose === 'measure' && stratum === '["咨询"]')?.callId ?? ''
    const there = { ...files, 'm.json': written?.['m.json'] ?? '' }
    const replaced = await run(
      ['sample', '--manifest', 'm.json', '--replace', `${lost}=no-recording`, 'calls.csv'],
      there,
    )
    expect(replaced.exit).toBe(0)
    expect(replaced.errors).toContain('1 measured call was replaced: no recording 1\nReplacing assumes')
    const verified = await run(['verify', '--manifest', 'm.json', 'calls.csv'], { ...files, ...replaced.written })
    expect(verified.exit).toBe(0)
    expect(
      await run(['sample', '--manifest', 'm.json', '--replace', `${lost}=too-bad`, 'calls.csv'], there),
    ).toMatchObject({ exit: 2 })
    expect(
      await run(['sample', '--manifest', 'm.json', '--replace', 'nobody=privacy', 'calls.csv'], there),
    ).toMatchObject({ exit: 1 })
  })

  it('prints JSONL', async () => {
    const { output } = await drawn(['--format', 'jsonl'])
    expect(jsonLines(output).find(({ callId }) => callId === 'a,4')).toEqual({
      callId: 'a,4',
      stratum: '["说\\"急\\""]',
      purpose: 'measure',
      weight: 1,
    })
  })
})

describe('callgrade estimate', () => {
  const score = (callId: string, value: number, vetoes: readonly string[] = []): string =>
    JSON.stringify({
      evaluationId: callId,
      callId,
      rubric: 'r',
      rubricVersion: '1',
      agentId: '甲',
      status: 'scored',
      rawScore: value,
      score: vetoes.length > 0 ? 0 : value,
      verdict: value >= 80 && vetoes.length === 0 ? 'qualified' : 'unqualified',
      band: null,
      actions: [],
      sections: {},
      items: {},
      vetoes,
      gates: [],
      bonuses: [],
      undetermined: [],
      criticalErrors: { rules: 'clear' },
    })

  it('says what the scores prove: all calls measured gives the figures themselves', async () => {
    const { written } = await drawn(['--total', '6'])
    const scores = ['a1', 'a2', 'a3', 'a,4', 'a5'].map((id, index) => score(id, 60 + 10 * index)).join('\n')
    const all = { 'm.json': written?.['m.json'] ?? '', 's.jsonl': `${scores}\n${score('a6', 90, ['abuse'])}\n` }
    const { exit, output, errors } = await run(['estimate', '--manifest', 'm.json', 's.jsonl'], all)
    expect([exit, errors]).toEqual([0, ''])
    // (60 + 70 + 80 + 90 + 100 + 0) / 6 = 66.67; 3 of 6 qualified; 1 of 6 vetoed.
    expect(output).toMatch(/^all calls +score +66\.67 +66\.67 \.\. 66\.67 +census +6$/m)
    expect(output).toMatch(/^ +pass rate +50\.0 % /m)
    expect(output).toMatch(/^ +veto rate +at most 16\.7 % /m)
    const json = await run(['estimate', '--manifest', 'm.json', '--format', 'json', 's.jsonl'], all)
    expect(JSON.parse(json.output)).toMatchObject({ n: 6, population: 6, total: { passRate: { estimate: 0.5 } } })
  })

  it('refuses measured calls without a score, names them, and goes on by choice', async () => {
    const { written } = await drawn(['--total', '6'])
    const some = {
      'm.json': written?.['m.json'] ?? '',
      's.jsonl': ['a1', 'a2', 'a3', 'a,4'].map((id) => score(id, 80)).join('\n'),
    }
    const refused = await run(['estimate', '--manifest', 'm.json', 's.jsonl'], some)
    expect([refused.exit, refused.errors]).toEqual([1, expect.stringContaining('sampling/score-missing')])
    const chosen = await run(
      [
        'estimate',
        '--lang',
        'zh-CN',
        '--manifest',
        'm.json',
        '--missing',
        'as-if-random',
        '--single-call',
        'average',
        's.jsonl',
      ],
      some,
    )
    expect([chosen.exit, chosen.output]).toEqual([0, expect.stringContaining('2 通测评通话没有得分')])
  })

  it('tells lines that are no scores', async () => {
    const { written } = await drawn(['--total', '6'])
    const broken = {
      'm.json': written?.['m.json'] ?? '',
      's.jsonl': `${score('a1', 80).replace('"scored"', '"done"')}\n{"evaluationId":"x","error":{}}\n`,
    }
    const { exit, errors } = await run(['estimate', '--manifest', 'm.json', 's.jsonl'], broken)
    expect(exit).toBe(1)
    expect(errors).toContain('s.jsonl:1:1 error document/value')
    expect(errors).toContain('1 line holds an error instead of a score')
  })
})

describe('callgrade check and schema', () => {
  it('know designs and manifests', async () => {
    const { written } = await drawn()
    const both = { 'd.json': DESIGN, 'm.json': written?.['m.json'] ?? '' }
    expect((await run(['check', 'd.json', 'm.json'], both)).output).toBe(
      'd.json: ok, sampling design small 1\nm.json: ok, manifest small 1\n',
    )
    const wrong = await run(['check', '--lang', 'zh-CN', 'd.json'], {
      'd.json': DESIGN.replace('"limit":1', '"limit":0'),
    })
    expect([wrong.exit, wrong.output]).toEqual([1, expect.stringContaining('document/range')])
    for (const name of ['sampling-design', 'manifest']) {
      const { output } = await run(['schema', name])
      expect(JSON.parse(output)).toMatchObject({ title: `callgrade/${name}@1` })
    }
  })
})
