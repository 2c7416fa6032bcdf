import { describe, expect, it } from 'vitest'
import { compileCondition } from '../../src/conditions/index.js'
import { compile, leaf } from './issues-of.js'

type Truth = true | false | undefined
const VALUES: readonly Truth[] = [true, false, undefined]

/** Three leaves, each true, false or unknown as its fact is. */
const part = (fact: string) => ({ fact, operator: 'equal', value: true })
const scope = { facts: { a: { type: 'boolean' }, b: { type: 'boolean' }, c: { type: 'boolean' } } } as const
const factsOf = (a: Truth, b?: Truth, c?: Truth) => ({ a, b, c })

describe("Kleene's three values", () => {
  it('all is the least of its parts: false before unknown before true', () => {
    const all = compileCondition({ all: [part('a'), part('b')] }, scope)
    // Kleene 1952, strong conjunction; rows a, columns b, in the order true, false, unknown.
    const table = [
      [true, false, undefined],
      [false, false, false],
      [undefined, false, undefined],
    ]
    VALUES.forEach((a, row) => {
      VALUES.forEach((b, column) => {
        expect(all.test(factsOf(a, b)), `${a} and ${b}`).toBe(table[row]?.[column])
      })
    })
  })

  it('any is the greatest of its parts: true before unknown before false', () => {
    const any = compileCondition({ any: [part('a'), part('b')] }, scope)
    const table = [
      [true, true, true],
      [true, false, undefined],
      [true, undefined, undefined],
    ]
    VALUES.forEach((a, row) => {
      VALUES.forEach((b, column) => {
        expect(any.test(factsOf(a, b)), `${a} or ${b}`).toBe(table[row]?.[column])
      })
    })
  })

  it('not turns true and false around and leaves unknown unknown', () => {
    const not = compileCondition({ not: part('a') }, scope)
    expect(VALUES.map((a) => not.test(factsOf(a)))).toEqual([false, true, undefined])
  })

  it('one part alone is its own all and any', () => {
    for (const kind of ['all', 'any'] as const) {
      const parts = [part('a')]
      const condition = compileCondition(kind === 'all' ? { all: parts } : { any: parts }, scope)
      expect(VALUES.map((a) => condition.test(factsOf(a)))).toEqual([true, false, undefined])
    }
  })

  it('the laws of De Morgan hold for every combination of three', () => {
    const not = (fact: string) => ({ not: part(fact) })
    const left = compileCondition({ not: { all: ['a', 'b', 'c'].map(part) } }, scope)
    const right = compileCondition({ any: ['a', 'b', 'c'].map(not) }, scope)
    for (const a of VALUES)
      for (const b of VALUES)
        for (const c of VALUES) expect(left.test(factsOf(a, b, c))).toBe(right.test(factsOf(a, b, c)))
  })

  it('a named condition has the value of what it names', () => {
    const named = compileCondition({ all: [{ condition: 'x' }] }, { ...scope, conditions: { x: { not: part('a') } } })
    expect(VALUES.map((a) => named.test(factsOf(a)))).toEqual([false, true, undefined])
  })
})

describe('a leaf', () => {
  it('is unknown where its fact is missing, whatever the operator', () => {
    for (const operator of ['equal', 'notEqual', 'lessThan', 'not:lessThan', 'greaterThanInclusive', 'not:greaterThan'])
      expect(compile({ all: [leaf({ operator })] }).test({}), operator).toBeUndefined()
    for (const operator of [
      'in',
      'notIn',
      'not:in',
      'not:notIn',
      'someValue:equal',
      'everyValue:notEqual',
      'not:swap:contains',
    ])
      expect(compile({ all: [leaf({ operator, value: [1] })] }).test({}), operator).toBeUndefined()
    for (const operator of [
      'contains',
      'doesNotContain',
      'not:contains',
      'someFact:equal',
      'everyFact:notEqual',
      'not:someFact:equal',
    ])
      expect(compile({ all: [leaf({ fact: 'keywords', operator })] }).test({}), operator).toBeUndefined()
  })

  it('is unknown where the fact that it is compared with is missing', () => {
    const condition = compile({ all: [leaf({ operator: 'notEqual', value: { fact: 'transfers' } })] })
    expect(condition.test({ csat: 1 })).toBeUndefined()
    expect(condition.test({ transfers: 1 })).toBeUndefined()
    expect(condition.test({ csat: 1, transfers: 2 })).toBe(true)
  })

  it('is unknown where a path leads nowhere, on either side', () => {
    const left = compile({ all: [leaf({ fact: 'customer', operator: 'notEqual', path: '$.card.level' })] })
    for (const customer of [{}, { card: null }, { card: 5 }, { card: {} }, { card: { level: undefined } }])
      expect(left.test({ customer }), JSON.stringify(customer)).toBeUndefined()
    expect(left.test({ customer: { card: { level: null } } })).toBe(true)
    const right = compile({ all: [leaf({ value: { fact: 'keywords', path: '$[3]' } })] })
    expect(right.test({ csat: 5, keywords: [1, 2] })).toBeUndefined()
    expect(right.test({ csat: 5, keywords: [1, 2, 3, 6] })).toBe(true)
  })

  it('takes a fact that is undefined for missing', () => {
    expect(compile({ all: [leaf()] }).test({ csat: undefined })).toBeUndefined()
  })

  it('takes falsy facts for what they are', () => {
    const is = (fact: string, value: unknown) => compile({ all: [leaf({ fact, operator: 'equal', value })] })
    expect(is('csat', 0).test({ csat: 0 })).toBe(true)
    expect(is('csat', 0).test({ csat: -0 })).toBe(true)
    expect(is('product', '').test({ product: '' })).toBe(true)
    expect(is('isRepeat', false).test({ isRepeat: false })).toBe(true)
  })
})

