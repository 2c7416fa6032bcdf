import { describe, expect, it } from 'vitest'
import { compileCondition } from '../../src/conditions/index.js'
import { cpuSeconds } from '../support/cpu-seconds.js'
import { compile, faultsOf, issuesOf, leaf, placed } from './issues-of.js'

const LOW = { all: [leaf()] }

describe('named conditions', () => {
  it('stand for what they name, however often they are used', () => {
    const condition = compile(
      { any: [{ not: { condition: 'low' } }, { all: [{ condition: 'low' }, { condition: 'moved' }] }] },
      {
        low: LOW,
        moved: { condition: 'transferred' },
        transferred: { any: [leaf({ fact: 'transfers', operator: 'greaterThan', value: 1 })] },
      },
    )
    expect(condition.test({ csat: 90, transfers: 0 })).toBe(true)
    expect(condition.test({ csat: 70, transfers: 0 })).toBe(false)
    expect(condition.test({ csat: 70, transfers: 2 })).toBe(true)
  })

  it('may have names that every object inherits', () => {
    const named = { toString: LOW, constructor: { not: { condition: 'toString' } } }
    expect(compile({ condition: 'constructor' }, named).test({ csat: 79 })).toBe(false)
    expect(faultsOf({ condition: 'toString' })).toEqual(['conditions/unknown-condition at condition'])
    expect(faultsOf({ condition: '__proto__' })).toEqual(['conditions/unknown-condition at condition'])
  })

  it('are refused where they are not declared, with the nearest name', () => {
    expect(issuesOf(() => compile({ all: [{ condition: 'lwo' }] }, { low: LOW }))).toMatchObject([
      { code: 'conditions/unknown-condition', path: ['all', 0, 'condition'], received: '"lwo"', suggestion: 'low' },
    ])
    expect(faultsOf({ condition: 5 }, { low: LOW })).toEqual(['document/type at condition'])
  })

  it('refer to each other only where they are declared', () => {
    expect(faultsOf({ condition: 'a' }, { a: { all: [{ condition: 'b' }] } })).toEqual([
      'conditions/unknown-condition at conditions.a.all.0.condition',
    ])
  })
})

describe('faults of named conditions', () => {
  const faulty: Readonly<Record<string, readonly [condition: unknown, fault: string]>> = {
    'a bare leaf': [leaf(), 'conditions/bare-leaf at conditions.x'],
    'two kinds in one object': [{ ...LOW, any: LOW.all }, 'conditions/kind at conditions.x'],
    'no kind at all': [{ al: [leaf()] }, 'conditions/kind at conditions.x'],
    'an empty list': [{ all: [] }, 'document/empty at conditions.x.all'],
    'an unknown operator': [
      { all: [leaf({ operator: 'lessThen' })] },
      'conditions/unknown-operator at conditions.x.all.0.operator',
    ],
    'an unknown fact': [{ all: [leaf({ fact: 'cast' })] }, 'conditions/unknown-fact at conditions.x.all.0.fact'],
    'a missing value': [
      { all: [{ fact: 'csat', operator: 'equal' }] },
      'document/missing-key at conditions.x.all.0.value',
    ],
    'a value of the wrong type': [{ all: [leaf({ value: '80' })] }, 'conditions/operand at conditions.x.all.0'],
    'a list too long': [
      { all: [leaf({ operator: 'in', value: Array.from({ length: 10_001 }, () => 1) })] },
      'conditions/too-many at conditions.x.all.0.value',
    ],
    'a path that is none': [
      { all: [leaf({ fact: 'customer', operator: 'equal', path: 'age' })] },
      'conditions/path at conditions.x.all.0.path',
    ],
    'a note that is none': [{ ...LOW, note: 5 }, 'document/type at conditions.x.note'],
    'no object': ['low', 'document/type at conditions.x'],
  }

  for (const [what, [condition, fault]] of Object.entries(faulty)) {
    it(`are told once where nothing refers to them: ${what}`, () => {
      expect(faultsOf(LOW, { x: condition })).toEqual([fault])
    })

    it(`are told once where something refers to them: ${what}`, () => {
      expect(faultsOf({ condition: 'x' }, { x: condition })).toEqual([fault])
    })
  }
})

describe('circles of named conditions', () => {
  for (const length of [1, 2, 3]) {
    it(`of length ${length} are refused, told once`, () => {
      const named = Object.fromEntries(
        Array.from({ length }, (_, at) => [`c${at}`, { all: [{ condition: `c${(at + 1) % length}` }] }]),
      )
      expect(faultsOf({ condition: 'c0' }, named)).toEqual([`conditions/cycle at conditions.c${length - 1}`])
      // Nothing has to refer to them.
      expect(faultsOf(LOW, named)).toEqual([`conditions/cycle at conditions.c${length - 1}`])
    })
  }

  it('are refused through not and without anything between', () => {
    expect(faultsOf({ condition: 'a' }, { a: { condition: 'a' } })).toEqual(['conditions/cycle at conditions.a'])
    expect(faultsOf({ condition: 'a' }, { a: { not: { condition: 'b' } }, b: { not: { condition: 'a' } } })).toEqual([
      'conditions/cycle at conditions.b',
    ])
  })

  it('of thousands of names are refused', () => {
    const length = 5_000
    for (const link of [(name: string) => ({ condition: name }), (name: string) => ({ all: [{ condition: name }] })]) {
      const named = Object.fromEntries(Array.from({ length }, (_, at) => [`c${at}`, link(`c${(at + 1) % length}`)]))
      expect(issuesOf(() => compile({ condition: 'c0' }, named))[0]?.code).toMatch(/^conditions\/(cycle|too-deep)$/)
    }
  })
})

