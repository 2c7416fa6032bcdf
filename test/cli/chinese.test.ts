// Chinese output holds no English words. Every command runs in Chinese on the example data; Latin words are allowed
// only where they are names: ids of the documents, files, formats, options, commands, codes of issues.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/usage/command-list.js'
import { run } from './console-double.js'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n')

/** Names that stay Latin in Chinese text. */
const NAMES = [
  // Formats and standards.
  ...['JSON', 'JSONL', 'CSV', 'HTML', 'Markdown', 'JSON Schema', 'json', 'BOM', 'UTF-8', 'Excel', 'GitHub Actions'],
  ...['utf-8', 'gb18030', 'gbk', 'gb2312', 'utf-16', 'utf-16le', 'utf-16be'],
  // The program, variables of the environment, languages.
  ...['callgrade', 'LC_ALL', 'LC_MESSAGES', 'LANG', 'en', 'zh-CN'],
  // Coefficients and symbols of statistics: as papers and textbooks in Chinese write them.
  ...['alpha', 'kappa', 'AC', 'N', 'n', 'p', 't'],
  // Keys and values of documents and of data, in the sentences that name them.
  ...['format', 'error', 'na', 'true', 'false', 'result.maximum', 'team', 'rule', 'level', 'kind'],
  ...['callId', 'raterId', 'item', 'rating', 'evaluatorId', 'sessionId', 'heldAt', 'score', 'reference'],
  ...['vetoes', 'referenceVetoes', 'csat'],
  ...['inputs', 'seedFixedAt', 'about', 'withdrawn'],
  // Values of options, as messages list them: formats of documents, ready rubrics, reasons, labels of the example data.
  ...['rubric', 'evaluation', 'sampling-design', 'manifest', 'calendar', 'alert-policy'],
  ...['agent-scorecard', 'complaint-handling', 'conversation-quality', 'ecommerce-chat', 'inbound-enquiry'],
  ...['outbound-sales', 'outbound-service', 'satisfaction-five-dimensions', 'telecom-deduction', 'my-rubric'],
  ...['no-recording', 'recording-damaged', 'no-conversation', 'wrong-record', 'language-not-judged', 'privacy'],
  ...['morning', 'day', 'night'],
  // Time zones.
  ...['UTC', 'Asia/Shanghai'],
]

const rubric = read('rubrics/outbound-sales.json')
const policy = read('rubrics/outbound-alerts.json')
const evaluations = read('examples/data/outbound-sales-evaluations.jsonl')
const newer = rubric.replace(/"passMark": \d+/, '"passMark": 97').replace(/"version": "[^"]*"/, '"version": "2027.1"')
const calls = `${read('examples/data/calls-1999-08.csv').split('\n').slice(0, 400).join('\n')}\n`
const design = JSON.stringify({
  ...(JSON.parse(read('examples/data/monthly-sampling-1999-08.json')) as object),
  minimumTotal: 40,
  precision: undefined,
})
const [first = '{}'] = evaluations.split('\n')
const evaluation = JSON.parse(first) as { id: string; ratings: object }
const finding = {
  id: 'k1',
  kind: 'complaint',
  occurredAt: '2026-10-08T10:00:00+08:00',
  foundAt: '2026-10-08T10:05:00+08:00',
  callId: 'call-k1',
  purpose: 'targeted',
  facts: { risk: 'legal-dispute' },
}
const FINGERPRINT = 'outbound-alerts/high-risk-complaint/call=call-k1'
const reviewEvent = { evaluationId: evaluation.id, by: 'B' }
const files: Record<string, string | Uint8Array> = {
  'r.json': rubric,
  'n.json': newer,
  'bad.json': rubric.replace('"passMark"', '"passMrk"'),
  'starter.json': read('rubrics/starter-rubric.json'),
  'e.jsonl': evaluations,
  'failing.jsonl': `${first}\n{"id": "x", "rubric": "outbound-sales"}\n`,
  'p.json': policy,
  'cn.json': read('rubrics/calendar-cn-2026.json'),
  'd.json': design,
  'm.csv': calls,
  'broken.csv': `${calls}1,2\n`,
  'f.jsonl': JSON.stringify(finding),
  'v.jsonl': lines([
    { ...reviewEvent, id: '1', kind: 'scored', at: '2026-09-28T09:00:00+08:00', by: 'A', tier: 'junior' },
    { ...reviewEvent, id: '2', kind: 'published', at: '2026-09-28T10:00:00+08:00', tier: 'reviewer' },
    { ...reviewEvent, id: '3', kind: 'appealed', at: '2026-09-28T11:00:00+08:00', about: [{ item: 'greeting' }] },
    { ...reviewEvent, id: '4', kind: 'published', at: '2026-09-28T12:00:00+08:00', tier: 'reviewer' },
  ]),
  'ratings.jsonl': lines(
    [0, 1, 2, 3].flatMap((call) =>
      ['甲', '乙'].map((rater) => ({
        callId: `c${call}`,
        raterId: rater,
        item: Object.keys(evaluation.ratings)[0] ?? '',
        rating: rater === '甲' ? 5 : 4 + (call % 2),
      })),
    ),
  ),
  'c.jsonl': lines(
    Array.from({ length: 12 }, (_, call) => ({
      raterId: '甲',
      sessionId: 's1',
      heldAt: '2026-01-01T09:00:00+08:00',
      callId: `c${call}`,
      score: 80 + call,
      reference: 80,
      vetoes: [],
      referenceVetoes: [],
    })),
  ),
}

