import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../src/issues/excerpt-of.js'
import { CallgradeError } from '../../src/issues/index.js'
import { refuse } from '../../src/issues/refuse.js'

function thrownBy(run: () => void): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

describe('refuse', () => {
  it('throws one issue with the code, the place and an excerpt of the argument', () => {
    const error = thrownBy(() => refuse('statistics/argument', ['confidence'], '> 0, < 1', 95, '0.95'))
    expect(error).toBeInstanceOf(CallgradeError)
    expect(error).toMatchObject({
      issues: [
        {
          code: 'statistics/argument',
          severity: 'error',
          path: ['confidence'],
          expected: '> 0, < 1',
          received: '95',
          suggestion: '0.95',
        },
      ],
    })
  })

  it('leaves the suggestion out where there is none', () => {
    const error = thrownBy(() => refuse('sampling/argument', ['total'], 'integer >= 0', undefined))
    expect(error).toHaveProperty('issues', [
      {
        code: 'sampling/argument',
        severity: 'error',
        path: ['total'],
        expected: 'integer >= 0',
        received: 'undefined',
      },
    ])
  })
})

describe('excerptOf', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [Number.NaN, 'NaN'],
    [12n, 'bigint'],
    ['a"b', '"a\\"b"'],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [[1, [2], { a: 3 }], '[1,[…],{"a"}]'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, '{"a", "b", "c", "d", "e", …}'],
  ])('case %#', (value, excerpt) => {
    expect(excerptOf(value)).toBe(excerpt)
  })

  it('does not call code of the value', () => {
    const hostile = {
      toJSON: () => {
        throw new Error('called')
      },
    }
    expect(excerptOf(hostile)).toBe('{"toJSON"}')
  })
})
