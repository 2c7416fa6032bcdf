import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { jsonLines, run } from './console-double.js'

const RUBRIC = `{
  "format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini",
  "scales": { "five": { "levels": [ {"value": 1}, {"value": 2}, {"value": 3}, {"value": 4}, {"value": 5} ] } }, "defaultScale": "five",
  "sections": [ { "id": "talk", "items": [ {"id": "greeting", "weight": 2}, {"id": "answer", "weight": 1} ] } ],
  "vetoes": [ {"id": "abuse"} ],
  "result": { "passMark": 80 }
}`
const good = (id: string, greeting = 5): string =>
  JSON.stringify({ id, rubric: 'mini', ratings: { greeting, answer: 4 }, vetoes: [] })
// 100 x (2 x 5/5 + 1 x 4/5) / 3 = 93.33
const SCORE_OF_GOOD = 93.33

describe('callgrade check', () => {
  it('says ok for a sound rubric and ends with 0', async () => {
    const described = RUBRIC.replaceAll(/\{"value": (\d)\}/g, '{"value": $1, "description": "means $1"}')
    expect(await run(['check', 'r.json'], { 'r.json': described })).toEqual({
      exit: 0,
      output: 'r.json: ok, rubric mini 1\n',
      errors: '',
    })
  })

  it('prints file:line:column severity code message for each fault and ends with 1', async () => {
    const { exit, output } = await run(['check', 'r.json'], { 'r.json': RUBRIC.replace('"vetoes"', '"vetos"') })
    expect(exit).toBe(1)
    // Line 5 of the text, behind two blanks.
    expect(output).toBe(
      'r.json:5:3 error document/unknown-key The key "vetos" is not known here. Did you mean "vetoes"? Rename it, or remove it.\n',
    )
  })

  it('says it in Chinese by --lang and by the environment', async () => {
    const files = { 'r.json': RUBRIC.replace('"vetoes"', '"vetos"') }
    for (const outcome of [
      await run(['check', '--lang', 'zh-CN', 'r.json'], files),
      await run(['check', 'r.json'], files, { environment: { LANG: 'zh_CN.UTF-8' } }),
    ]) {
      expect(outcome.output).toMatch(/^r\.json:5:3 错误 document\/unknown-key .*\p{Script=Han}.*"vetoes"/u)
    }
  })

  it('checks every file named, also behind a faulty one', async () => {
    const { exit, output } = await run(['check', 'bad.json', 'r.json'], { 'bad.json': '{', 'r.json': RUBRIC })
    expect(exit).toBe(1)
    expect(output).toContain('bad.json:1:2 error document/unbalanced')
    expect(output).toContain('r.json: ok')
  })

  it('reads gb18030 when told to, and says what to do when not', async () => {
    // 外呼 in GB 18030 is CD E2 BA F4.
    const bytes = Buffer.concat([Buffer.from(RUBRIC.replace('"title": "Mini"', '"title": "'), 'latin1')])
    const cut = bytes.indexOf('"title": "') + '"title": "'.length
    const encoded = Buffer.concat([
      bytes.subarray(0, cut),
      Buffer.from([0xcd, 0xe2, 0xba, 0xf4]),
      Buffer.from('"'),
      bytes.subarray(cut),
    ])
    expect((await run(['check', '--encoding', 'gb18030', 'r.json'], { 'r.json': encoded })).exit).toBe(0)
    const wrong = await run(['check', 'r.json'], { 'r.json': encoded })
    expect(wrong.exit).toBe(1)
    expect(wrong.errors).toBe(
      'r.json is not valid utf-8 (line 2). Save it as UTF-8, or say how it is encoded: --encoding gb18030.\n',
    )
  })
})

