import { describe, expect, it } from 'vitest'
import { compile, faultsOf, issuesOf, leaf } from './issues-of.js'

describe('the shape of a condition', () => {
  it('takes all, any, not and a named condition as the outermost object', () => {
    const named = { low: { all: [leaf()] } }
    for (const condition of [{ all: [leaf()] }, { any: [leaf()] }, { not: leaf() }, { condition: 'low' }])
      expect(faultsOf(condition, named)).toEqual([])
  })

  it('refuses a bare leaf as the outermost object', () => {
    expect(faultsOf(leaf())).toEqual(['conditions/bare-leaf'])
  })

  it('refuses two kinds in one object, whichever they are', () => {
    for (const condition of [
      { all: [leaf()], any: [leaf()] },
      { all: [leaf()], not: leaf() },
      { not: leaf(), condition: 'low' },
      { any: [leaf()], ...leaf() },
    ])
      expect(faultsOf(condition)).toEqual(['conditions/kind'])
  })

  it('refuses an object of no kind and suggests the misspelt one', () => {
    expect(issuesOf(() => compile({ al: [leaf()] }))).toMatchObject([{ code: 'conditions/kind', suggestion: 'all' }])
    expect(faultsOf({})).toEqual(['conditions/kind'])
    expect(faultsOf({ all: [{ note: 'to do' }] })).toEqual(['conditions/kind at all.0'])
  })

  it('refuses empty lists of parts', () => {
    expect(faultsOf({ all: [] })).toEqual(['document/empty at all'])
    expect(faultsOf({ not: { any: [] } })).toEqual(['document/empty at not.any'])
  })

  it('refuses parts that are no list, and parts that are no objects', () => {
    expect(faultsOf({ all: leaf() })).toEqual(['document/type at all'])
    expect(faultsOf({ not: [leaf()] })).toEqual(['document/type at not'])
    expect(faultsOf({ any: [null, 'low', 1, true, [leaf()]] })).toEqual(
      [0, 1, 2, 3, 4].map((index) => `document/type at any.${index}`),
    )
  })

  it('refuses a leaf without fact, operator or value', () => {
    expect(faultsOf({ all: [{ operator: 'equal', value: 1 }] })).toEqual(['document/missing-key at all.0.fact'])
    expect(faultsOf({ all: [{ fact: 'csat', value: 1 }] })).toEqual(['document/missing-key at all.0.operator'])
    expect(faultsOf({ all: [{ fact: 'csat', operator: 'equal' }] })).toEqual(['document/missing-key at all.0.value'])
    expect(faultsOf({ all: [{ fact: 1, operator: 2, value: 3 }] })).toEqual([
      'document/type at all.0.fact',
      'document/type at all.0.operator',
    ])
  })

  it('refuses keys that mean something to the engine and nothing here', () => {
    expect(faultsOf({ all: [leaf({ params: { day: 1 }, priority: 9, name: 'low' })] })).toEqual([
      'document/unknown-key at all.0.params',
      'document/unknown-key at all.0.priority',
      'document/unknown-key at all.0.name',
    ])
    expect(faultsOf({ all: [leaf()], priority: 9 })).toEqual(['document/unknown-key at priority'])
    expect(faultsOf({ all: [leaf({ value: { fact: 'transfers', params: {} } })] })).toEqual([
      'document/unknown-key at all.0.value.params',
    ])
  })

  it('suggests the right key for a misspelt one', () => {
    expect(
      issuesOf(() => compile({ all: [leaf({ fact: 'customer', operator: 'equal', pth: '$.age' })] }))[0],
    ).toMatchObject({
      code: 'document/unknown-key',
      received: '"pth"',
      suggestion: 'path',
    })
  })

  it('takes notes in one language or both on every object', () => {
    const note = { 'zh-CN': '低于底线', en: 'below the floor' }
    const condition = {
      all: [
        leaf({ note }),
        { not: { any: [{ condition: 'low', note }], note }, note },
        leaf({ value: { fact: 'transfers', note } }),
      ],
      note: 'why',
    }
    expect(compile(condition, { low: { all: [leaf()], note } }).test({ csat: 90, transfers: 0 })).toBe(false)
  })

  it('refuses notes that are no text', () => {
    for (const note of [5, '', null, {}, { fr: 'oui' }, { 'zh-CN': '', en: '' }, { 'zh-CN': '备注', en: '' }])
      expect(faultsOf({ all: [leaf()], note }), JSON.stringify(note)).not.toEqual([])
  })

  it('tells every fault of one pass, in the order of the document', () => {
    expect(faultsOf({ all: [leaf({ fact: 'cast' }), { any: [] }, leaf({ operator: '<', value: '80' })] })).toEqual([
      'conditions/unknown-fact at all.0.fact',
      'document/empty at all.1.any',
      'conditions/unknown-operator at all.2.operator',
    ])
  })

  it('keeps no hold on what it was given: later changes change no answer', () => {
    const part = { fact: 'csat', operator: 'in', value: [1, 2] }
    const condition = { all: [part] }
    const named = { low: { all: [part] } }
    const [direct, byName] = [compile(condition), compile({ condition: 'low' }, named)]
    part.value.push(3)
    part.operator = 'notIn'
    condition.all.pop()
    expect([direct.test({ csat: 1 }), direct.test({ csat: 3 })]).toEqual([true, false])
    expect([byName.test({ csat: 1 }), byName.test({ csat: 3 })]).toEqual([true, false])
  })
})

