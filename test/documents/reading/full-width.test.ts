import { describe, expect, test } from 'vitest'
import { parseRubric } from '../../../src/rubric/index.js'
import { issuesOf, placesOf, read, textWith } from './refusals.js'

describe('full-width and typographic characters outside strings', () => {
  test.each([
    { character: '，', right: ',', line: 4, written: '  "version": "1"，', column: 17 },
    { character: '；', right: ',', line: 4, written: '  "version": "1"；', column: 17 },
    { character: '、', right: ',', line: 4, written: '  "version": "1"、', column: 17 },
    { character: '：', right: ':', line: 4, written: '  "version"： "1",', column: 12 },
    { character: '｛', right: '{', line: 9, written: '  "result": ｛"passMark": 60}', column: 13 },
    { character: '｝', right: '}', line: 9, written: '  "result": {"passMark": 60｝', column: 28 },
    { character: '［', right: '[', line: 6, written: '  "sections": ［', column: 15 },
    { character: '］', right: ']', line: 8, written: '  ］,', column: 3 },
    { character: '【', right: '[', line: 6, written: '  "sections": 【', column: 15 },
    { character: '１', right: '1', line: 9, written: '  "result": {"passMark": １0}', column: 26 },
    { character: '０', right: '0', line: 9, written: '  "result": {"passMark": 6０}', column: 27 },
    { character: '．', right: '.', line: 9, written: '  "result": {"passMark": 60．5}', column: 28 },
    { character: '“', right: '"', line: 4, written: '  “version": "1",', column: 3 },
    { character: '”', right: '"', line: 5, written: '  "title": "Mini”,', column: 17 },
    { character: '＂', right: '"', line: 5, written: '  "title": ＂Mini",', column: 12 },
    { character: '\u3000', right: ' ', line: 4, written: '  "version":\u3000"1",', column: 13 },
    { character: '\u00a0', right: ' ', line: 4, written: '\u00a0 "version": "1",', column: 1 },
  ])('$character is named at its place with $right', ({ character, right, line, written, column }) => {
    const [issue, ...others] = issuesOf(textWith({ [line]: written }))
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      code: 'document/full-width',
      severity: 'error',
      received: character,
      expected: right,
      suggestion: right,
      position: { line, column },
    })
  })

  test('both quotes of a key in curly quotes are named', () => {
    expect(placesOf(textWith({ 4: '  “version”: "1",' }))).toEqual([
      'document/full-width 4:3',
      'document/full-width 4:11',
    ])
  })

  test.each([
    { written: '“请说「您好」，再见”', columns: [14, 24] },
    { written: '「请说『您好』，再见」', columns: [14, 24] },
    { written: '"请说「您好」，再见”', columns: [24] },
    { written: '“请说「您好」"', columns: [14] },
    { written: '「您好”', columns: [14, 17] },
    { written: '「您好』', columns: [14, 17] },
  ])('quotes within $written belong to the text', ({ written, columns }) => {
    expect(placesOf(textWith({ 4: `  "version": ${written},` }))).toEqual(
      columns.map((column) => `document/full-width 4:${column}`),
    )
  })

  test.each([
    { opening: '“', closing: '”' },
    { opening: '„', closing: '‟' },
    { opening: '＂', closing: '＂' },
    { opening: '「', closing: '」' },
    { opening: '『', closing: '』' },
  ])('the quotes $opening and $closing around a value are named, and nothing else', ({ opening, closing }) => {
    const wide = (line: number, column: number): string => `document/full-width ${line}:${column}`
    expect(placesOf(textWith({ 4: `  "version": ${opening}1${closing},` }))).toEqual([wide(4, 14), wide(4, 16)])
    expect(placesOf(textWith({ 4: `  "version": "1${closing},` }))).toEqual([wide(4, 16)])
    expect(placesOf(textWith({ 4: `  "version": ${opening}1",` }))).toEqual([wide(4, 14)])
  })

  test('a corner quote before a wide colon closes a key', () => {
    expect(placesOf(textWith({ 4: '  "version」：「1」，' }))).toEqual(
      [11, 12, 13, 15, 16].map((column) => `document/full-width 4:${column}`),
    )
  })

  test('a whole line typed on a Chinese keyboard is told character by character', () => {
    expect(placesOf(textWith({ 4: '  “version”：“１”，' }))).toEqual([
      'document/full-width 4:3',
      'document/full-width 4:11',
      'document/full-width 4:12',
      'document/full-width 4:13',
      'document/full-width 4:15',
      'document/full-width 4:16',
    ])
  })

  test('a full-width digit behind a comma is no trailing comma', () => {
    // {"levels": [1, ２]} : the digit is the 16th character.
    const issues = issuesOf('{"levels": [1, ２]}').filter(({ received }) => received !== '"levels"')
    expect(issues.filter(({ code }) => code !== 'document/missing-key')).toMatchObject([
      { code: 'document/full-width', received: '２', suggestion: '2', position: { line: 1, column: 16 } },
    ])
  })

  test('a full-width comma before a closing bracket is told, and nothing is told that is not there', () => {
    const issues = issuesOf(textWith({ 9: '  "result": {"passMark": 60，}' }))
    expect(issues[0]).toMatchObject({ code: 'document/full-width', position: { line: 9, column: 28 } })
    for (const { code, position } of issues) {
      expect(['document/full-width', 'document/trailing-comma']).toContain(code)
      expect(position).toMatchObject({ line: 9, column: 28 })
    }
  })

  test('characters behind a mended one keep their place', () => {
    expect(
      placesOf(textWith({ 4: '  "version"：  "1"， "vetos": [],', 9: '  "result": {"passMark": 60，}' })).slice(0, 4),
    ).toEqual([
      'document/full-width 4:12',
      'document/full-width 4:18',
      'document/unknown-key 4:20',
      'document/full-width 9:28',
    ])
  })
})

describe('full-width characters inside strings', () => {
  const SPOKEN = '您好，请问“１号”方案：｛A｝［B］；可以吗？'

  test('are left alone, and the text is read', () => {
    expect(parseRubric(textWith({ 5: `  "title": "${SPOKEN}",` })).title).toBe(SPOKEN)
  })

  test('are left alone beside faults outside', () => {
    expect(placesOf(textWith({ 5: `  "title"： "${SPOKEN}",` }))).toEqual(['document/full-width 5:10'])
  })

  test('are left alone behind an escaped quote and a backslash', () => {
    const title = `\\"${SPOKEN}\\\\`
    expect(parseRubric(textWith({ 5: `  "title": "${title}",` })).title).toBe(`"${SPOKEN}\\`)
  })

  test('are no ids', () => {
    expect(placesOf(textWith({ 3: '  "id": "mini，２",' }))).toEqual(['document/id 3:9'])
  })
})

describe('a byte-order mark', () => {
  test('is ignored', () => {
    expect(read(`\ufeff${textWith()}`).success).toBe(true)
    expect(parseRubric(`\ufeff${textWith()}`)).toEqual(parseRubric(textWith()))
  })

  test('moves no place', () => {
    const text = textWith({ 1: '{ "vetos": [],' })
    const [issue] = issuesOf(`\ufeff${text}`)
    expect(issue?.position).toEqual({ line: 1, column: 3, offset: 2 })
    expect(issuesOf(`\ufeff${text}`)).toEqual(issuesOf(text))
  })

  test('is a fault where it stands inside the text', () => {
    expect(placesOf(textWith({ 4: '  \ufeff"version": "1",' }))).toEqual(['document/full-width 4:3'])
  })
})
