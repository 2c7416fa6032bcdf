import { describe, expect, test } from 'vitest'
import { faultsOf, issuesOf, textWith } from './refusals.js'

describe('a text that is no JSON document', () => {
  test.each([
    ['', 'nothing'],
    [' \r\n\t', 'nothing'],
    ['\ufeff', 'nothing'],
    ['format: callgrade/rubric@1\nid: mini', '"format: callgrade/ru"'],
    ['<!doctype html><html><body>504</body></html>', '"<!doctype html><html"'],
    ['undefined', '"undefined"'],
    ['null', '"null"'],
    ['true', '"true"'],
    ['42', '"42"'],
    ['NaN', '"NaN"'],
    ['id,version\nmini,1', '"id,version\\nmini,1"'],
    ['PK\u0003\u0004', '"PK\\u0003\\u0004"'],
  ])('%j is told as such', (text, received) => {
    expect(issuesOf(text)).toEqual([
      {
        code: 'document/not-json',
        severity: 'error',
        path: [],
        position: { line: 1, column: 1, offset: 0 },
        expected: '{',
        received,
      },
    ])
  })

  test.each(['[]', `[${textWith()}]`, '"mini"', '[[[]]]'])('%.20s is JSON but no object', (text) => {
    expect(issuesOf(text)).toMatchObject([{ code: 'document/type', path: [], expected: 'object' }])
  })

  test('an empty object lacks every key that is required, and nothing else', () => {
    expect(faultsOf('{}')).toEqual([
      'document/missing-key format',
      'document/missing-key id',
      'document/missing-key version',
      'document/missing-key title',
      'document/missing-key sections',
      'document/missing-key result',
    ])
  })

  test('another format is told first of all', () => {
    expect(issuesOf(textWith({ 2: '  "format": "callgrade/rubrik@1",' }))).toMatchObject([
      {
        code: 'document/wrong-format',
        path: ['format'],
        suggestion: 'callgrade/rubric@1',
        position: { line: 2, column: 13 },
      },
    ])
  })
})
