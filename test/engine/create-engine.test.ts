import { readFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'
import { describe, expect, it, vi } from 'vitest'
import { createEngine } from '../../src/engine/index.js'
import { parseRubric } from '../../src/rubric/index.js'
import { csatBelow, gate, issuesOf, rubricWith } from './engine-rubric.js'

const RULES = {
  vetoes: [
    { id: 'abuse' },
    { id: 'hung-up', when: { any: [{ fact: 'queueSeconds', operator: 'greaterThan', value: 600 }] } },
  ],
  gates: [gate('csat-floor', csatBelow(80))],
  bonuses: [
    { id: 'praise', points: 3, when: { all: [{ fact: 'csat', operator: 'equal', value: 100 }] } },
    { id: 'thanks', points: 1 },
  ],
}

describe('the rules of a rubric in an engine', () => {
  it('are the vetoes, gates and bonuses that have a condition', async () => {
    const { failureEvents } = await createEngine(rubricWith(RULES)).run({ csat: 90, queueSeconds: 0 })
    expect(failureEvents?.map(({ type }) => type).sort()).toEqual(['csat-floor', 'hung-up', 'praise'])
  })

  it('fire an event whose type is the id, with kind and id beside it', async () => {
    const engine = createEngine(rubricWith(RULES))
    expect((await engine.run({ csat: 72, queueSeconds: 700 })).events).toEqual([
      { type: 'hung-up', params: { kind: 'veto', id: 'hung-up' } },
      { type: 'csat-floor', params: { kind: 'gate', id: 'csat-floor' } },
    ])
    expect((await engine.run({ csat: 100, queueSeconds: 0 })).events).toEqual([
      { type: 'praise', params: { kind: 'bonus', id: 'praise' } },
    ])
  })

  it('see ratings, sections, the raw score and the business type where the caller gives them', async () => {
    const engine = createEngine(
      rubricWith({
        gates: [
          gate('greeting-no', { all: [{ fact: 'ratings', path: '$.greeting', operator: 'equal', value: false }] }),
          gate('opening-low', {
            all: [{ fact: 'sections', path: '$.opening', operator: 'lessThan', value: { fact: 'rawScore' } }],
          }),
          gate('sales-only', { all: [{ fact: 'businessType', operator: 'in', value: ['sales'] }] }),
        ],
      }),
    )
    const { events } = await engine.run({
      ratings: { greeting: false },
      sections: { opening: 50 },
      rawScore: 60,
      businessType: 'care',
    })
    expect(events.map(({ type }) => type)).toEqual(['greeting-no', 'opening-low'])
  })

  it('may use the named conditions of the rubric', async () => {
    const engine = createEngine(
      rubricWith({
        conditions: { low: csatBelow(80), constructor: { not: { condition: 'low' } } },
        gates: [gate('low', { condition: 'low' }), gate('not-low', { any: [{ condition: 'constructor' }] })],
      }),
    )
    expect((await engine.run({ csat: 72 })).events.map(({ type }) => type)).toEqual(['low'])
    expect((await engine.run({ csat: 92 })).events.map(({ type }) => type)).toEqual(['not-low'])
  })

  it('may carry notes, which the engine does not see', async () => {
    const note = { 'zh-CN': '底线', en: 'floor' }
    const when = { all: [{ fact: 'csat', operator: 'lessThan', value: { fact: 'floor', note }, note }], note }
    const engine = createEngine(
      rubricWith({ conditions: { low: when }, gates: [gate('low', { condition: 'low', note })] }),
    )
    expect((await engine.run({ csat: 72, floor: 80 })).events).toHaveLength(1)
  })

  it('leave the rubric as it was, frozen or not', async () => {
    const given = rubricWith({
      conditions: { low: csatBelow(80) },
      gates: [gate('low', { any: [{ condition: 'low' }] })],
    })
    const before = structuredClone(given)
    for (const rubric of [given, parseRubric(given)]) {
      const engine = createEngine(rubric)
      await engine.run({ csat: 72 })
      await engine.run({ csat: 72 })
      expect(rubric).toEqual(before)
    }
  })

  it('come from text as well as from a value', async () => {
    const engine = createEngine(JSON.stringify(rubricWith(RULES)))
    expect((await engine.run({ csat: 72, queueSeconds: 0 })).events).toHaveLength(1)
  })

  it('fire for the shipped rubric of outbound sales', async () => {
    const rubric = parseRubric(readFileSync('rubrics/outbound-sales.json', 'utf8'))
    const rules = [...(rubric.vetoes ?? []), ...(rubric.gates ?? []), ...(rubric.bonuses ?? [])]
    const withConditions = rules.filter(({ when }) => when !== undefined).map(({ id }) => id)
    const rule = (entry: { readonly name: string }) => entry.name.replace(/^(veto|gate|bonus):/, '')
    // The engine keeps its rules in a list that its types leave out.
    const engine = createEngine(rubric) as unknown as { readonly rules: readonly { readonly name: string }[] }
    expect(engine.rules.map(rule)).toEqual(withConditions)
  })

  it.each(['success', 'failure', 'error', 'newListener', 'removeListener', 'constructor', 'maxListeners'])(
    'may be called %s, although the engine has events of some of these names',
    async (id) => {
      const engine = createEngine(rubricWith({ gates: [gate(id, csatBelow(80)), gate('other', csatBelow(80))] }))
      const seen: unknown[] = []
      engine.on('success', (event) => {
        seen.push(event)
      })
      const expected = [id, 'other'].map((each) => ({ type: each, params: { kind: 'gate', id: each } }))
      const { events } = await engine.run({ csat: 72 })
      expect(events).toEqual(expected)
      expect(seen.filter((event) => typeof event === 'object' && event !== null && 'type' in event)).toEqual(expected)
    },
  )
})

describe('the facts of an engine', () => {
  it('may be fetched while the rules run, once in a run', async () => {
    const csat = vi.fn(async () => 72)
    const engine = createEngine(
      rubricWith({ gates: [gate('a', csatBelow(80)), gate('b', csatBelow(75)), gate('c', csatBelow(70))] }),
    )
    engine.addFact('csat', csat)
    expect((await engine.run()).events.map(({ type }) => type)).toEqual(['a', 'b'])
    expect(csat).toHaveBeenCalledTimes(1)
    await engine.run()
    expect(csat).toHaveBeenCalledTimes(2)
  })

  it('may depend on each other through the almanac', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    engine.addFact('callId', 'call-1')
    engine.addFact('csat', async (_, almanac) => ((await almanac.factValue('callId')) === 'call-1' ? 72 : 99))
    expect((await engine.run()).events).toHaveLength(1)
    expect((await engine.run({ callId: 'call-2' })).events).toHaveLength(0)
  })

  it('are asked for by plain paths alone', async () => {
    const at = (path: string) => ({ all: [{ fact: 'customer', path, operator: 'equal', value: 'gold' }] })
    const engine = createEngine(
      rubricWith({ gates: [gate('nested', at('$.card["level name"]')), gate('list', at('$.cards[1]'))] }),
    )
    const { events } = await engine.run({ customer: { card: { 'level name': 'gold' }, cards: ['basic', 'gold'] } })
    expect(events.map(({ type }) => type)).toEqual(['nested', 'list'])
  })

  it('reject the run where one is missing', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80)), gate('lower', csatBelow(70))] }))
    await expect(engine.run({})).rejects.toThrow('csat')
    await expect(engine.run({ csat: 72 })).resolves.toMatchObject({ events: [{ type: 'low' }] })
  })

  it('reject the run where one cannot be fetched', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    engine.addFact('csat', async () => {
      throw new Error('no answer')
    })
    await expect(engine.run()).rejects.toThrow('no answer')
  })

  it('may be removed again', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    engine.addFact('csat', 72)
    expect((await engine.run()).events).toHaveLength(1)
    engine.removeFact('csat')
    await expect(engine.run()).rejects.toThrow('csat')
  })
})