describe('sizes with named conditions put in', () => {
  const wide = (leaves: number) => ({ all: Array.from({ length: leaves }, () => leaf()) })

  it('take 10,000 nodes and refuse 10,001', () => {
    // Twice 4,999 nodes and the outermost are 9,999.
    const named = { half: wide(4_998) }
    const twice = [{ condition: 'half' }, { condition: 'half' }]
    expect(compile({ all: [...twice, leaf()] }, named).test({ csat: 79 })).toBe(true)
    expect(issuesOf(() => compile({ all: [...twice, leaf(), leaf()] }, named))).toMatchObject([
      { code: 'conditions/too-many', path: [], details: { maximum: 10_000 } },
    ])
  })

  it('tell which named condition is too large', () => {
    const named = { half: wide(4_998), whole: { all: [{ condition: 'half' }, { condition: 'half' }, leaf(), leaf()] } }
    expect(faultsOf(LOW, named)).toEqual(['conditions/too-many at conditions.whole'])
  })

  it('are refused within milliseconds when names fan out 2^18 times', () => {
    const named: Record<string, unknown> = { f18: LOW }
    for (let level = 0; level < 18; level++)
      named[`f${level}`] = { all: [{ condition: `f${level + 1}` }, { condition: `f${level + 1}` }] }
    compile(LOW)
    let faults: readonly string[] = []
    const seconds = cpuSeconds(() => {
      faults = faultsOf({ condition: 'f0' }, named)
    })
    // 2^13 leaves are 8,192, with the nodes above them 2^14 - 1 and more: from f5 up they are too many.
    expect(faults).toContain('conditions/too-many at conditions.f0')
    expect(faults).not.toContain('conditions/too-many at conditions.f10')
    expect(seconds).toBeLessThan(5)
  })

  it('are refused however astronomically names fan out', () => {
    const named: Record<string, unknown> = { f300: LOW }
    for (let level = 0; level < 300; level++)
      named[`f${level}`] = { any: Array.from({ length: 9 }, () => ({ condition: `f${level + 1}` })) }
    expect(faultsOf({ condition: 'f0' }, named)).toContain('conditions/too-many at conditions.f0')
  })
})

describe('chains of thousands of names', () => {
  const LENGTH = 8_000
  const LINKS = {
    'name to name': (name: string) => ({ condition: name }),
    'all around each name': (name: string) => ({ all: [{ condition: name }] }),
    'not around each name': (name: string) => ({ not: { condition: name } }),
  }

  for (const [what, link] of Object.entries(LINKS)) {
    for (const order of ['from the first to the last', 'from the last to the first']) {
      it(`are refused without ending the stack: ${what}, declared ${order}`, () => {
        const entries = Array.from({ length: LENGTH }, (_, at) => [
          `c${at}`,
          at === LENGTH - 1 ? LOW : link(`c${at + 1}`),
        ])
        if (order === 'from the last to the first') entries.reverse()
        const issues = issuesOf(() => compile({ condition: 'c0' }, Object.fromEntries(entries)))
        expect(issues[0]?.code).toBe('conditions/too-deep')
      })
    }
  }

  it('work up to a few hundred', () => {
    const entries = Array.from({ length: 300 }, (_, at) => [
      `c${at}`,
      at === 299 ? LOW : { all: [{ condition: `c${at + 1}` }] },
    ])
    expect(compile({ condition: 'c0' }, Object.fromEntries(entries)).test({ csat: 79 })).toBe(true)
  })
})

describe('the scope of a condition', () => {
  const codesOf = (scope: unknown) =>
    // Whether it is a scope is what the test is about.
    issuesOf(() => compileCondition({ all: [leaf()] }, scope as Parameters<typeof compileCondition>[1])).map(placed)

  it('has facts of declared types', () => {
    expect(codesOf({ facts: { csat: { type: 'numbr' } } })).toEqual(['document/value at facts.csat.type'])
    expect(codesOf({ facts: { csat: { type: 'number', minimun: 0 } } })).toEqual([
      'document/unknown-key at facts.csat.minimun',
    ])
    expect(codesOf({ facts: { csat: { type: 'string', values: [] } } })).toEqual([
      'document/empty at facts.csat.values',
      // The condition is told of in the same pass: it compares the text with a number.
      'conditions/operand at all.0',
    ])
    expect(codesOf({})).toEqual(['document/missing-key at facts'])
  })

  it('knows no key but facts and conditions', () => {
    expect(codesOf({ facts: { csat: { type: 'number' } }, named: {} })).toEqual(['document/unknown-key at named'])
  })

  it('declares nothing as __proto__', () => {
    expect(codesOf(JSON.parse('{"facts": {"csat": {"type": "number"}, "__proto__": {"type": "number"}}}'))).toEqual([
      'document/forbidden-key at facts.__proto__',
    ])
  })
})