/** Ids and further names that documents and data of the tests declare; these are shown as they are. */
const declared = new Set<string>()
const NAMING = /^(id|callId|agentId|teamId|evaluatorId|raterId|sessionId|rubric|version|rubricVersion|doneBy|family)$/
const collect = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (NAMING.test(key) && typeof part === 'string') declared.add(part)
    if (['ratings', 'facts', 'fields', 'scales'].includes(key) && typeof part === 'object' && part !== null)
      for (const name of Object.keys(part)) declared.add(name)
    collect(part)
  }
}
for (const [name, content] of Object.entries(files)) {
  const text = String(content)
  if (name.endsWith('.csv')) for (const cell of text.split(/[,\n]/)) declared.add(cell)
  else for (const part of name.endsWith('.jsonl') ? text.split('\n') : [text]) if (part) collect(JSON.parse(part))
}

// Outcomes that happen to be ids of bands as well are looked for all the same.
for (const outcome of ['qualified', 'unqualified', 'scored', 'certified', 'upheld', 'rejected'])
  declared.delete(outcome)

/** English words of a Chinese text. */
function englishIn(text: string): readonly string[] {
  const known = [...declared, ...NAMES, ...COMMANDS.keys()]
    .filter((name) => /[A-Za-z]/.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => `(?<![A-Za-z])${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![A-Za-z])`)
  const rest = text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, '')
    .replace(/--[a-z-]+/g, '')
    // Codes of issues and fingerprints of alerts.
    .replace(/(?<![A-Za-z])[a-z-]+\/[A-Za-z0-9=/-]+/g, '')
    // Markup of Markdown.
    .replace(/<br>|&[a-z]+;/g, '')
    // Quotations of a document, digests, names of files.
    .replace(/"[^"]*"|`[^`]*`|\b[0-9a-f]{64}\b|SHA-256/g, '')
    .replace(/(?<![A-Za-z])[\w-]+\.(json|jsonl|csv|md)\b/g, '')
    .replace(new RegExp(known.join('|'), 'g'), '')
  return [...new Set(rest.match(/[A-Za-z][A-Za-z'-]*/g) ?? [])]
}

const policyWords = ['--policy', 'p.json', '--calendar', 'cn.json']
const OCTOBER = '2026-10-09T09:00:00+08:00'

/** Runs commands one after the other on the same files. */
async function inChinese(...commands: readonly (readonly string[])[]): Promise<string> {
  const there: Record<string, string | Uint8Array> = { ...files }
  let said = ''
  for (const words of commands) {
    const { output, errors, written = {} } = await run(words, there, { locale: 'zh-CN' })
    Object.assign(there, written)
    said += `${output}${errors}`
  }
  return said
}

describe('the words that the test looks for', () => {
  it('are found', () => {
    expect(englishIn('r.json:5:3 错误 document/unknown-key 得分 qualified，见 --lang（JSON）at most 3')).toEqual([
      'qualified',
      'at',
      'most',
    ])
  })
})

describe('Chinese output holds no English words', () => {
  const score = ['score', '--rubric', 'r.json']
  const scores: readonly string[] = [...score, '--out', 's.jsonl', 'e.jsonl']
  const sample = ['sample', '--design', 'd.json', '--seed', '2026', '--manifest', 'm.json', 'm.csv']
  const alerts = ['alerts', ...policyWords, '--as-of', OCTOBER, '--scores', 's.jsonl', '--rubric', 'r.json']
  const raised = ['alerts', ...policyWords, '--as-of', '2026-10-08T10:10:00+08:00', '--findings', 'f.jsonl']
  const state = [...raised, '--state', 'state.json']
  const track = ['track', ...policyWords, '--state', 'state.json', '--alert', FINGERPRINT, '--by', 'B']
  const review = ['review', '--rubric', 'r.json', ...policyWords, '--evaluations', 'e.jsonl', 'v.jsonl']

  it.each<[string, ...(readonly string[])[]]>([
    ['check', ['check', 'r.json', 'd.json', 'p.json', 'cn.json', 'bad.json', 'starter.json']],
    ['init', ['init', 'mine'], ['init', 'mine'], ['init', 'x y'], ['init', 'y', '--from', 'outbond-sales']],
    ['score', [...score, '--format', 'table', 'e.jsonl'], [...score, '--format', 'table', 'failing.jsonl']],
    ['schema', ['schema', 'rubrik']],
    ['plan', ['plan', '--design', 'd.json', 'm.csv'], ['plan', '--design', 'd.json', 'broken.csv']],
    ['sample, verify', [...sample, '--out', 'drawn.csv'], ['verify', '--manifest', 'm.json', 'm.csv']],
    ['verify of other data', [...sample, '--out', 'drawn.csv'], ['verify', '--manifest', 'm.json', 'broken.csv']],
    ['alerts', scores, alerts, [...alerts, '--by', 'team', '--by', 'rule', '--by', 'level', '--by', 'kind']],
    ['alerts in Markdown', scores, [...alerts, '--format', 'markdown']],
    ['due', state, ['due', ...policyWords, '--state', 'state.json', '--as-of', OCTOBER]],
    [
      'track',
      state,
      [...track, '--event', 'acknowledged', '--at', '2026-10-08T10:20:00+08:00'],
      [...track, '--event', 'closed', '--at', '2026-10-08T10:30:00+08:00'],
    ],
    ['calibrate', ['calibrate', '--rubric', 'r.json', '--reference', '甲', 'ratings.jsonl']],
    ['calibrate in Markdown', ['calibrate', '--rubric', 'r.json', '--format', 'markdown', 'ratings.jsonl']],
    ['certify', ['certify', 'c.jsonl']],
    ['review', review],
    ['diff', ['diff', '--derived', 'r.json', 'n.json'], ['diff', '--evaluations', 'e.jsonl', 'r.json', 'n.json']],
    [
      'wrong use',
      [],
      ['scor'],
      ['score'],
      ['score', '--rubrc', 'r.json'],
      ['check', 'r.json', '--lang', 'fr', '--lang', 'zh'],
      ['check', '--encoding', 'latin-1', 'r.json'],
      ['sample', '--design', 'd.json', 'm.csv'],
      ['sample', '--design', 'd.json', '--seed', '1', '--replace', 'x', 'm.csv'],
      ['plan', '--design', 'd.json', '--raters', '3', 'm.csv'],
      ['alerts', ...policyWords, '--as-of', '今天'],
      ['due', ...policyWords, '--as-of', OCTOBER, '--state', 'none.json'],
    ],
    ['files', ['check', 'absent.json'], ['score', '--rubric', 'r.json', '--out', 'e.jsonl', 'e.jsonl']],
  ])('%s', async (_, ...commands) => {
    const said = await inChinese(...commands)
    expect(said).toMatch(/\p{Script=Han}/u)
    expect(englishIn(said)).toEqual([])
  })

  it.each(['', ...COMMANDS.keys()])('callgrade %s --help', async (name) => {
    const command = await COMMANDS.get(name)?.load()
    const choices = Object.values(command?.options ?? {}).flatMap((option) => option.choices ?? [])
    const { output } = await run([...(name === '' ? [] : [name]), '--help'], {}, { locale: 'zh-CN' })
    // Examples are command lines, not prose.
    const prose = output.replace(/^ {2}callgrade .*$/gm, '').replaceAll(/[a-z0-9-]+\.(json|md|csv|jsonl)\b/g, '')
    expect(englishIn(prose).filter((word) => !choices.includes(word))).toEqual([])
  })

  it('callgrade guide and explanations', async () => {
    for (const words of [
      ['guide', 'r.json'],
      [...score, '--format', 'markdown', 'e.jsonl'],
    ])
      expect(englishIn(await inChinese(words))).toEqual([])
  })
})
