import { describe, expect, test } from 'vitest'
import { parseRubric } from '../../../src/rubric/index.js'
import { issuesOf, placesOf, textWith } from './refusals.js'

const withPassMark = (written: string) => textWith({ 9: `  "result": {"passMark": ${written}}` })

describe('numbers in a text', () => {
  test.each([
    ['0.1', 0.1],
    ['1.50', 1.5],
    ['60.000000000000000000000', 60],
    ['6e1', 60],
    ['0.6E+2', 60],
    ['6000e-2', 60],
    ['-0', 0],
    ['0.30000000000000004', 0.30000000000000004],
    ['5e-324', 5e-324],
    ['1e-7', 1e-7],
  ])('%s is kept to the last digit', (written, value) => {
    expect(parseRubric(withPassMark(written)).result.passMark).toBe(value)
  })

  test.each([
    ['1e400', undefined],
    ['-1e400', undefined],
    ['12345678901234567890', '12345678901234567000'],
    ['9007199254740993', '9007199254740992'],
    ['0.1000000000000000055', '0.1'],
    ['1e-400', '0'],
  ])('%s would lose digits and is refused', (written, suggestion) => {
    const [issue] = issuesOf(withPassMark(written))
    expect(issue).toMatchObject({
      code: 'document/number-precision',
      path: ['result', 'passMark'],
      received: written,
      position: { line: 9, column: 26 },
    })
    expect(issue?.suggestion).toBe(suggestion)
  })

  test('a number too large for a double is one fault, not an Infinity or a null as well', () => {
    expect(placesOf(withPassMark('1e400'))).toEqual(['document/number-precision 9:26'])
  })

  test.each(['01', '+1', '.5', '0x10', '1.', '1_000', '60%', '-', 'Infinity'])('%s is no number of JSON', (written) => {
    const [issue] = issuesOf(withPassMark(written))
    expect(issue?.position?.line).toBe(9)
    expect(issue?.code).toMatch(/^document\/(syntax|missing-comma)$/)
  })

  test('a number in quotes is not read as one, but named', () => {
    expect(issuesOf(withPassMark('"60"'))).toMatchObject([
      {
        code: 'document/type',
        path: ['result', 'passMark'],
        expected: 'number',
        received: '"60"',
        suggestion: '60',
        position: { line: 9, column: 26 },
      },
    ])
  })

  test('a long number in a string is a text like any other', () => {
    expect(parseRubric(textWith({ 4: '  "version": "12345678901234567890",' })).version).toBe('12345678901234567890')
  })
})