describe('event handlers', () => {
  it('hear success, failure and the id of the rule, with almanac and result', async () => {
    const engine = createEngine(rubricWith(RULES))
    const heard: unknown[] = []
    engine.on('success', async (event, almanac, result) => {
      heard.push(['success', event, result.name])
      heard.push(['csat', await almanac.factValue('csat')])
    })
    engine.on('failure', (event) => {
      heard.push(['failure', event.type])
    })
    engine.on('csat-floor', (params) => {
      heard.push(['csat-floor', params])
    })
    await engine.run({ csat: 72, queueSeconds: 0 })
    expect(heard).toContainEqual([
      'success',
      { type: 'csat-floor', params: { kind: 'gate', id: 'csat-floor' } },
      'gate:csat-floor',
    ])
    expect(heard).toContainEqual(['csat', 72])
    expect(heard).toContainEqual(['csat-floor', { kind: 'gate', id: 'csat-floor' }])
    expect(heard).toContainEqual(['failure', 'hung-up'])
    expect(heard).toContainEqual(['failure', 'praise'])
    expect(heard).toHaveLength(5)
  })

  it.each(['success', 'failure', 'low'])(
    'hear a rule called %s as often as from json-rules-engine itself',
    async (id) => {
      const ours = createEngine(rubricWith({ gates: [gate(id, csatBelow(80))] }))
      const theirs = new Engine([{ conditions: csatBelow(80), event: { type: id, params: { kind: 'gate', id } } }])
      const [heardFromOurs, heardFromTheirs] = await Promise.all(
        [ours, theirs].map(async (engine) => {
          const heard: unknown[] = []
          for (const name of new Set(['success', 'failure', id]))
            engine.on(name, (event) => {
              heard.push([name, event])
            })
          await engine.run({ csat: 72 })
          await engine.run({ csat: 92 })
          return heard
        }),
      )
      expect(heardFromOurs).toEqual(heardFromTheirs)
    },
  )

  it('hear each rule once in a run', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    const [success, low] = [vi.fn(), vi.fn()]
    engine.on('success', success)
    engine.on('low', low)
    await engine.run({ csat: 72 })
    await engine.run({ csat: 92 })
    await engine.run({ csat: 72 })
    expect(success).toHaveBeenCalledTimes(2)
    expect(low).toHaveBeenCalledTimes(2)
  })

  it('are waited for before the run ends, as json-rules-engine does', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    const done: string[] = []
    const later = (what: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      done.push(what)
    }
    engine.on('success', later('success'))
    engine.on('low', later('low'))
    await engine.run({ csat: 72 })
    expect(done.sort()).toEqual(['low', 'success'])
  })

  it('of a rule that was added are called', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    const [onSuccess, onFailure] = [vi.fn(), vi.fn()]
    engine.addRule({
      conditions: { all: [{ fact: 'csat', operator: 'lessThan', value: 50 }] },
      event: { type: 'very-low' },
      onSuccess,
      onFailure,
    })
    await engine.run({ csat: 40 })
    await engine.run({ csat: 60 })
    expect(onSuccess).toHaveBeenCalledTimes(1)
    expect(onFailure).toHaveBeenCalledTimes(1)
  })
})

