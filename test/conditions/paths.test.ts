import { describe, expect, it } from 'vitest'
import { resolveFactPath } from '../../src/conditions/index.js'
import { compile, faultsOf, issuesOf, leaf } from './issues-of.js'

const withPath = (path: unknown) => ({ all: [leaf({ fact: 'customer', operator: 'equal', value: 1, path })] })

describe('paths', () => {
  it('reach members of objects and elements of lists, in either notation', () => {
    const customer = { a: { b: [{ c: 1 }], 'c d': 1 }, list: [0, [1]] }
    for (const path of ['$.a.b[0].c', '$["a"]["b"][0]["c"]', '$.a["b"][0].c', '$.a["c d"]', '$.list[1][0]'])
      expect(compile(withPath(path)).test({ customer }), path).toBe(true)
  })

  it('reach into a list from its own outset', () => {
    const condition = { all: [leaf({ fact: 'keywords', operator: 'equal', value: 'refund', path: '$[1]' })] }
    expect(compile(condition).test({ keywords: ['hello', 'refund'] })).toBe(true)
  })

  it('take member names in letters of any script, with digits, underscores and hyphens', () => {
    for (const name of ['客户等级', 'ağırlık', 'проверка', 'हिन्दी', '_a-1', '2025', 'été', '𠮷'])
      expect(compile(withPath(`$.${name}`)).test({ customer: { [name]: 1 } }), name).toBe(true)
  })

  it('take any member name in quotes, with JSON escapes', () => {
    for (const name of ['a.b', 'a b', "it's", 'say "x"', 'back\\slash', 'tab\t', '*', '..', '?(@.x)', '', '😀'])
      expect(compile(withPath(`$[${JSON.stringify(name)}]`)).test({ customer: { [name]: 1 } }), name).toBe(true)
    expect(compile(withPath('$["\\u5ba2"]')).test({ customer: { 客: 1 } })).toBe(true)
  })

  it('keep upper and lower case, and composed and decomposed letters, apart', () => {
    expect(compile(withPath('$.Tier')).test({ customer: { tier: 1 } })).toBeUndefined()
    expect(compile(withPath('$.e\u0301')).test({ customer: { '\u00e9': 1 } })).toBeUndefined()
  })

  it('take 16 steps and refuse 17', () => {
    const nested = (steps: number): unknown => (steps === 0 ? 1 : { a: nested(steps - 1) })
    expect(compile(withPath(`$${'.a'.repeat(16)}`)).test({ customer: nested(16) })).toBe(true)
    expect(issuesOf(() => compile(withPath(`$${'.a'.repeat(17)}`)))).toMatchObject([
      { code: 'conditions/path', path: ['all', 0, 'path'], details: { maximum: 16 } },
    ])
  })

  const refused: Readonly<Record<string, readonly string[]>> = {
    wildcards: ['$.*', '$[*]', '$.a[*].b', '$.a.*'],
    'recursive descent': ['$..a', '$..', '$.a..b', '$..*'],
    filters: ['$[?(@.a)]', '$.a[?(@.b == 1)]', '$.a[?(@.b.match(/(x+x+)+y/))]'],
    scripts: ['$[(@.length-1)]', '$.a[(1+1)]', '$[(this.constructor.constructor("return process")())]'],
    'slices and unions': ['$[0:2]', '$[0,1]', '$["a","b"]', '$[-1]', '$[1.5]'],
    "jsonpath-plus's own": ['$.a^', '$.a~', '$.`parent', '$.a@string()', '$.a.@property'],
    'what is no path': [
      '',
      '$',
      '$.',
      '$.a.',
      '$a',
      'a',
      'a.b',
      '.a',
      '$[a]',
      "$['a']",
      '$["a]',
      '$["a"',
      '$.a b',
      '$ .a',
      '$.a ',
      ' $.a',
    ],
    'endless paths': [`$.${'a'.repeat(3_000)}`],
  }
  for (const [what, paths] of Object.entries(refused)) {
    it(`refuse ${what}`, () => {
      for (const path of paths) {
        expect(faultsOf(withPath(path)), path).toEqual(['conditions/path at all.0.path'])
        expect(faultsOf({ all: [leaf({ value: { fact: 'customer', path } })] }), path).toEqual([
          'conditions/path at all.0.value.path',
        ])
        expect(resolveFactPath({ a: 1 }, path), path).toBeUndefined()
      }
    })
  }

  it('refuse quoted names that are no JSON, such as one with a line break in it', () => {
    for (const path of ['$["a\nb"]', '$["a\tb"]', '$["\u0000"]', '$["\\x"]', '$["\\u12"]'])
      expect(faultsOf(withPath(path)), JSON.stringify(path)).toEqual(['conditions/path at all.0.path'])
    expect(resolveFactPath({ 'a\nb': 1 }, '$["a\nb"]')).toBeUndefined()
  })

  it('refuse what is no text', () => {
    for (const path of [null, 5, ['$.a'], { a: 1 }])
      expect(faultsOf(withPath(path))).toEqual(['conditions/path at all.0.path'])
  })

  it('are refused on facts that have no parts', () => {
    for (const fact of ['csat', 'product', 'isRepeat'])
      expect(issuesOf(() => compile({ all: [leaf({ fact, operator: 'equal', path: '$.a' })] }))).toMatchObject([
        { code: 'conditions/path', path: ['all', 0, 'path'], expected: 'list | object' },
      ])
  })

  it('lead to unknown where nothing is, and never to what is inherited', () => {
    const customer = { name: 'x', list: [1, 2], empty: null, text: 'abc', nothing: undefined }
    for (const path of [
      ...[
        '$.age',
        '$.list[2]',
        '$.list.length',
        '$.list["0"]',
        '$.empty.age',
        '$.name.length',
        '$.text[0]',
        '$.nothing',
      ],
      ...['$.constructor', '$.toString', '$.__proto__', '$["__proto__"]', '$.list.map', '$[0]'],
    ]) {
      expect(
        compile({ all: [{ ...leaf({ fact: 'customer', operator: 'notEqual', value: 0 }), path }] }).test({ customer }),
        path,
      ).toBeUndefined()
      expect(resolveFactPath(customer, path), path).toBeUndefined()
    }
  })

  it('reach own members whatever they are called', () => {
    const customer = JSON.parse('{"__proto__": 1, "constructor": 1, "length": 1}')
    for (const path of ['$.__proto__', '$.constructor', '$.length'])
      expect(compile(withPath(path)).test({ customer }), path).toBe(true)
  })
})