describe('a condition given as text', () => {
  it('has its faults placed by line and column', () => {
    const text = '{\n  "all": [\n    {"fact": "cast", "operator": "<=", "value": 80}\n  ]\n}'
    // Line 3: four spaces and `{"fact": ` are 13 units; `"cast", "operator": ` is 20 more.
    expect(issuesOf(() => compile(text))).toMatchObject([
      { code: 'conditions/unknown-fact', path: ['all', 0, 'fact'], position: { line: 3, column: 14 } },
      { code: 'conditions/unknown-operator', path: ['all', 0, 'operator'], position: { line: 3, column: 34 } },
    ])
  })

  it('places a bare leaf at its brace, an empty list at its bracket, an unknown key at its name', () => {
    const positionIn = (text: string) =>
      issuesOf(() => compile(text)).map(({ code, position }) => [code, position?.offset])
    const bare = '  {"fact": "csat", "operator": "lessThan", "value": 80}'
    const [issue] = issuesOf(() => compile(bare))
    expect(issue).toMatchObject({ code: 'conditions/bare-leaf', position: { line: 1 } })
    expect(positionIn('{"any": []}')).toEqual([['document/empty', 8]])
    const unknown = '{"all": [{"fact": "csat", "operator": "equal", "value": 1, "priority": 2}]}'
    expect(positionIn(unknown)).toEqual([['document/unknown-key', unknown.indexOf('"priority"')]])
    const missing = '{"not": {"fact": "csat", "operator": "equal"}}'
    expect(positionIn(missing)).toEqual([['document/missing-key', missing.indexOf('{"fact"')]])
  })

  it('refuses repeated keys', () => {
    const text = '{"all": [{"fact": "csat", "operator": "equal", "value": 1, "value": 2}]}'
    expect(issuesOf(() => compile(text))).toMatchObject([
      { code: 'document/duplicate-key', position: { offset: text.lastIndexOf('"value"') } },
    ])
  })

  it('gives the same answers as the value', () => {
    const condition = { all: [leaf()] }
    expect(compile(JSON.stringify(condition)).test({ csat: 79 })).toBe(compile(condition).test({ csat: 79 }))
  })
})

