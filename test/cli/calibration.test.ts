import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonLines, run } from './console-double.js'

const rubrics = join(import.meta.dirname, '../../rubrics')
const RUBRIC = JSON.stringify({
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: 'R',
  scales: { three: { levels: [1, 2, 3].map((value) => ({ value })) } },
  defaultScale: 'three',
  sections: [
    {
      id: 'talk',
      items: [
        { id: 'greeting', title: { en: 'Greeting', 'zh-CN': '问候' } },
        { id: 'check', kind: 'yes-no', mayBeNotApplicable: true },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  result: { passMark: 60 },
})
const csv = [
  'callId,raterId,item,rating',
  ...Array.from({ length: 12 }, (_, call) => call).flatMap((call) =>
    ['A', 'B'].flatMap((rater) => [
      `c${call},${rater},greeting,${rater === 'B' && call === 0 ? 2 : 1 + (call % 3)}`,
      `c${call},${rater},check,${rater === 'B' && call === 1 ? 'na' : call % 2 === 0}`,
    ]),
  ),
].join('\n')
const evaluation = {
  id: 'e1',
  rubric: 'r',
  callId: 'c1',
  evaluatorId: 'A',
  ratings: { greeting: 3, check: true },
  vetoes: ['abuse'],
}
const files = {
  'r.json': RUBRIC,
  'ratings.csv': csv,
  'e.jsonl': JSON.stringify(evaluation),
  'policy.json': readFileSync(join(rubrics, 'outbound-alerts.json'), 'utf8'),
  'cn.json': readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'),
}

describe('callgrade calibrate', () => {
  it('tells agreement by item, severity and what to talk about', async () => {
    const { exit, output } = await run(['calibrate', '--rubric', 'r.json', 'ratings.csv'], files)
    expect(exit).toBe(0)
    // 11 of 12 the same; of the 11 that both rated on `check` all.
    expect(output).toMatch(/item Greeting +12 +0 +91\.7 % +100\.0 %/)
    expect(output).toMatch(/item check +11 +1 +100\.0 %/)
    expect(output).toContain('- c0, item Greeting: A 1, B 2')
    expect(output).toContain('Severity, on the same calls:')
  })

  it('in Chinese, as Markdown, as JSON, against a reference', async () => {
    const markdown = await run(
      ['calibrate', '--rubric', 'r.json', '--reference', 'A', '--format', 'markdown', '--lang', 'zh-CN', 'ratings.csv'],
      files,
    )
    expect(markdown.output).toContain('| 评分项 问候 | 12 | 0 | 91.7 % |')
    expect(markdown.output).toContain('与 A 相比')
    const { output } = await run(
      ['calibrate', '--rubric', 'r.json', '--reference', 'A', '--format', 'json', 'ratings.csv'],
      files,
    )
    expect(JSON.parse(output)).toMatchObject({
      calls: 12,
      raters: ['A', 'B'],
      against: { reference: 'A', raters: [{ raterId: 'B' }] },
    })
  })

  it('says nothing of single raters where these are positions', async () => {
    const { output } = await run(['calibrate', '--rubric', 'r.json', '--interchangeable', 'ratings.csv'], files)
    expect([output.includes('positions, not people'), output.includes('Severity')]).toEqual([true, false])
  })

  it('takes evaluations, and tells the line of what is wrong', async () => {
    const broken = {
      ...files,
      'e.jsonl': `${JSON.stringify(evaluation)}\n${JSON.stringify({ ...evaluation, id: 'e2', evaluatorId: 'B', ratings: {} })}`,
      'wrong.csv': `${csv}\nc0,C,greeting,9`,
    }
    const judged = await run(['calibrate', '--rubric', 'r.json', '--format', 'json', 'e.jsonl'], broken)
    expect([judged.exit, judged.errors.includes('1 evaluations could not be used')]).toEqual([1, true])
    const ratings = await run(['calibrate', '--rubric', 'r.json', 'wrong.csv'], broken)
    expect(ratings.errors).toMatch(/^wrong\.csv:50 error calibration\/not-a-rating/)
    expect([ratings.exit, ratings.output]).toEqual([1, ''])
  })

  it.each([
    [['calibrate', 'ratings.csv'], '--rubric FILE'],
    [['calibrate', '--rubric', 'r.json'], 'Name one file'],
    [['calibrate', '--rubric', 'r.json', '--format', 'xml', 'ratings.csv'], '"xml"'],
    [['calibrate', '--rubric', 'r.json', 'policy.csv'], 'policy.csv'],
  ])('refuses %j', async (words, message) => {
    const { exit, errors } = await run(words, files)
    expect([exit, errors.includes(message)]).toEqual([2, true])
  })

  it('names a column that is missing', async () => {
    const { exit, errors } = await run(['calibrate', '--rubric', 'r.json', 'x.csv'], {
      ...files,
      'x.csv': 'callId,rater,item,rating\n',
    })
    expect([exit, errors.includes('"raterId"')]).toEqual([2, true])
  })
})

describe('callgrade certify', () => {
  const lines = (change: object = {}): string =>
    Array.from({ length: 30 }, (_, call) => {
      const reference = 40 + ((call * 17) % 60)
      const vetoes = call % 5 === 0 ? ['abuse'] : []
      return JSON.stringify({
        raterId: 'QA01',
        sessionId: `s${Math.floor(call / 10)}`,
        heldAt: `2026-0${1 + Math.floor(call / 10)}-01T09:00:00+08:00`,
        callId: `c${call}`,
        score: reference + 1,
        reference,
        vetoes,
        referenceVetoes: vetoes,
        ...change,
      })
    }).join('\n')

  it('ends with 0 for a rater who passes, with 1 for one who does not', async () => {
    const good = await run(['certify', 'c.jsonl'], { 'c.jsonl': lines() })
    expect(good).toMatchObject({ exit: 0, errors: '' })
    expect(good.output).toContain('QA01: certified (30 calls; within tolerance 30, 100.0 %')
    const missed = await run(['certify', '--lang', 'zh-CN', 'c.jsonl'], { 'c.jsonl': lines({ vetoes: [] }) })
    expect(missed).toMatchObject({ exit: 1 })
    expect(missed.output).toContain('QA01：不合格')
  })

  it('reads CSV, each rater apart', async () => {
    const rows = lines()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const cells = rows.map((row) =>
      [
        row.raterId,
        row.sessionId,
        row.heldAt,
        row.callId,
        row.score,
        row.reference,
        (row.vetoes as string[]).join(' '),
        (row.referenceVetoes as string[]).join(' '),
      ].join(','),
    )
    const text = [
      'raterId,sessionId,heldAt,callId,score,reference,vetoes,referenceVetoes',
      ...cells,
      'QA02,s0,2026-01-01T09:00:00+08:00,c0,,40,,',
    ].join('\n')
    const { output } = await run(['certify', '--format', 'json', 'c.csv'], { 'c.csv': text })
    expect(JSON.parse(output)).toMatchObject([
      { raterId: 'QA01', outcome: 'certified' },
      { raterId: 'QA02', outcome: 'not-enough-calls', unrated: 1 },
    ])
  })

  it('leaves no session out', async () => {
    const { exit, errors } = await run(['certify', '--session', 's0', '--session', 's7', 'c.jsonl'], {
      'c.jsonl': lines(),
    })
    expect([exit, errors.includes('calibration/left-out')]).toEqual([1, true])
  })
})

describe('callgrade review', () => {
  const events = [
    { id: '1', evaluationId: 'e1', kind: 'scored', at: '2026-09-28T09:00:00+08:00', by: 'A', tier: 'junior' },
    { id: '2', evaluationId: 'e1', kind: 'published', at: '2026-09-28T10:00:00+08:00', by: 'B', tier: 'reviewer' },
    {
      id: '3',
      evaluationId: 'e1',
      kind: 'appealed',
      at: '2026-09-29T10:00:00+08:00',
      by: 'leader',
      about: [{ veto: 'abuse' }],
    },
    {
      id: '4',
      evaluationId: 'e1',
      kind: 'answered',
      at: '2026-09-29T11:00:00+08:00',
      by: 'C',
      tier: 'reviewer',
      decision: 'upheld',
      changes: { vetoes: [] },
    },
  ]
  const words = [
    'review',
    '--rubric',
    'r.json',
    '--policy',
    'policy.json',
    '--calendar',
    'cn.json',
    '--evaluations',
    'e.jsonl',
  ]
  const given = (list: readonly object[]) => ({
    ...files,
    'v.jsonl': list.map((one) => JSON.stringify(one)).join('\n'),
  })

  it('shows where each review stands and until when an appeal is in time', async () => {
    const { exit, output } = await run([...words, 'v.jsonl'], given(events))
    expect(exit).toBe(0)
    // Two working days from Monday 28 September: until the end of Wednesday.
    expect(output).toMatch(/e1 +answered +100 +qualified +2 +upheld +2026-09-30 23:59/)
  })

  it('gives the scores of record, which other commands take', async () => {
    const { output } = await run([...words, '--format', 'jsonl', 'v.jsonl'], given(events))
    expect(jsonLines(output)).toMatchObject([{ evaluationId: 'e1', score: 100, vetoes: [], evaluatorId: 'C' }])
  })

  it('tells what is impossible, and events of evaluations that are not there', async () => {
    const { exit, errors } = await run(
      [...words, '--lang', 'zh-CN', 'v.jsonl'],
      given([
        ...events,
        { ...events[2], id: '9', at: '2026-10-12T00:00:00+08:00', about: [{ item: 'greeting' }] },
        { ...events[0], id: '8', evaluationId: 'e7' },
      ]),
    )
    expect(exit).toBe(1)
    expect(errors).toContain('calibration/appeal-late')
    expect(errors).toContain('2026-10-01T00:00:00+08:00')
    expect(errors).toContain('calibration/other-evaluation')
  })
})

describe('callgrade diff', () => {
  const next = RUBRIC.replace('"version":"1"', '"version":"2"')
    .replace('"passMark":60', '"passMark":90')
    .replace('{"id":"abuse"}', '{"id":"abuse"},{"id":"lie","onRating":{"item":"greeting","atMost":1}}')

  it('says what changed and how old and new compare', async () => {
    const { exit, output } = await run(['diff', 'r.json', 'n.json'], { ...files, 'n.json': next })
    expect([exit, output.split('\n')]).toEqual([
      0,
      [
        'r 1 -> r 2',
        '  new: veto lie [same ratings, other score]',
        '  changed: result passMark 60 -> 90 [same ratings, other score]',
        'Old and new results are comparable after old evaluations are scored by the new version.',
        '',
      ],
    ])
  })

  it('shows a changed title in the language of the reader', async () => {
    const before = { en: 'Greeting', 'zh-CN': '问候' }
    const titled = (title: unknown): string => RUBRIC.replace(JSON.stringify(before), JSON.stringify(title))
    const diff = async (title: unknown, ...options: readonly string[]): Promise<string | undefined> => {
      const versions = { ...files, 'r.json': titled(before), 'n.json': titled(title) }
      const { output } = await run(['diff', ...options, 'r.json', 'n.json'], versions)
      return output.split('\n')[1]
    }
    const both = { en: 'Opening', 'zh-CN': '开场' }
    expect(await diff(both)).toContain('title Greeting -> Opening')
    expect(await diff(both, '--lang', 'zh-CN')).toContain('标题 问候 -> 开场')
    // Only the other language changed: both texts are shown whole.
    expect(await diff({ ...before, 'zh-CN': '开场' })).toContain('{"en":"Greeting","zh-CN":"开场"}')
    // A plain text that only begins like one.
    expect(await diff('{"en":"x')).toContain('Greeting -> {"en":"x')
  })

  it('puts no space after the colon of Chinese words', async () => {
    const heavier = {
      ...files,
      'n.json': RUBRIC.replace('{"id":"greeting",', '{"id":"greeting","weight":3,').replace(
        '{"id":"check",',
        '{"id":"check","weight":1,',
      ),
    }
    const { output } = await run(['diff', '--derived', '--lang', 'zh-CN', 'r.json', 'n.json'], heavier)
    expect(output).toContain('占比：问候')
    expect(output).not.toContain('： ')
  })

  it('shows the impact on old evaluations, and what cannot be carried', async () => {
    const old = [
      { ...evaluation, id: 'a', vetoes: [], ratings: { greeting: 2, check: true } },
      { ...evaluation, id: 'b', ratings: { greeting: 9, check: true } },
    ]
    // greeting 2 of 3 and a yes: 83.33, qualified at 60 and not at 90.
    const { output } = await run(['diff', '--evaluations', 'old.jsonl', '--lang', 'zh-CN', 'r.json', 'n.json'], {
      ...files,
      'n.json': next,
      'old.jsonl': old.map((one) => JSON.stringify(one)).join('\n'),
    })
    expect(output).toContain('合格 → 不合格：1')
    expect(output).toContain('  a：83.33 合格 -> 83.33 不合格 (0)')
    expect(output).toMatch(/ {2}b :2 evaluation\/off-scale/)
    const json = await run(['diff', '--evaluations', 'old.jsonl', '--format', 'json', 'r.json', 'n.json'], {
      ...files,
      'n.json': next,
      'old.jsonl': JSON.stringify(old[0]),
    })
    expect(JSON.parse(json.output)).toMatchObject({ diff: { comparability: 'rescore' }, impact: [{ evaluations: 1 }] })
  })

  it('names what the author changed, and the shares that follow from it on demand', async () => {
    // Weights 1 : 1 are shares of 50 %; 3 : 1 are 75 % and 25 %.
    const heavier = RUBRIC.replace('{"id":"greeting",', '{"id":"greeting","weight":3,').replace(
      '{"id":"check",',
      '{"id":"check","weight":1,',
    )
    const weighted = { ...files, 'r.json': heavier.replace('"weight":3', '"weight":1'), 'n.json': heavier }
    const changed = '  changed: weight of Greeting [greeting] 1 -> 3 [same ratings, other score]'
    const { output } = await run(['diff', 'r.json', 'n.json'], weighted)
    expect(output.split('\n').slice(1, -2)).toEqual([changed])
    const derived = await run(['diff', '--derived', 'r.json', 'n.json'], weighted)
    expect(derived.output.split('\n').slice(1, -2)).toEqual([
      changed,
      'From this, 2 shares move:',
      '  changed: share of Greeting [greeting] 50 % -> 75 % [same ratings, other score]',
      '  changed: share of check 50 % -> 25 % [same ratings, other score]',
    ])
  })

  it('lists every evaluation whose score changes, with its verdict before and after', async () => {
    // greeting 2 of 3 and a yes: (2/3 + 1) / 2 = 83.33; at 3 : 1 it is 3/4 x 66.67 + 1/4 x 100 = 75.
    const weights = (one: number): string =>
      RUBRIC.replace('{"id":"greeting",', `{"id":"greeting","weight":${one},`).replace(
        '{"id":"check",',
        '{"id":"check","weight":1,',
      )
    const { output } = await run(['diff', '--evaluations', 'old.jsonl', 'r.json', 'n.json'], {
      'r.json': weights(1).replace('"passMark":60', '"passMark":80'),
      'n.json': weights(3).replace('"passMark":60', '"passMark":80'),
      'old.jsonl': [
        { ...evaluation, id: 'a', vetoes: [], ratings: { greeting: 2, check: true } },
        { ...evaluation, id: 'same', vetoes: [], ratings: { greeting: 3, check: true } },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    })
    expect(output).toContain('1 result changes:\n  a: 83.33 qualified -> 75 unqualified (-8.33)')
    expect(output).not.toContain('  same')
  })

  it('needs two sound rubrics', async () => {
    expect((await run(['diff', 'r.json'], files)).exit).toBe(2)
    expect((await run(['diff', 'r.json', 'bad.json'], { ...files, 'bad.json': '{}' })).exit).toBe(1)
  })
})