describe('callgrade check of an alert policy', () => {
  const POLICY = `{
  "format": "callgrade/alert-policy@1", "id": "mini", "version": "1", "title": "Mini",
  "roles": [ {"id": "leader"}, {"id": "it"} ], "fromScores": [ {"kind": "veto"} ],
  "levels": [ {"id": "red", "duties": [ {"id": "cause", "doneBy": "reported", "within": {"hours": 24}, "assignTo": ["leader"]} ]} ],
  "rules": [ {"id": "veto", "kinds": ["veto"], "groupBy": ["call"], "steps": [ {"level": "red", "count": {"atLeast": 1}} ]} ]
}`
  const WARNING = 'p.json:3:39 warning alerts/unused The role "it" is declared and never used. Use it, or remove it.\n'

  it('says ok, in both languages', async () => {
    const files = { 'p.json': POLICY.replace(', {"id": "it"}', '') }
    expect(await run(['check', '--strict', 'p.json'], files)).toMatchObject({
      exit: 0,
      output: 'p.json: ok, alert policy mini 1\n',
    })
    expect((await run(['check', '--lang', 'zh-CN', 'p.json'], files)).output).toBe('p.json：正常，预警策略 mini 1\n')
  })

  it('prints warnings and is fine all the same', async () => {
    const { exit, output } = await run(['check', 'p.json'], { 'p.json': POLICY })
    expect([exit, output]).toEqual([0, `${WARNING}p.json: ok, alert policy mini 1\n`])
  })

  it('counts warnings as faults with --strict', async () => {
    const { exit, output } = await run(['check', '--strict', 'p.json'], { 'p.json': POLICY })
    expect([exit, output]).toEqual([1, WARNING])
  })

  it('prints faults alone where there are any', async () => {
    const { exit, output } = await run(['check', 'p.json'], { 'p.json': POLICY.replace('["leader"]', '["leder"]') })
    expect(exit).toBe(1)
    expect(output).toMatch(/^p\.json:4:\d+ error alerts\/unknown-name .*Did you mean "leader"\?.*\n$/)
  })
})