describe('operators', () => {
  it('suggests the operator for a symbol', () => {
    for (const [symbol, suggestion] of [
      ['<', 'lessThan'],
      ['<=', 'lessThanInclusive'],
      ['>', 'greaterThan'],
      ['>=', 'greaterThanInclusive'],
      ['=', 'equal'],
      ['==', 'equal'],
      ['!=', 'notEqual'],
      ['<>', 'notEqual'],
    ])
      expect(issuesOf(() => compile({ all: [leaf({ operator: symbol })] }))).toMatchObject([
        {
          code: 'conditions/unknown-operator',
          path: ['all', 0, 'operator'],
          received: JSON.stringify(symbol),
          suggestion,
        },
      ])
  })

  it('suggests the operator for a slip of the pen, decorators included', () => {
    for (const [operator, suggestion] of [
      ['lessThen', 'lessThan'],
      ['LessThan', 'lessThan'],
      ['greaterThanOrEqual', 'greaterThanInclusive'],
      ['no:in', 'not:in'],
      ['someFacts:equal', 'someFact:equal'],
      ['somefact:not:equals', 'someFact:not:equal'],
    ])
      expect(issuesOf(() => compile({ all: [leaf({ operator })] }))).toMatchObject([
        { code: 'conditions/unknown-operator', suggestion },
      ])
  })

  it('suggests nothing where nothing is near', () => {
    for (const operator of ['between', '', ':', 'not:', ':equal', 'equal:not', 'equal '.repeat(40)])
      expect(issuesOf(() => compile({ all: [leaf({ operator })] }))[0], operator).toMatchObject({
        code: 'conditions/unknown-operator',
      })
    expect(issuesOf(() => compile({ all: [leaf({ operator: 'between' })] }))[0]).not.toHaveProperty('suggestion')
  })

  it('suggests no member that every object inherits', () => {
    for (const operator of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'not:valueOf'])
      expect(issuesOf(() => compile({ all: [leaf({ operator })] }))[0], operator).not.toHaveProperty('suggestion')
  })

  it('takes eight decorators and refuses nine', () => {
    expect(compile({ all: [leaf({ operator: `${'not:'.repeat(8)}lessThan` })] }).test({ csat: 79 })).toBe(true)
    expect(faultsOf({ all: [leaf({ operator: `${'not:'.repeat(9)}lessThan` })] })).toEqual([
      'conditions/unknown-operator at all.0.operator',
    ])
  })
})