describe('an engine stays a json-rules-engine', () => {
  it('takes further rules, conditions and operators', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    engine.addOperator('isEven', (value: number, wanted: boolean) => (value % 2 === 0) === wanted)
    engine.setCondition('even', { all: [{ fact: 'csat', operator: 'isEven', value: true }] })
    engine.addRule({ name: 'even', conditions: { all: [{ condition: 'even' }] }, event: { type: 'even' } })
    expect((await engine.run({ csat: 72 })).events.map(({ type }) => type)).toEqual(['low', 'even'])
    expect(engine.removeRule('even')).toBe(true)
    expect((await engine.run({ csat: 72 })).events.map(({ type }) => type)).toEqual(['low'])
  })

  it('gives the almanac and the results of its rules', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80)), gate('lower', csatBelow(70))] }))
    const { almanac, results, failureResults } = await engine.run({ csat: 72 })
    expect(await almanac.factValue('csat')).toBe(72)
    expect(results.map(({ name }) => name)).toEqual(['gate:low'])
    expect(failureResults.map(({ name }) => name)).toEqual(['gate:lower'])
  })

  it('stops before rules of lower priority when it is told to', async () => {
    const engine = createEngine(rubricWith({ gates: [gate('low', csatBelow(80))] }))
    // Rules of a rubric have priority 1.
    engine.addRule({ conditions: csatBelow(80), event: { type: 'first' }, priority: 10 })
    engine.on('first', () => {
      engine.stop()
    })
    expect((await engine.run({ csat: 72 })).events.map(({ type }) => type)).toEqual(['first'])
  })
})

describe('a rubric with faults', () => {
  it('makes no engine and tells its faults', () => {
    const faulty = rubricWith({
      gates: [gate('a', csatBelow('80')), gate('b', { all: [{ fact: 'cast', operator: 'lessThan', value: 80 }] })],
    })
    expect(issuesOf(() => createEngine(faulty))).toMatchObject([
      { code: 'conditions/operand', path: ['gates', 0, 'when', 'all', 0] },
      { code: 'conditions/unknown-fact', path: ['gates', 1, 'when', 'all', 0, 'fact'], suggestion: 'csat' },
    ])
    expect(issuesOf(() => createEngine('{}'))).not.toEqual([])
    expect(issuesOf(() => createEngine('{'))).not.toEqual([])
  })

  const leaf = { fact: 'csat', operator: 'lessThan', value: 80 }
  const faults: Readonly<Record<string, readonly [when: unknown, code: string, rest: readonly (string | number)[]]>> = {
    'a bare leaf': [leaf, 'conditions/bare-leaf', []],
    'two kinds in one object': [{ all: [leaf], any: [leaf] }, 'conditions/kind', []],
    'an empty list': [{ all: [] }, 'document/empty', ['all']],
    'an unknown operator': [
      { all: [{ ...leaf, operator: 'lessThen' }] },
      'conditions/unknown-operator',
      ['all', 0, 'operator'],
    ],
    'a path that is none': [
      { all: [{ ...leaf, fact: 'customer', operator: 'equal', path: '$..a' }] },
      'conditions/path',
      ['all', 0, 'path'],
    ],
    'a missing value': [{ all: [{ fact: 'csat', operator: 'equal' }] }, 'document/missing-key', ['all', 0, 'value']],
    'an unknown key': [{ all: [{ ...leaf, priority: 5 }] }, 'document/unknown-key', ['all', 0, 'priority']],
  }
  for (const [what, [when, code, rest]] of Object.entries(faults)) {
    it.each([
      ['vetoes', { vetoes: [{ id: 'x', when }] }],
      ['gates', { gates: [gate('x', when)] }],
      ['bonuses', { bonuses: [{ id: 'x', points: 1, when }] }],
    ])(`is told where it stands, once: ${what} under %s`, (key, rules) => {
      expect(issuesOf(() => createEngine(rubricWith(rules))).map((issue) => [issue.code, issue.path])).toEqual([
        [code, [key, 0, 'when', ...rest]],
      ])
    })
  }
})