describe('callgrade score', () => {
  const files = (evaluations: string): Record<string, string> => ({ 'r.json': RUBRIC, 'e.jsonl': evaluations })
  const score = ['score', '--rubric', 'r.json', 'e.jsonl']

  it('prints one result a line for JSON lines, whatever the line ends, blank lines and byte-order mark', async () => {
    const { exit, output } = await run(score, files(`\ufeff${good('a')}\r\n\r\n${good('b')}\n${good('c')}`))
    expect(exit).toBe(0)
    expect(jsonLines(output).map(({ evaluationId, score: points }) => [evaluationId, points])).toEqual([
      ['a', SCORE_OF_GOOD],
      ['b', SCORE_OF_GOOD],
      ['c', SCORE_OF_GOOD],
    ])
  })

  it('takes a JSON array, one value over several lines, and values one after the other', async () => {
    const pretty = JSON.stringify(JSON.parse(good('a')), null, 2)
    for (const [text, ids] of [
      [`[${good('a')}, ${good('b')}]`, ['a', 'b']],
      [JSON.stringify([JSON.parse(good('a')), JSON.parse(good('b'))], null, 2), ['a', 'b']],
      [pretty, ['a']],
      [`${pretty}\n${pretty.replace('"a"', '"b"')}`, ['a', 'b']],
      ['[]', []],
    ] as const) {
      for (const pieceLength of [1, 10, 100_000]) {
        const { output, exit } = await run(score, files(text), { pieceLength })
        expect(jsonLines(output).map(({ evaluationId }) => evaluationId)).toEqual(ids)
        expect(exit).toBe(0)
      }
    }
  })

  it('reads standard input for -', async () => {
    const { output } = await run(['score', '--rubric', 'r.json', '-'], { 'r.json': RUBRIC, '-': good('a') })
    expect(jsonLines(output)[0]?.score).toBe(SCORE_OF_GOOD)
  })

  it('reports a faulty evaluation in its place, with line, code and messages, and scores the rest', async () => {
    const { exit, output, errors } = await run(
      score,
      files([good('a'), good('b', 7), '{"id": "c", oops', good('d')].join('\n')),
    )
    const lines = jsonLines(output)
    expect(exit).toBe(1)
    expect(lines.map(({ evaluationId, line }) => [evaluationId, line])).toEqual([
      ['a', undefined],
      ['b', 2],
      [undefined, 3],
      ['d', undefined],
    ])
    expect(lines[1]).toMatchObject({
      error: {
        code: 'evaluation/off-scale',
        issues: [{ path: ['ratings', 'greeting'], position: { line: 2, column: 49 } }],
      },
    })
    expect((lines[1] as { error: { issues: { message: string }[] } }).error.issues[0]?.message).toContain('greeting')
    expect(lines[2]).toMatchObject({ error: { code: 'document/unbalanced', issues: [{ position: { line: 3 } }] } })
    expect(errors).toBe('2 of 4 evaluations could not be scored; their lines hold "error".\n')
  })

  it('places faults inside an array by line and column of the file', async () => {
    const { output } = await run(score, files(`[\n  ${good('a')},\n  ${good('b', 9)}\n]`))
    // Two blanks before the value: column 49 of the line alone is column 51 of the file.
    expect(jsonLines(output)[1]).toMatchObject({ error: { issues: [{ position: { line: 3, column: 51 } }] } })
  })

  it('tells what is wrong between the values of an array and goes on', async () => {
    const { exit, output } = await run(score, files(`[${good('a')} ${good('b')}，${good('c')},]`))
    expect(exit).toBe(1)
    const lines = jsonLines(output)
    expect(lines.map((line) => line.evaluationId ?? (line.error as { code: string }).code)).toEqual([
      'a',
      'document/missing-comma',
      'b',
      'document/full-width',
      'c',
      'document/trailing-comma',
    ])
  })

  it('says that an array is not closed, and keeps what was scored', async () => {
    const { exit, output } = await run(score, files(`[${good('a')}`))
    expect(exit).toBe(1)
    expect(jsonLines(output).map((line) => line.evaluationId ?? (line.error as { code: string }).code)).toEqual([
      'a',
      'document/unbalanced',
    ])
  })

  it('gives the explanation with --explain', async () => {
    const { output } = await run([...score, '--explain'], files(good('a')))
    expect(jsonLines(output)[0]).toMatchObject({
      score: SCORE_OF_GOOD,
      explanation: {
        tree: [
          {
            id: 'talk',
            points: '280/3',
            children: [
              { id: 'greeting', points: '200/3' },
              { id: 'answer', points: '80/3' },
            ],
          },
        ],
      },
    })
  })

  it('scores each evaluation by the rubric that it names', async () => {
    const other = RUBRIC.replace('"id": "mini"', '"id": "other"').replace('"weight": 2', '"weight": 1')
    const { output } = await run(['score', '--rubric', 'r.json', '--rubric', 'o.json', 'e.jsonl'], {
      'r.json': RUBRIC,
      'o.json': other,
      'e.jsonl': `${good('a')}\n${good('b').replace('mini', 'other')}\n${good('c').replace('mini', 'othr')}`,
    })
    // Equal weights: (100 + 80) / 2 = 90.
    expect(jsonLines(output).map(({ score: points, error }) => points ?? (error as { code: string }).code)).toEqual([
      SCORE_OF_GOOD,
      90,
      'scoring/no-rubric',
    ])
  })

  it('tells the faults of a rubric and scores nothing', async () => {
    const { exit, output, errors } = await run(score, {
      'r.json': RUBRIC.replace('"passMark": 80', '"passMark": "80"'),
      'e.jsonl': good('a'),
    })
    expect([exit, output]).toEqual([1, ''])
    expect(errors).toContain('r.json:6:27 error document/type')
  })

  it('reads evaluations in GB 18030 with a rubric in either encoding', async () => {
    // 坐席 in GB 18030 is D7 F8 CF AF.
    const [before = '', behind = ''] = good('a').replace('{', '{"agentId":"*",').split('*')
    const evaluations = Buffer.concat([Buffer.from(before), Buffer.from([0xd7, 0xf8, 0xcf, 0xaf]), Buffer.from(behind)])
    const utf8 = RUBRIC.replace('"title": "Mini"', '"title": "外呼"')
    // 外呼 in GB 18030 is CD E2 BA F4.
    const [head = '', tail = ''] = RUBRIC.replace('"title": "Mini"', '"title": "*"').split('*')
    const gb18030 = Buffer.concat([Buffer.from(head), Buffer.from([0xcd, 0xe2, 0xba, 0xf4]), Buffer.from(tail)])
    for (const rubric of [utf8, gb18030]) {
      const outcome = await run([...score, '--encoding', 'gb18030'], { 'r.json': rubric, 'e.jsonl': evaluations })
      expect(jsonLines(outcome.output)[0]).toMatchObject({ agentId: '坐席', score: SCORE_OF_GOOD })
    }
  })

  it('refuses bytes that are no text, after telling what was scored before', async () => {
    const bytes = Buffer.concat([Buffer.from(`${good('a')}\n`), Buffer.from([0xff, 0xfe])])
    const { exit, output, errors } = await run(score, { 'r.json': RUBRIC, 'e.jsonl': bytes }, { pieceLength: 40 })
    expect([exit, jsonLines(output).length]).toEqual([1, 1])
    expect(errors).toContain('e.jsonl is not valid utf-8 (line 2)')
  })

  it('says that a file holds nothing', async () => {
    expect(await run(score, files(' \n'))).toEqual({ exit: 0, output: '', errors: 'e.jsonl holds no evaluations.\n' })
  })
})

