import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { resolveFactPath } from '../../src/conditions/index.js'
import { createEngine } from '../../src/engine/index.js'
import { csatBelow, gate, rubricWith } from '../engine/engine-rubric.js'
import { cpuSeconds } from '../support/cpu-seconds.js'
import { compile, faultsOf, issuesOf, leaf } from './issues-of.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a program against the sources in a process of its own, and gives what it printed; rejects where it ends badly. */
async function outputOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: ROOT, timeout: 240_000 },
  )
  return stdout.trim()
}

/** What json-rules-engine 7.3.1 does with documents and facts of others, and what becomes of it here. */
describe('dangers of json-rules-engine', () => {
  describe('a path runs code in the host', () => {
    const ran = globalThis as { pwned?: boolean }
    afterEach(() => {
      delete ran.pwned
    })
    const SCRIPTS = [
      '$[?(globalThis.pwned = true)]',
      '$[(globalThis.pwned = true)]',
      '$..[?((()=>{globalThis.pwned = true})())]',
      '$[?(@.constructor.constructor("globalThis.pwned = true")())]',
      '$[?(/x/.constructor.constructor("globalThis.pwned=true")())]',
    ]

    it('in path: refused when read, not followed by the resolver', () => {
      for (const path of SCRIPTS) {
        expect(faultsOf({ all: [leaf({ fact: 'customer', operator: 'equal', path })] })).toEqual([
          'conditions/path at all.0.path',
        ])
        expect(resolveFactPath([{ a: 1 }], path)).toBeUndefined()
      }
      expect(ran.pwned).toBeUndefined()
    })

    it('in value: refused when read', () => {
      for (const path of SCRIPTS)
        expect(faultsOf({ all: [leaf({ value: { fact: 'customer', path } })] })).toEqual([
          'conditions/path at all.0.value.path',
        ])
      expect(ran.pwned).toBeUndefined()
    })

    it('in a rule that the host adds to an engine: leads nowhere', async () => {
      const engine = createEngine(rubricWith({}))
      for (const path of SCRIPTS) {
        engine.addRule({
          conditions: { any: [{ fact: 'customer', path, operator: 'equal', value: { fact: 'customer', path } }] },
          event: { type: 'x', params: { text: { fact: 'customer', path } } },
        })
      }
      await engine.run({ customer: [{ a: 1 }] })
      expect(ran.pwned).toBeUndefined()
    })

    it('in event params: they are the kind and id of the rule and are never resolved', async () => {
      const engine = createEngine(rubricWith({ gates: [gate('fact', csatBelow(80))] }))
      expect((await engine.run({ csat: 1, gate: 'x' })).events).toEqual([
        { type: 'fact', params: { kind: 'gate', id: 'fact' } },
      ])
    })
  })

  it('a condition that references itself kills the process: refused', () => {
    expect(faultsOf({ condition: 'a' }, { a: { all: [{ condition: 'a' }] } })).toEqual([
      'conditions/cycle at conditions.a',
    ])
    const rubric = rubricWith({
      conditions: { a: { any: [{ condition: 'a' }] } },
      gates: [gate('g', { condition: 'a' })],
    })
    expect(issuesOf(() => createEngine(rubric))[0]).toMatchObject({ code: 'conditions/cycle' })
  })

  it('2^18 fan-out of named conditions takes seconds: refused within milliseconds', () => {
    const conditions: Record<string, unknown> = { f18: csatBelow(80) }
    for (let level = 0; level < 18; level++)
      conditions[`f${level}`] = { all: [{ condition: `f${level + 1}` }, { condition: `f${level + 1}` }] }
    issuesOf(() => createEngine(rubricWith({})))
    const seconds = cpuSeconds(() => {
      const rubric = rubricWith({ conditions, gates: [gate('g', { condition: 'f0' })] })
      expect(issuesOf(() => createEngine(rubric))[0]).toMatchObject({ code: 'conditions/too-many' })
    })
    expect(seconds).toBeLessThan(5)
  })

  it('nesting of 3,000 overflows the stack: refused, as value and as text, also of 500,000', () => {
    let nested: unknown = leaf()
    for (let level = 0; level < 3_000; level++) nested = { not: nested }
    expect(issuesOf(() => compile(nested))[0]?.code).toBe('document/too-deep')
    for (const levels of [3_000, 500_000])
      expect(issuesOf(() => compile(`${'{"not":'.repeat(levels)}1${'}'.repeat(levels)}`))[0]?.code).toBe(
        'document/too-deep',
      )
  })

  it('a chain of 3,000 names is nesting too: refused', () => {
    const conditions: Record<string, unknown> = { n0: { all: [leaf()] } }
    for (let at = 1; at <= 3_000; at++) conditions[`n${at}`] = { condition: `n${at - 1}` }
    expect(issuesOf(() => compile({ condition: 'n3000' }, conditions))[0]?.code).toBe('conditions/too-deep')
  })

  it('a million-value list is cloned at every run: refused', () => {
    for (const length of [10_001, 99_000, 1_000_000]) {
      const condition = { all: [leaf({ operator: 'in', value: Array.from({ length }, (_, at) => at) })] }
      const codes = issuesOf(() => compile(condition)).map(({ code }) => code)
      expect(codes).toEqual([length > 100_000 ? 'document/too-large' : 'conditions/too-many'])
    }
  })

  it('a million-value list in a named condition that nothing uses: refused', () => {
    const long = { all: [leaf({ operator: 'in', value: Array.from({ length: 99_000 }, (_, at) => at) })] }
    expect(faultsOf({ all: [leaf()] }, { long })).toEqual(['conditions/too-many at conditions.long.all.0.value'])
  })

  it('a regular expression in a filter hangs: refused', () => {
    const path = '$[?(@.name.match(/^(a+)+$/))]'
    const condition = { all: [leaf({ fact: 'customer', operator: 'equal', path })] }
    expect(faultsOf(condition)).toEqual(['conditions/path at all.0.path'])
    expect(cpuSeconds(() => resolveFactPath([{ name: `${'a'.repeat(40)}!` }], path))).toBeLessThan(2)
  })

  it('a path of many steps and quotes takes no time out of proportion', () => {
    for (const path of [
      `$${'["a'.repeat(600)}`,
      `$["${'\\"'.repeat(900)}`,
      `$${'.a'.repeat(999)}`,
      `$["${'\\'.repeat(1_900)}`,
    ])
      expect(cpuSeconds(() => resolveFactPath({}, path))).toBeLessThan(2)
  })

  it('any: [] is true: refused', () => {
    expect(faultsOf({ any: [] })).toEqual(['document/empty at any'])
    expect(faultsOf({ all: [leaf(), { any: [] }] })).toEqual(['document/empty at all.1.any'])
  })

  it('with both all and any in one object all is dropped: refused', () => {
    expect(faultsOf({ all: [leaf()], any: [leaf()] })).toEqual(['conditions/kind'])
  })

  describe('5 greaterThan null is true', () => {
    it('a literal null: refused', () => {
      expect(faultsOf({ all: [leaf({ operator: 'greaterThan', value: null })] })).toEqual([
        'conditions/operand at all.0',
      ])
      expect(faultsOf({ all: [leaf({ operator: 'swap:lessThan', value: null })] })).toEqual([
        'conditions/operand at all.0',
      ])
    })

    it('a null among the values of a list: refused', () => {
      for (const value of [[null], [10, null]])
        expect(faultsOf({ all: [leaf({ operator: 'someValue:greaterThan', value })] })).toEqual([
          'conditions/operand at all.0',
        ])
    })

    it('a fact that is null: refused when tested', () => {
      const condition = compile({ all: [leaf({ operator: 'greaterThan', value: { fact: 'transfers' } })] })
      expect(issuesOf(() => condition.test({ csat: 5, transfers: null }))).toMatchObject([
        { code: 'conditions/fact-type', path: ['transfers'] },
      ])
    })
  })

  it('a path into a primitive returns the primitive: refused when read, refused or unknown when tested', () => {
    expect(faultsOf({ all: [leaf({ path: '$.a.b' })] })).toEqual(['conditions/path at all.0.path'])
    const condition = compile({ all: [leaf({ fact: 'customer', operator: 'equal', value: 5, path: '$.a.b' })] })
    expect(issuesOf(() => condition.test({ customer: 5 }))).toMatchObject([{ code: 'conditions/fact-type' }])
    expect(condition.test({ customer: { a: 5 } })).toBeUndefined()
  })

  it('a missing fact fires notEqual, notIn and not:lessThan: it is unknown', () => {
    for (const parts of [{ operator: 'notEqual' }, { operator: 'notIn', value: [80] }, { operator: 'not:lessThan' }])
      expect(compile({ all: [leaf(parts)] }).test({})).toBeUndefined()
    expect(compile({ not: leaf() }).test({})).toBeUndefined()
  })

  it('unknown keys pass: refused', () => {
    expect(faultsOf({ all: [leaf({ valeu: 90 })] })).toEqual(['document/unknown-key at all.0.valeu'])
    expect(faultsOf({ all: [leaf()], anny: [leaf()] })).toEqual(['document/unknown-key at anny'])
  })

  it('concurrent runs on one engine lose results: 50 at once all have theirs', async () => {
    const engine = createEngine(
      rubricWith({
        gates: [
          gate('low', csatBelow(80)),
          gate('lower', csatBelow(70)),
          gate('long', { any: [{ fact: 'queueSeconds', operator: 'greaterThan', value: 5 }] }),
        ],
      }),
    )
    engine.addFact('csat', async (_, almanac) => {
      const call = await almanac.factValue<number>('call')
      await new Promise((resolve) => setTimeout(resolve, (call * 7) % 13))
      return 60 + (call % 25)
    })
    engine.addFact('queueSeconds', async (_, almanac) => {
      const call = await almanac.factValue<number>('call')
      await new Promise((resolve) => setTimeout(resolve, (call * 5) % 11))
      return call % 10
    })
    const runs = await Promise.all(Array.from({ length: 50 }, (_, call) => engine.run({ call })))
    expect(runs).toHaveLength(50)
    for (const [call, { events, failureEvents }] of runs.entries()) {
      const csat = 60 + (call % 25)
      const expected = [
        ...(csat < 80 ? ['low'] : []),
        ...(csat < 70 ? ['lower'] : []),
        ...(call % 10 > 5 ? ['long'] : []),
      ]
      expect(events.map(({ type }) => type).sort(), `call ${call}`).toEqual(expected.sort())
      expect(events.length + (failureEvents?.length ?? 0)).toBe(3)
    }
  })

  describe('an undefined fact beside an unknown reference can end the process in spite of try/catch', () => {
    it('an unknown reference: refused when read', () => {
      const beside = { all: [leaf(), { condition: 'nowhere' }] }
      expect(faultsOf(beside)).toEqual(['conditions/unknown-condition at all.1.condition'])
      expect(issuesOf(() => createEngine(rubricWith({ gates: [gate('g', beside)] })))[0]).toMatchObject({
        code: 'conditions/unknown-condition',
      })
    })

    const program = (body: string) => `
      import { createEngine } from './src/engine/index.ts'
      const leaf = (fact) => ({ fact, operator: 'equal', value: 1 })
      const engine = createEngine({
        format: 'callgrade/rubric@1', id: 'r', version: '1', title: 'R',
        facts: { a: { type: 'number' }, b: { type: 'number' } },
        sections: [{ id: 's', items: [{ id: 'i', kind: 'yes-no' }] }],
        gates: [
          { id: 'g', when: { all: [leaf('a'), leaf('b')] }, effects: [{ kind: 'fail' }] },
          { id: 'h', when: { any: [{ not: leaf('b') }, { all: [leaf('a'), leaf('b')] }] }, effects: [{ kind: 'fail' }] },
        ],
        result: { passMark: 60 },
      })
      ${body}
      try { await engine.run(); console.log('ran') } catch (error) { console.log('rejected') }
      await new Promise((resolve) => setTimeout(resolve, 50))
      console.log('alive')
    `

    it('undefined facts side by side: the run rejects and the process lives', async () => {
      expect(await outputOf(program(''))).toBe('rejected\nalive')
    })

    it('facts that reject side by side: the run rejects and the process lives', async () => {
      const fails = `async () => { throw new Error('no answer') }`
      expect(await outputOf(program(`engine.addFact('a', ${fails}); engine.addFact('b', ${fails})`))).toBe(
        'rejected\nalive',
      )
    })

    it('an undefined fact beside one whose function throws: the run rejects and the process lives', async () => {
      expect(await outputOf(program(`engine.addFact('b', () => { throw new Error('no answer') })`))).toBe(
        'rejected\nalive',
      )
    })

    it('an event handler that rejects: the run rejects and the process lives', async () => {
      const body = `engine.addFact('a', 1); engine.addFact('b', 1); engine.on('success', async () => { throw new Error('mine') })`
      expect(await outputOf(program(body))).toBe('rejected\nalive')
    })
  })

  it('importing it pulls in jsonpath-plus: conditions import its two operator files alone', async () => {
    const loaded = await outputOf(`
      import { createRequire } from 'node:module'
      import './src/conditions/index.ts'
      const { cache } = createRequire(process.cwd() + '/package.json')
      console.log(Object.keys(cache).map((path) => path.replaceAll('\\\\', '/').split('/node_modules/').pop()).join('\\n'))
    `)
    const files = loaded.split('\n')
    expect(files).toContain('json-rules-engine/dist/engine-default-operators.js')
    expect(files).toContain('json-rules-engine/dist/engine-default-operator-decorators.js')
    expect(
      files.filter((file) => /jsonpath|json-rules-engine\/dist\/(engine|almanac|json-rules-engine)\.js/.test(file)),
    ).toEqual([])
  })
})
