import { describe, expect, it } from 'vitest'
import { compile, issuesOf, leaf } from './issues-of.js'

const low = leaf()
const moved = leaf({ fact: 'transfers', operator: 'greaterThanInclusive', value: 2 })
const repeat = leaf({ fact: 'isRepeat', operator: 'equal', value: true })
const factsDeciding = (condition: unknown, facts: Record<string, unknown>, named?: Record<string, unknown>) =>
  compile(condition, named)
    .explain(facts)
    .decidedBy.map(({ fact }) => fact)

describe('the explanation of a condition', () => {
  it('shows every part with its outcome and every leaf with what it saw', () => {
    const explained = compile({ any: [low, { not: { condition: 'moved' } }] }, { moved: { all: [moved] } }).explain({
      csat: 92,
      transfers: 3,
    })
    expect(explained.result).toBe(false)
    expect(explained.tree).toEqual({
      kind: 'any',
      outcome: 'false',
      parts: [
        { kind: 'leaf', outcome: 'false', fact: 'csat', operator: 'lessThan', actual: 92, comparedWith: 80 },
        {
          kind: 'not',
          outcome: 'false',
          parts: [
            {
              kind: 'condition',
              outcome: 'true',
              name: 'moved',
              parts: [
                {
                  kind: 'all',
                  outcome: 'true',
                  parts: [
                    {
                      kind: 'leaf',
                      outcome: 'true',
                      fact: 'transfers',
                      operator: 'greaterThanInclusive',
                      actual: 3,
                      comparedWith: 2,
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('shows the other fact and its value, and the paths', () => {
    const condition = {
      all: [leaf({ fact: 'customer', path: '$.wait[0]', value: { fact: 'csat' } })],
    }
    expect(compile(condition).explain({ customer: { wait: [30] }, csat: 20 }).decidedBy).toEqual([
      {
        kind: 'leaf',
        outcome: 'false',
        fact: 'customer',
        path: '$.wait[0]',
        operator: 'lessThan',
        actual: 30,
        comparedWith: 20,
        otherFact: 'csat',
      },
    ])
  })

  it('leaves out the values of facts that are missing', () => {
    expect(compile({ all: [leaf({ value: { fact: 'transfers' } })] }).explain({}).decidedBy).toEqual([
      { kind: 'leaf', outcome: 'unknown', fact: 'csat', operator: 'lessThan', otherFact: 'transfers' },
    ])
  })

  it('a false all is decided by the first part that is false', () => {
    expect(factsDeciding({ all: [low, moved, repeat] }, { csat: 70, transfers: 0, isRepeat: false })).toEqual([
      'transfers',
    ])
    // An unknown part before it decides nothing.
    expect(factsDeciding({ all: [low, moved, repeat] }, { isRepeat: false })).toEqual(['isRepeat'])
  })

  it('a true all is decided by every part', () => {
    expect(factsDeciding({ all: [low, moved] }, { csat: 70, transfers: 2 })).toEqual(['csat', 'transfers'])
  })

  it('a true any is decided by the first part that is true, a false one by every part', () => {
    expect(factsDeciding({ any: [low, moved, repeat] }, { csat: 90, transfers: 2, isRepeat: true })).toEqual([
      'transfers',
    ])
    expect(factsDeciding({ any: [low, moved] }, { csat: 90, transfers: 0 })).toEqual(['csat', 'transfers'])
  })

  it('an unknown outcome is decided by the parts that are unknown', () => {
    expect(factsDeciding({ all: [low, moved, repeat] }, { transfers: 2 })).toEqual(['csat', 'isRepeat'])
    expect(factsDeciding({ any: [low, { not: { all: [moved, repeat] } }] }, { csat: 90, transfers: 2 })).toEqual([
      'isRepeat',
    ])
  })

  it('looks through not and through names', () => {
    expect(
      factsDeciding({ not: { condition: 'x' } }, { csat: 70, transfers: 0 }, { x: { all: [low, moved] } }),
    ).toEqual(['transfers'])
  })

  it('has the result of test, for every mixture of present and missing facts', () => {
    const condition = compile({ any: [{ all: [low, moved] }, { not: { any: [repeat, low] } }] })
    for (const csat of [undefined, 70, 90])
      for (const transfers of [undefined, 0, 2])
        for (const isRepeat of [undefined, true, false]) {
          const facts = { csat, transfers, isRepeat }
          const { result, tree, decidedBy } = condition.explain(facts)
          expect(result).toBe(condition.test(facts))
          expect(tree.outcome).toBe(result === undefined ? 'unknown' : String(result))
          expect(decidedBy.length).toBeGreaterThan(0)
        }
  })

  it('refuses exactly the facts that test refuses', () => {
    // A fact that is not as declared, behind a part that has decided already.
    const condition = compile({ all: [low, moved] })
    const facts = { csat: 90, transfers: 'two' }
    expect(issuesOf(() => condition.explain(facts))).toEqual(issuesOf(() => condition.test(facts)))
  })
})