describe('callgrade schema', () => {
  it('lists the names and prints valid JSON Schemas that are the published ones', async () => {
    expect((await run(['schema'])).output).toBe(
      'rubric\nevaluation\nsampling-design\nmanifest\ncalendar\nalert-policy\n',
    )
    for (const name of ['rubric', 'evaluation', 'calendar', 'alert-policy']) {
      const { exit, output } = await run(['schema', name])
      expect(exit).toBe(0)
      expect(new Ajv2020({ strict: false, formats: {} }).compile(JSON.parse(output) as object)).toBeTypeOf('function')
      expect(output).toBe(readFileSync(new URL(`../../rubrics/schema/${name}.schema.json`, import.meta.url), 'utf8'))
    }
  })
})

describe('wrong use', () => {
  it.each([
    [[], 'Say what to do.'],
    [['chek', 'x'], 'There is no command "chek". Did you mean "check"?'],
    [['check'], 'Name at least one file to check.'],
    [['check', 'absent.json'], 'absent.json cannot be read: there is no such file or folder.'],
    [['score', 'e.jsonl'], 'Name the rubric: --rubric FILE.'],
    [['score', '--rubric', 'r.json'], 'Name one file of evaluations'],
    [['score', '--rubric', 'r.json', 'a', 'b'], 'Name one file of evaluations'],
    [
      ['schema', 'rubrik'],
      'There is no schema "rubrik". Did you mean "rubric"? Known are: rubric, evaluation, sampling-design, manifest, calendar, alert-policy.',
    ],
    [['schema', '--explain'], 'callgrade schema takes no --explain.'],
    [['check', '--nonsense', 'x'], 'callgrade check takes no --nonsense.'],
    [['check', '--lang', 'fr', 'x'], 'There is no language "fr". Use en or zh-CN.'],
    [
      ['check', '--encoding', 'latin1', 'x'],
      'The encoding "latin1" is not known. Use one of: utf-8, gb18030, gbk, gb2312, utf-16, utf-16le, utf-16be.',
    ],
  ])('%j ends with 2 and says: %s', async (words, sentence) => {
    const { exit, errors, output } = await run(words, { 'r.json': RUBRIC })
    expect([exit, output]).toEqual([2, ''])
    expect(errors).toContain(sentence)
    expect(errors).toMatch(/callgrade (\w+ )?--help/)
  })

  it('prints help in both languages and the version', async () => {
    expect((await run(['--help'])).output).toContain('Exit code: 0 fine')
    expect((await run(['--help', '--lang', 'zh'])).output).toContain('退出码：0 正常')
    expect(await run(['--version'])).toEqual({ exit: 0, output: '9.9.9\n', errors: '' })
  })
})

