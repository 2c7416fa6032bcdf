import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuickly } from '../../../src/documents/reading/read-quickly.js'
import { scanText } from '../../../src/documents/reading/scan-text.js'
import { WRITTEN_BY_PEOPLE } from '../../../src/documents/reading/size-limits.js'

const read = (text: string): object | undefined => readQuickly(text, WRITTEN_BY_PEOPLE)

describe('what may be read without a closer look', () => {
  test.each([
    ['{"a": 1, "b": [true, false, null, "x"]}'],
    ['[{"level": 5, "note": "很好，：“”"}]'],
    ['{"smile": ":)", "list": [":", "a:b"], "n": -12.5}'],
    ['{"id": "call20260301093000123456789"}'],
  ])('%s', (text) => {
    expect(read(text)).toEqual(JSON.parse(text))
  })

  test.each([
    ['a key that stands twice', '{"a": 1, "a": 2}'],
    ['a number that loses digits', '{"a": 12345678901234567890}'],
    ['a number of many digits after the point', '{"a": 0.1234567890123456789}'],
    ['a number with an exponent', '{"a": 1e400}'],
    ['negative zero', '{"a": -0}'],
    ['an escape', '{"a": "\\u0041"}'],
    ['a comment', '{"a": 1 /* one */}'],
    ['a trailing comma', '{"a": 1,}'],
    ['a full-width comma', '{"a": 1，"b": 2}'],
    ['a forbidden key', '{"__proto__": {}}'],
    ['no object or list', '"a"'],
    ['nothing', ''],
    ['too deep', `${'['.repeat(201)}${']'.repeat(201)}`],
    ['much too deep', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ])('%s is left to the scan', (_, text) => {
    expect(read(text)).toBeUndefined()
  })

  test('too many values and too many characters are left to the scan', () => {
    expect(readQuickly('[1,2,3]', { characters: 100, values: 3 })).toBeUndefined()
    expect(readQuickly('[1,2,3]', { characters: 6, values: 100 })).toBeUndefined()
    expect(readQuickly('[1,2,3]', { characters: 7, values: 4 })).toEqual([1, 2, 3])
  })

  test('whatever is read quickly has no fault in the eyes of the scan, which sees the same keys', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'{}[]:,"-.0123456789eE \\/，：“”'),
      fc.constantFrom('"a":', '"a":1', '"b":[', '{"a":{"b":2}}', '1234567890123456', 'true', 'null', '1e5', '-0'),
      fc.json(),
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.json(), fc.nat(), (pieces, json, at) => {
        const cut = at % (json.length + 1)
        for (const text of [json, json.slice(0, cut) + pieces.join('') + json.slice(cut), `{"k":${pieces.join('')}}`]) {
          const value = read(text)
          if (!value) continue
          accepted++
          const { faults, readable, repaired } = scanText(text)
          expect({ faults, readable, repaired }).toEqual({ faults: [], readable: true, repaired: text })
          expect(value).toEqual(JSON.parse(text))
        }
      }),
      { numRuns: 2_000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })
})
