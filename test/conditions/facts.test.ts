import { describe, expect, it } from 'vitest'
import { compileCondition } from '../../src/conditions/index.js'
import { compile, issuesOf, leaf } from './issues-of.js'

const isSeen: Readonly<Record<string, unknown>> = {
  csat: { all: [leaf()] },
  transfers: { all: [leaf({ fact: 'transfers' })] },
  product: { all: [leaf({ fact: 'product', operator: 'equal', value: 'card' })] },
  tier: { all: [leaf({ fact: 'tier', operator: 'equal', value: 'gold' })] },
  isRepeat: { all: [leaf({ fact: 'isRepeat', operator: 'equal', value: true })] },
  keywords: { all: [leaf({ fact: 'keywords', operator: 'contains', value: 'refund' })] },
  customer: { all: [leaf({ fact: 'customer', operator: 'equal', value: 1, path: '$.age' })] },
}
const faultOf = (fact: string, value: unknown) => issuesOf(() => compile(isSeen[fact]).test({ [fact]: value }))

describe('a fact that is not of its type is refused when the condition is tested', () => {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    csat: ['high', true, null, [], {}, Number.NaN, Number.POSITIVE_INFINITY, 5n],
    transfers: [1.5, '1', null, Number.NaN],
    product: [5, null, ['card'], true],
    tier: [5, null],
    isRepeat: ['true', 1, null],
    keywords: ['refund', null, {}, { length: 1 }],
    customer: ['x', null, 5, [], [{ age: 1 }]],
  }
  for (const [fact, values] of Object.entries(wrong))
    it(fact, () => {
      for (const value of values)
        expect(faultOf(fact, value), String(value)).toMatchObject([{ code: 'conditions/fact-type', path: [fact] }])
    })

  it('says what it should be and what it is', () => {
    expect(faultOf('transfers', 1.5)).toMatchObject([{ expected: 'integer', received: '1.5' }])
  })

  it('does not read a number from a text, but suggests it', () => {
    expect(faultOf('csat', ' 72 ')).toMatchObject([
      { code: 'conditions/fact-type', expected: 'number', received: '" 72 "', suggestion: '72' },
    ])
    expect(faultOf('csat', '')[0]).not.toHaveProperty('suggestion')
  })

  it('also where a path reaches into it, and where it is what another is compared with', () => {
    expect(issuesOf(() => compile(isSeen.customer).test({ customer: 'gold' }))).toMatchObject([
      { code: 'conditions/fact-type', path: ['customer'] },
    ])
    const compared = compile({ all: [leaf({ value: { fact: 'transfers' } })] })
    expect(issuesOf(() => compared.test({ csat: 1, transfers: '2' }))).toMatchObject([
      { code: 'conditions/fact-type', path: ['transfers'] },
    ])
  })
})

describe('a fact outside its bounds is refused', () => {
  it('numbers below the minimum or above the maximum', () => {
    expect(faultOf('csat', -1)).toMatchObject([{ code: 'conditions/fact-value', expected: '0..100', received: '-1' }])
    expect(faultOf('csat', 100.1)).toMatchObject([{ code: 'conditions/fact-value' }])
    expect(faultOf('csat', 0)).toEqual([])
    expect(faultOf('csat', 100)).toEqual([])
  })

  it('texts that are not among the values, with the nearest', () => {
    expect(faultOf('tier', 'Gold')).toMatchObject([
      { code: 'conditions/fact-value', expected: '"basic" | "gold"', received: '"Gold"', suggestion: 'gold' },
    ])
  })
})

describe('facts that are called as what every object inherits', () => {
  const facts = {
    toString: { type: 'number' },
    constructor: { type: 'string' },
    hasOwnProperty: { type: 'list' },
  } as const
  const condition = compileCondition(
    {
      any: [
        { fact: 'toString', operator: 'greaterThan', value: 1 },
        { fact: 'constructor', operator: 'equal', value: 'x' },
        { fact: 'hasOwnProperty', operator: 'contains', value: 1 },
      ],
    },
    { facts },
  )

  it('are unknown where they are absent, not inherited', () => {
    expect(condition.test({})).toBeUndefined()
    expect(condition.explain({}).decidedBy.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(condition.test(Object.create({ toString: 5 }))).toBeUndefined()
    expect(condition.test(Object.create(null))).toBeUndefined()
  })

  it('are read where they are given', () => {
    expect(condition.test({ toString: 2 })).toBe(true)
    expect(condition.test({ toString: 1, constructor: 'y', hasOwnProperty: [] })).toBe(false)
  })
})

describe('facts that no condition declares', () => {
  it('are not looked at', () => {
    expect(compile(isSeen.csat).test(JSON.parse('{"csat": 70, "other": 1, "__proto__": {"transfers": 1}}'))).toBe(true)
  })
})