describe('callgrade check of what is legal but wrong', () => {
  const unused = RUBRIC.replace('"sections"', '"tags": [{"id": "tone"}], "sections"').replaceAll(
    /\{"value": (\d)\}/g,
    '{"value": $1, "description": "means $1"}',
  )

  it('warns and ends with 0, or with 1 by --strict', async () => {
    const lenient = await run(['check', 'r.json'], { 'r.json': unused })
    expect(lenient.exit).toBe(0)
    expect(lenient.output).toMatch(/^r\.json:4:\d+ warning rubric\/unused The tag "tone" is declared and never used\./)
    expect(lenient.output).toContain('r.json: ok')
    const strict = await run(['check', '--strict', 'r.json'], { 'r.json': unused })
    expect([strict.exit, strict.output.includes('r.json: ok')]).toEqual([1, false])
  })

  it('says it to GitHub in the words of its command lines', async () => {
    const { output } = await run(['check', '--format', 'github', 'a,b.json'], { 'a,b.json': unused })
    expect(output).toMatch(/^::warning file=a%2Cb\.json,line=4,col=\d+,title=rubric\/unused::The tag "tone" is/)
  })

  it('says it as JSON', async () => {
    const { output, exit } = await run(['check', '--format', 'json', 'r.json', 'bad.json'], {
      'r.json': unused,
      'bad.json': '{}',
    })
    expect(exit).toBe(1)
    const reports = JSON.parse(output) as readonly { issues: readonly object[] }[]
    expect(reports).toMatchObject([
      {
        file: 'r.json',
        ok: true,
        kind: 'rubric',
        id: 'mini',
        version: '1',
        issues: [{ code: 'rubric/unused', severity: 'warning', position: { line: 4 } }],
      },
      { file: 'bad.json', ok: false },
    ])
  })

  it('knows the day by the clock and the zone of the rubric', async () => {
    // The clock of these tests stands at noon of 15 June in UTC, which is the 16th on Kiritimati.
    const text = (zone: string): string =>
      unused
        .replace('"tags": [{"id": "tone"}],', `"timeZone": "${zone}",`)
        .replace(
          '{"id": "answer",',
          '{"id": "answer", "guidance": {"5": {"examples": [{"verdict": "good", "text": "x", "through": "2026-06-15"}]}},',
        )
    expect((await run(['check', '--strict', 'r.json'], { 'r.json': text('UTC') })).exit).toBe(0)
    const later = await run(['check', '--strict', 'r.json'], { 'r.json': text('Pacific/Kiritimati') })
    expect(later.output).toContain('rubric/example-expired')
  })

  it('refuses a format that it does not know', async () => {
    const { exit, errors } = await run(['check', '--format', 'xml', 'r.json'], { 'r.json': RUBRIC })
    expect([exit, errors.split('\n')[0]]).toEqual([2, '--format knows no "xml". Use one of: text, json, github.'])
  })
})

describe('callgrade init', () => {
  it('writes a starter rubric of that id, sound and without warnings, and its schema beside it', async () => {
    const { exit, written = {}, output } = await run(['init', 'qa/我的标准'])
    expect([exit, Object.keys(written)]).toEqual([0, ['qa/我的标准.json', 'qa/rubric.schema.json']])
    expect(output).toContain('callgrade check --strict qa/我的标准.json')
    const text = written['qa/我的标准.json'] ?? ''
    expect(JSON.parse(text)).toMatchObject({ id: '我的标准', $schema: './rubric.schema.json' })
    expect(await run(['check', '--strict', 'x.json'], { 'x.json': text })).toMatchObject({ exit: 0 })
  })

  it('copies a ready rubric by its name, or under another', async () => {
    const same = await run(['init', 'outbound-sales'])
    expect(JSON.parse(same.written?.['outbound-sales.json'] ?? '')).toMatchObject({ id: 'outbound-sales' })
    const other = await run(['init', 'loans.json', '--from', 'outbound-sales'])
    expect(JSON.parse(other.written?.['loans.json'] ?? '')).toMatchObject({
      id: 'loans',
      title: { en: 'Outbound sales calls' },
    })
  })

  it('overwrites nothing', async () => {
    const { exit, written, errors } = await run(['init', 'mine'], { 'mine.json': 'kept' })
    expect([exit, written]).toEqual([2, undefined])
    expect(errors).toContain('mine.json is there already')
    const kept = await run(['init', 'mine'], { 'rubric.schema.json': 'kept' })
    expect([kept.exit, Object.keys(kept.written ?? {})]).toEqual([0, ['mine.json']])
  })

  it.each([
    [[], 'Name one rubric'],
    [['x y'], 'cannot be the id'],
    [['mine', '--from', 'nothing'], 'There is no ready rubric "nothing"'],
  ])('refuses %j', async (words, message) => {
    const { exit, errors } = await run(['init', ...words])
    expect([exit, errors.includes(message)]).toEqual([2, true])
  })
})