describe('a null that a path reaches, whose type nothing declares', () => {
  const customer = { limit: null }

  it('is a value, not a missing one', () => {
    const isNull = (operator: string) =>
      compile({ all: [leaf({ fact: 'customer', operator, value: null, path: '$.limit' })] })
    expect([isNull('equal').test({ customer }), isNull('notEqual').test({ customer })]).toEqual([true, false])
  })

  it('is compared as Engine.run compares it: no number on the left, zero on the right', () => {
    const left = compile({ all: [leaf({ fact: 'customer', path: '$.limit' })] })
    expect(left.test({ customer })).toBe(false)
    const right = compile({ all: [leaf({ operator: 'greaterThan', value: { fact: 'customer', path: '$.limit' } })] })
    expect(right.test({ csat: 5, customer })).toBe(true)
  })
})

describe('a comparison that json-rules-engine itself cannot make', () => {
  // There Engine.run rejects with a TypeError; an answer of true or false would be a guess.
  const cases: Readonly<Record<string, readonly [parts: Record<string, unknown>, facts: Record<string, unknown>]>> = {
    'membership where a path ends at no list': [
      { operator: 'in', value: { fact: 'customer', path: '$.level' } },
      { csat: 5, customer: { level: 5 } },
    ],
    'someValue where a path ends at no list': [
      { operator: 'someValue:equal', value: { fact: 'customer', path: '$.level' } },
      { csat: 5, customer: { level: 5 } },
    ],
    'a size where a path ends at an object that is no number': [
      { fact: 'customer', path: '$.level' },
      { customer: { level: { toString: 1, valueOf: 1 } } },
    ],
    'membership in the elements of a flat list': [
      { operator: 'someValue:in', value: { fact: 'keywords' } },
      { csat: 5, keywords: [5] },
    ],
    'someValue of the elements of a flat list': [
      { operator: 'someValue:someValue:equal', value: { fact: 'keywords' } },
      { csat: 5, keywords: [5] },
    ],
    'membership in the elements of a flat list, sides swapped': [
      { fact: 'keywords', operator: 'someFact:swap:in', value: 5 },
      { keywords: [5] },
    ],
    'a size of elements that are no numbers': [
      { fact: 'keywords', operator: 'someFact:lessThan', value: 5 },
      { keywords: [{ toString: 1 }] },
    ],
    'a size against elements that are no numbers': [
      { operator: 'everyValue:lessThan', value: { fact: 'keywords' } },
      { csat: 5, keywords: [{ toString: 1 }] },
    ],
  }
  for (const [what, [parts, facts]] of Object.entries(cases)) {
    it(`is unknown: ${what}`, () => {
      const condition = compile({ all: [leaf(parts)] })
      expect(condition.test(facts)).toBeUndefined()
      expect(condition.explain(facts).result).toBeUndefined()
    })
  }
})

describe('decorators', () => {
  const answer = (parts: Record<string, unknown>, facts: Record<string, unknown>) =>
    compile({ all: [leaf(parts)] }).test(facts)

  it('someFact and everyFact ask the elements of the fact', () => {
    const low = (operator: string) => answer({ fact: 'keywords', operator, value: 3 }, { keywords: [2, 4] })
    expect([low('someFact:lessThan'), low('everyFact:lessThan')]).toEqual([true, false])
    expect(answer({ fact: 'keywords', operator: 'someFact:equal', value: 1 }, { keywords: [] })).toBe(false)
    expect(answer({ fact: 'keywords', operator: 'everyFact:equal', value: 1 }, { keywords: [] })).toBe(true)
  })

  it('someValue and everyValue ask the elements of the value', () => {
    expect(answer({ operator: 'someValue:lessThan', value: [70, 90] }, { csat: 80 })).toBe(true)
    expect(answer({ operator: 'everyValue:lessThan', value: [70, 90] }, { csat: 80 })).toBe(false)
  })

  it('swap exchanges the sides', () => {
    expect(answer({ operator: 'swap:lessThan', value: 80 }, { csat: 90 })).toBe(true)
    expect(answer({ operator: 'swap:contains', value: [80, 90] }, { csat: 90 })).toBe(true)
  })

  it('stand from the outermost to the innermost', () => {
    // Not one element is 3: true. One element is not 3: also true, of [3, 4] only the latter.
    const of = (operator: string) => answer({ fact: 'keywords', operator, value: 3 }, { keywords: [3, 4] })
    expect([of('not:someFact:equal'), of('someFact:not:equal')]).toEqual([false, true])
  })
})