describe('facts', () => {
  it('suggests the declared fact for a misspelt one', () => {
    expect(issuesOf(() => compile({ all: [leaf({ fact: 'cast' })] }))).toMatchObject([
      { code: 'conditions/unknown-fact', path: ['all', 0, 'fact'], received: '"cast"', suggestion: 'csat' },
    ])
    expect(issuesOf(() => compile({ all: [leaf({ value: { fact: 'transfer' } })] }))).toMatchObject([
      { code: 'conditions/unknown-fact', path: ['all', 0, 'value', 'fact'], suggestion: 'transfers' },
    ])
  })

  it('does not take what every object inherits for a declared fact', () => {
    for (const fact of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(faultsOf({ all: [leaf({ fact })] })).toEqual(['conditions/unknown-fact at all.0.fact'])
  })
})

describe('values', () => {
  const operandFaults = (parts: Readonly<Record<string, unknown>>) =>
    issuesOf(() => compile({ all: [leaf(parts)] })).map(({ code, expected, received }) => [code, expected, received])

  it('refuses a text for a number, in whatever place', () => {
    expect(operandFaults({ operator: 'equal', value: '80' })).toEqual([['conditions/operand', 'number', '"80"']])
    expect(faultsOf({ all: [leaf({ value: '80' })] })).toEqual(['conditions/operand at all.0'])
    expect(faultsOf({ all: [leaf({ operator: 'in', value: [80, '90'] })] })).toEqual(['conditions/operand at all.0'])
    expect(faultsOf({ all: [leaf({ value: { fact: 'product' } })] })).toEqual(['conditions/operand at all.0'])
  })

  it('refuses null with every comparison of size, whatever the left side', () => {
    for (const operator of ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
      for (const left of [{ fact: 'csat' }, { fact: 'customer', path: '$.age' }])
        expect(faultsOf({ all: [leaf({ ...left, operator, value: null })] })).toEqual(['conditions/operand at all.0'])
  })

  it('refuses comparisons of size on anything but numbers', () => {
    for (const fact of ['product', 'tier', 'isRepeat', 'keywords', 'customer'])
      expect(faultsOf({ all: [leaf({ fact })] })).toEqual(['conditions/operand at all.0'])
  })

  it('refuses equality of different types, of lists and of objects', () => {
    for (const parts of [
      { fact: 'isRepeat', value: 'true' },
      { fact: 'isRepeat', value: 1 },
      { fact: 'product', value: 5 },
      { fact: 'product', value: null },
      { fact: 'keywords', value: ['refund'] },
      { fact: 'customer', value: { fact: 'customer' } },
      { fact: 'csat', value: { fact: 'isRepeat' } },
    ])
      expect(faultsOf({ all: [leaf({ operator: 'equal', ...parts })] }), JSON.stringify(parts)).toEqual([
        'conditions/operand at all.0',
      ])
  })

  it('refuses membership in what is no list', () => {
    for (const parts of [
      { operator: 'in', value: 'refund' },
      { operator: 'in', value: 80 },
      { operator: 'notIn', value: { fact: 'product' } },
      { operator: 'contains', value: 80 },
      { fact: 'product', operator: 'contains', value: 'refund' },
      { fact: 'product', operator: 'someFact:equal', value: 'refund' },
      { operator: 'someValue:equal', value: 80 },
    ])
      expect(faultsOf({ all: [leaf(parts)] }), JSON.stringify(parts)).toEqual(['conditions/operand at all.0'])
  })

  it('refuses lists of lists or of objects to look in', () => {
    expect(faultsOf({ all: [leaf({ operator: 'in', value: [[80]] })] })).toEqual(['conditions/operand at all.0'])
    expect(faultsOf({ all: [leaf({ operator: 'in', value: [{ a: 80 }] })] })).toEqual(['conditions/operand at all.0'])
  })

  it('refuses a list that mixes types under someValue and everyValue as it does under in', () => {
    for (const value of [[80, null], [80, '90'], [null], ['90']])
      for (const operator of ['someValue:greaterThan', 'everyValue:lessThan', 'someValue:equal', 'everyValue:notEqual'])
        expect(faultsOf({ all: [leaf({ operator, value })] }), `${operator} ${JSON.stringify(value)}`).toEqual([
          'conditions/operand at all.0',
        ])
  })

  it('refuses a text that the fact can never be and suggests one that it can', () => {
    for (const parts of [
      { operator: 'equal', value: 'glod' },
      { operator: 'in', value: ['basic', 'glod'] },
      { operator: 'someValue:equal', value: ['glod'] },
    ])
      expect(issuesOf(() => compile({ all: [leaf({ fact: 'tier', ...parts })] }))).toMatchObject([
        { code: 'conditions/unknown-value', path: ['all', 0, 'value'], received: '"glod"', suggestion: 'gold' },
      ])
  })

  it('refuses an object that refers to no fact', () => {
    expect(faultsOf({ all: [leaf({ value: {} })] })).toEqual(['document/missing-key at all.0.value.fact'])
    expect(faultsOf({ all: [leaf({ value: { path: '$.a' } })] })).toEqual(['document/missing-key at all.0.value.fact'])
  })

  it('refuses numbers that JSON does not know', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 10n, () => 80])
      expect(issuesOf(() => compile({ all: [leaf({ value })] }))[0]).toMatchObject({
        code: 'document/not-plain',
        path: ['all', 0, 'value'],
      })
  })
})

describe('limits', () => {
  const nested = (levels: number): unknown => (levels === 1 ? leaf() : { not: nested(levels - 1) })
  const wide = (leaves: number) => ({ all: Array.from({ length: leaves }, () => leaf()) })

  it('takes 32 levels and refuses 33', () => {
    expect(compile(nested(32)).test({ csat: 79 })).toBe(false)
    const path = Array.from({ length: 32 }, () => 'not')
    expect(issuesOf(() => compile(nested(33)))).toMatchObject([
      { code: 'conditions/too-deep', path, details: { maximum: 32 } },
    ])
  })

  it('takes 5,000 nodes and refuses 5,001, told once', () => {
    expect(compile(wide(4_999)).test({ csat: 79 })).toBe(true)
    expect(faultsOf(wide(5_000))).toEqual(['conditions/too-many at all.4999'])
    expect(faultsOf(wide(9_000))).toEqual(['conditions/too-many at all.4999'])
  })

  it('takes lists of 10,000 values and refuses 10,001', () => {
    const list = (length: number) => ({ all: [leaf({ operator: 'in', value: Array.from({ length }, (_, at) => at) })] })
    expect(compile(list(10_000)).test({ csat: 99 })).toBe(true)
    expect(issuesOf(() => compile(list(10_001)))).toMatchObject([
      { code: 'conditions/too-many', path: ['all', 0, 'value'], details: { maximum: 10_000 } },
    ])
  })
})