describe('callgrade score --format', () => {
  const evaluations = [
    good('e1'),
    '{"id": "e2", "rubric": "mini", "ratings": {}, "vetoes": []}',
    JSON.stringify({
      id: 'e,3',
      rubric: 'mini',
      agentId: 'A01',
      ratings: { greeting: 5, answer: 5 },
      vetoes: ['abuse'],
    }),
  ]
  const files = { 'r.json': RUBRIC, 'e.jsonl': `${evaluations.join('\n')}\n` }

  it('csv has the same columns in every line, and failures in their place', async () => {
    const { exit, output } = await run(['score', '--rubric', 'r.json', '--format', 'csv', '--no-bom', 'e.jsonl'], files)
    expect(exit).toBe(1)
    expect(output.split('\n')).toEqual([
      'evaluationId,rubric,rubricVersion,businessType,callId,callAt,date,agentId,teamId,evaluatorId,purpose,status,rawScore,score,verdict,band,section:talk,actions,vetoes,gates,bonuses,undetermined,line,errorCode,error',
      `e1,mini,1,,,,,,,,,scored,${SCORE_OF_GOOD},${SCORE_OF_GOOD},qualified,,${SCORE_OF_GOOD},,,,,,,,`,
      expect.stringMatching(/^e2,{21},2,evaluation\/unanswered,/),
      '"e,3",mini,1,,,,,A01,,,,scored,100,0,unqualified,,100,,abuse,,,,,,',
      '',
    ])
  })

  it('csv begins with a byte-order mark where Excel is to read it', async () => {
    const { output } = await run(['score', '--rubric', 'r.json', '--format', 'csv', 'e.jsonl'], files)
    expect(output.startsWith('\ufeffevaluationId,')).toBe(true)
  })

  it('table is for people, with what all come to below', async () => {
    const { output } = await run(
      ['score', '--rubric', 'r.json', '--format', 'table', '--lang', 'zh-CN', 'e.jsonl'],
      files,
    )
    const lines = output.split('\n')
    expect(lines[0]).toMatch(/^评价 +坐席 +业务类型 +原始分 +得分 +结论/)
    expect(lines[1]).toMatch(/^e1 +93\.33 +93\.33 +合格/)
    // (93.33 + 0) / 2 = 46.665, of which half qualified and half vetoed
    expect(lines.at(-2)).toMatch(/^已打分 2 条，有差错 1 条，平均分 46\.6[67]，合格率 50\.0 %，一票否决率 50\.0 %$/)
  })

  it('markdown explains every score for people, and says why an evaluation has none', async () => {
    const { exit, output } = await run(
      ['score', '--rubric', 'r.json', '--explain', '--format', 'markdown', 'e.jsonl'],
      files,
    )
    expect(exit).toBe(1)
    expect(output.match(/^## .*$/gm)).toHaveLength(3)
    // 2 of 3 parts at 100 %, 1 of 3 at 80 %: 66.67 + 26.67.
    expect(output).toMatch(/greeting \| 66\.6\d \| 66\.67 % /)
    expect(output).toContain('## e2\n\nevaluation/unanswered')
  })

  it('leaves explanations to JSON lines and Markdown', async () => {
    const { exit } = await run(['score', '--rubric', 'r.json', '--format', 'csv', '--explain', 'e.jsonl'], files)
    expect(exit).toBe(2)
  })
})
