import { describe, expect, test } from 'vitest'
import { issuesOf, placesOf, read, textWith } from './refusals.js'

describe('commas', () => {
  test('a trailing comma in an object is told where it stands', () => {
    expect(placesOf(textWith({ 9: '  "result": {"passMark": 60,}' }))).toEqual(['document/trailing-comma 9:28'])
  })

  test('a trailing comma in a list is told where it stands, also when the bracket is lines below', () => {
    const line = '    {"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}, '
    // 4 spaces, then 60 characters up to and with the last brace.
    expect(placesOf(textWith({ 7: line }))).toEqual(['document/trailing-comma 7:65'])
  })

  test('a trailing comma before a comment is told with the comment', () => {
    expect(placesOf(textWith({ 9: '  "result": {"passMark": 60, /* high */ }' }))).toEqual([
      'document/trailing-comma 9:28',
      'document/comment 9:30',
    ])
  })

  test('a missing comma is told behind the value that lacks it, not at the next line', () => {
    expect(issuesOf(textWith({ 4: '  "version": "1"' }))).toMatchObject([
      { code: 'document/missing-comma', expected: ',', position: { line: 4, column: 17 } },
    ])
  })

  test('several missing commas are told in one pass', () => {
    expect(placesOf(textWith({ 3: '  "id": "mini"', 4: '  "version": "1"  ', 8: '  ]' }))).toEqual([
      'document/missing-comma 3:15',
      'document/missing-comma 4:17',
      'document/missing-comma 8:4',
    ])
  })

  test('a comma too many is told', () => {
    expect(placesOf(textWith({ 4: '  "version": "1",,' }))).toEqual(['document/syntax 4:18'])
  })
})

describe('comments', () => {
  test.each([
    { written: '  "version": "1", // first', column: 19, received: '// first' },
    { written: '  "version": /* first */ "1",', column: 14, received: '/* first */' },
  ])('$received is told', ({ written, column, received }) => {
    expect(issuesOf(textWith({ 4: written }))).toMatchObject([
      { code: 'document/comment', received, position: { line: 4, column } },
    ])
  })

  test('a comment over several lines moves no place behind it', () => {
    expect(placesOf(textWith({ 4: '  /* one\n two, "a": {\n*/ "vetos": [], "version": "1",' }))).toEqual([
      'document/comment 4:3',
      'document/unknown-key 6:4',
    ])
  })

  test('two slashes inside a string are no comment', () => {
    const result = textWith({ 5: '  "title": "https://example.org /* no */", "note": "a // b",' })
    expect(read(result).issues).toBeUndefined()
  })

  test('a comment before the document is told', () => {
    expect(placesOf(`// calls\n${textWith()}`)).toEqual(['document/comment 1:1'])
  })

  test('a comment that is never closed is told', () => {
    expect(placesOf(textWith({ 9: '  /* "result": {"passMark": 60}' }))).toEqual([
      'document/comment 9:3',
      'document/unbalanced 10:2',
    ])
  })
})

describe('brackets', () => {
  test('the end of the text names the line of the bracket that is never closed', () => {
    expect(issuesOf(textWith({ 10: '' }))).toMatchObject([
      {
        code: 'document/unbalanced',
        expected: '}',
        received: 'end of text',
        details: { openedLine: 1 },
        position: { line: 10, column: 1 },
      },
    ])
  })

  test('a wrong closing bracket names the line of the one it should close', () => {
    expect(issuesOf(textWith({ 8: '  },' }))).toMatchObject([
      {
        code: 'document/unbalanced',
        expected: ']',
        received: '}',
        details: { openedLine: 6 },
        position: { line: 8, column: 3 },
      },
    ])
  })

  test('a bracket that closes nothing is told', () => {
    expect(issuesOf(textWith({ 10: '}}' }))).toMatchObject([
      { code: 'document/unbalanced', received: '}', position: { line: 10, column: 2 } },
    ])
  })

  test('brackets inside strings do not count', () => {
    expect(read(textWith({ 5: '  "title": "}]{[",' })).issues).toBeUndefined()
  })

  test('a second document behind the first is told', () => {
    expect(placesOf(`${textWith()}\n{}`)).toEqual(['document/syntax 11:1'])
  })
})

describe('strings', () => {
  test('a string that is never closed is told where it begins', () => {
    expect(issuesOf(textWith({ 5: '  "title": "Mini,' }))).toMatchObject([
      { code: 'document/syntax', expected: '"', received: 'end of line', position: { line: 5, column: 12 } },
    ])
  })

  test('a line break inside a string is told where the string begins', () => {
    expect(placesOf(textWith({ 5: '  "title": "Mi\nni",' }))).toEqual(['document/syntax 5:12'])
  })

  test('a tab inside a string is told', () => {
    expect(placesOf(textWith({ 5: '  "title": "Mi\tni",' }))).toEqual(['document/syntax 5:12'])
  })

  test('an unknown escape is told', () => {
    const [issue] = issuesOf(textWith({ 5: '  "title": "C:\\calls",' }))
    expect(issue).toMatchObject({ code: 'document/syntax', position: { line: 5 } })
  })

  test.each(['  \'title\': "Mini",', '  title: "Mini",', '  "title": Mini,', '  "title": None,', '  "title": NaN,'])(
    '%s is no JSON',
    (line) => {
      const issues = issuesOf(textWith({ 5: line }))
      expect(issues[0]).toMatchObject({ code: 'document/syntax', position: { line: 5 } })
    },
  )

  test('half of a character pair is kept as it is, and is no id', () => {
    const text = textWith({ 5: '  "title": "a\\ud83d",' })
    expect(read(text).issues).toBeUndefined()
    expect(placesOf(textWith({ 3: '  "id": "a\\ud83d",' }))).toEqual(['document/id 3:9'])
  })
})

describe('several kinds of faults', () => {
  const text = [
    '{',
    '  "format": "callgrade/rubric@1"，',
    '  "id": "mini", // our first',
    '  "version": "1",',
    '  "title": "Mini",',
    '  "title": "Mini two",',
    '  "vetos": [],',
    '  "sections": [',
    '    {"id": "all", "items": [{"id": "solved", "kind": "yes-no"}, {"id": "polite", "scale": "fife"},]}',
    '  ],',
    '  "scales": {"five": {"levels": [{"value": １}, {"value": 2}]}},',
    '  "result": {"passMark": 160}',
    '}',
  ].join('\n')

  test('are told in one pass and in the order of the file, faults of meaning among them', () => {
    expect(placesOf(text)).toEqual([
      'document/full-width 2:33',
      'document/comment 3:17',
      'document/duplicate-key 6:3',
      'document/unknown-key 7:3',
      'rubric/unknown-name 9:91',
      'document/trailing-comma 9:98',
      'document/full-width 11:44',
      'rubric/maximum 12:26',
    ])
  })

  test('carry what was expected, received and meant', () => {
    const issues = issuesOf(text)
    expect(issues[2]).toMatchObject({ path: ['title'], received: '"title"', details: { firstLine: 5 } })
    expect(issues[3]).toMatchObject({ path: ['vetos'], received: '"vetos"', suggestion: 'vetoes' })
    expect(issues[4]).toMatchObject({
      path: ['sections', 0, 'items', 1, 'scale'],
      expected: '"five"',
      received: '"fife"',
      suggestion: 'five',
    })
    expect(issues[7]).toMatchObject({ path: ['result', 'passMark'], received: '160', details: { maximum: 100 } })
  })
})
