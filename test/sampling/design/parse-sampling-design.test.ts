import { describe, expect, test } from 'vitest'
import { messageOf } from '../../../src/issues/messages/message-of.js'
import { parseSamplingDesign, safeParseSamplingDesign } from '../../../src/sampling/design/parse-sampling-design.js'
import { soundDesign } from '../sound-design.js'

type Json = Record<string, unknown>

/** The codes and places of the faults of the sound design after a change. */
function faultsAfter(change: (design: Json) => void): string[] {
  const design = structuredClone(soundDesign) as unknown as Json
  change(design)
  const { issues = [] } = safeParseSamplingDesign(design)
  for (const issue of issues)
    for (const language of ['en', 'zh-CN'] as const) expect(messageOf(issue, language)).not.toBe('')
  return issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const fields = (design: Json): Json => design.fields as Json
const slots = (design: Json): Json => ((design.strata as Json[])[1] as { slots: Json }).slots

describe('parseSamplingDesign', () => {
  test('a sound design is given back as written, frozen, and not read twice', () => {
    const design = parseSamplingDesign(JSON.stringify(soundDesign))
    expect(design).toEqual(soundDesign)
    expect(Object.isFrozen(design.fields)).toBe(true)
    expect(parseSamplingDesign(design)).toBe(design)
  })

  test('a design needs no more than an id column', () => {
    const design = {
      format: 'callgrade/sampling-design@1',
      id: 'd',
      version: '1',
      title: 'D',
      fields: { id: { type: 'string', role: 'id' } },
    }
    expect(safeParseSamplingDesign(design).success).toBe(true)
  })

  const cases: Readonly<Record<string, readonly [(design: Json) => void, ...string[]]>> = {
    'no column is the id': [(d) => (fields(d).编号 = { type: 'string' }), 'sampling/no-id-field fields'],
    'an id that is a number': [
      (d) => (fields(d).编号 = { type: 'integer', role: 'id' }),
      'sampling/role-type fields.编号.type',
    ],
    'two agents': [
      (d) => (fields(d).rate = { type: 'string', role: 'agent' }),
      'sampling/role-twice fields.rate.role',
      'conditions/operand targeted.1.where.all.0',
    ],
    'coaching without an agent column': [
      (d) => (fields(d).坐席 = { type: 'string' }),
      'sampling/no-agent-field perAgent',
    ],
    'a stratum of an unknown column': [
      (d) => ((d.strata as unknown[])[0] = 'typ'),
      'sampling/unknown-field strata.0',
      'conditions/unknown-fact coverage.0.where.all.0.fact',
    ],
    'a stratum of a number': [
      (d) => ((d.strata as unknown[])[0] = 'rate'),
      'sampling/stratum-type strata.0',
      'conditions/unknown-fact coverage.0.where.all.0.fact',
    ],
    'slots of a text': [
      (d) => (((d.strata as Json[])[1] as Json).field = 'type'),
      'sampling/stratum-type strata.1.field',
    ],
    'the same stratum twice': [(d) => (d.strata as unknown[]).push('type'), 'sampling/duplicate-id strata.2'],
    'slots that overlap by one minute': [
      (d) => (slots(d).早 = ['05:59', '12:00']),
      'sampling/slot-overlap strata.1.slots.夜',
    ],
    'a slot of no length': [
      (d) => (slots(d).早 = ['06:00', '06:00']),
      'sampling/slot-empty strata.1.slots.早',
      'sampling/slot-overlap strata.1.slots.夜',
    ],
    'slots that leave a gap': [
      (d) => delete ((d.strata as Json[])[1] as Json).otherwise,
      'sampling/slot-gap strata.1.slots',
    ],
    'a time that no clock shows': [(d) => (slots(d).早 = ['06:00', '25:00']), 'document/time strata.1.slots.早.1'],
    'coverage that looks at a call': [
      (d) => (((d.coverage as Json[])[0] as Json).where = { all: [{ fact: 'waited', operator: 'equal', value: 1 }] }),
      'conditions/unknown-fact coverage.0.where.all.0.fact',
    ],
    'coverage of a slot that does not exist': [
      (d) => (((d.coverage as Json[])[0] as Json).where = { all: [{ fact: '时段', operator: 'equal', value: '晚' }] }),
      'conditions/unknown-value coverage.0.where.all.0.value',
    ],
    'a bare leaf as eligibility': [
      (d) => (d.eligible = { fact: 'answered', operator: 'equal', value: true }),
      'conditions/bare-leaf eligible',
    ],
    'a text where a number is compared': [
      (d) =>
        (((d.targeted as Json[])[0] as Json).where = {
          all: [{ fact: 'waited', operator: 'greaterThan', value: '300' }],
        }),
      'conditions/operand targeted.0.where.all.0',
    ],
    'two targeted rules of one id': [
      (d) => (((d.targeted as Json[])[1] as Json).id = 'long'),
      'sampling/duplicate-id targeted.1.id',
    ],
    'neyman without deviations': [
      (d) => (d.allocation = { method: 'neyman' }),
      'document/missing-key allocation.deviations',
    ],
    'deviations that proportional does not use': [
      (d) => (d.allocation = { method: 'proportional', deviations: {} }),
      'sampling/unused-allocation allocation.deviations',
    ],
    'a cost of nothing': [
      (d) => (d.allocation = { method: 'cost', deviations: {}, costs: { '["咨询","早"]': 0 } }),
      'document/range allocation.costs.["咨询","早"]',
    ],
    'a maximum under the minimum': [(d) => (d.maximumTotal = 9), 'document/range maximumTotal'],
    'a margin of nothing': [(d) => (d.precision = { marginPercent: 0 }), 'document/range precision.marginPercent'],
    'a confidence of certainty': [
      (d) => (d.precision = { marginPercent: 5, confidencePercent: 100 }),
      'document/range precision.confidencePercent',
    ],
    'a share beyond everything': [
      (d) => (((d.coverage as Json[])[0] as Json).atLeastPercent = 101),
      'document/range coverage.0.atLeastPercent',
    ],
    'half a call': [(d) => (d.minimumTotal = 0.5), 'document/type minimumTotal'],
    'a zone that does not exist': [(d) => (d.timeZone = 'Asia/Peking'), 'document/time-zone timeZone'],
    'a misspelt key': [
      (d) => {
        d.targetted = d.targeted
        delete d.targeted
      },
      'document/unknown-key targetted',
    ],
    'another selection': [(d) => (d.selection = { method: 'random' }), 'document/value selection.method'],
  }
  test.each(Object.entries(cases))('%s is told', (_, [change, ...faults]) => {
    expect(faultsAfter(change)).toEqual(faults)
  })

  test('a fault of a text is told with line and column', () => {
    const text = JSON.stringify(soundDesign, null, 2).replace('"limit": 5', '"limit": "5"')
    const { issues = [] } = safeParseSamplingDesign(text)
    const line = text.split('\n').findIndex((written) => written.includes('"limit": "5"')) + 1
    expect(issues.map(({ code, position }) => [code, position?.line])).toEqual([['document/type', line]])
  })
})
