import { describe, expect, it } from 'vitest'
import { type RemedyDesignInput, remedyDesign } from '../../../src/alerts/index.js'
import { isCallgradeError } from '../../../src/issues/index.js'
import { countFrame, drawSample, parseSamplingDesign, planSample } from '../../../src/sampling/index.js'

const input: RemedyDesignInput = {
  id: 'recheck',
  version: '1',
  title: { 'zh-CN': '整改复查', en: 'Re-check' },
  alert: { group: { agent: 'A07', item: 'greeting' } },
  calls: 3,
  fields: {
    call_id: { type: 'string', role: 'id' },
    agent_id: { type: 'string', role: 'agent' },
    squad: { type: 'string', role: 'team' },
    line: { type: 'string' },
    shift: { type: 'integer' },
    outcome: { type: 'string' },
  },
}

const rows = Array.from({ length: 12 }, (_, index) => ({
  call_id: `c${index}`,
  agent_id: index % 2 === 0 ? 'A07' : 'A08',
  squad: 'T1',
  line: index < 6 ? 'sales' : 'care',
  shift: 2,
  outcome: index === 0 ? 'lost' : 'agent',
}))

function codeOf(change: Partial<RemedyDesignInput>): string {
  try {
    remedyDesign({ ...input, ...change })
  } catch (error) {
    if (isCallgradeError(error)) return `${error.issues[0].code} ${error.issues[0].path.join('.')}`
    throw error
  }
  return 'fine'
}

describe('remedyDesign', () => {
  it('is a sampling design that draws as many calls as decide, from the group of the alert alone', () => {
    const design = remedyDesign({
      ...input,
      eligible: { all: [{ fact: 'outcome', operator: 'equal', value: 'agent' }] },
    })
    expect(parseSamplingDesign(JSON.stringify(design))).toEqual(design)
    const frame = countFrame(rows, design)
    // Of the six calls of A07 one was lost.
    expect(frame.N).toBe(5)
    const drawn = drawSample(rows, planSample(frame), { seed: 'recheck' }).drawn
    expect(drawn).toHaveLength(3)
    expect(drawn.every(({ callId }) => ['c2', 'c4', 'c6', 'c8', 'c10'].includes(callId))).toBe(true)
  })

  it('takes all calls where the group has fewer', () => {
    expect(planSample(countFrame(rows, remedyDesign({ ...input, calls: 400 }))).n).toBe(6)
  })

  it('finds agent and team by the role of the column, and other labels by the name that the caller gives', () => {
    const group = { agent: 'A07', team: 'T1', businessType: 'sales', shift: '2' }
    expect(
      remedyDesign({ ...input, alert: { group }, columns: { businessType: 'line', shift: 'shift' } }).eligible,
    ).toEqual({
      all: [
        { fact: 'agent_id', operator: 'equal', value: 'A07' },
        { fact: 'squad', operator: 'equal', value: 'T1' },
        { fact: 'line', operator: 'equal', value: 'sales' },
        { fact: 'shift', operator: 'equal', value: 2 },
      ],
    })
  })

  it('an alert of an item alone is about every call', () => {
    expect(remedyDesign({ ...input, alert: { group: { item: 'greeting' } } })).not.toHaveProperty('eligible')
  })

  it('strata are measured by two calls at least, so that each shows a spread', () => {
    expect(remedyDesign({ ...input, strata: ['line'] })).toMatchObject({ strata: ['line'], minimumPerStratum: 2 })
  })

  it.each<[string, Partial<RemedyDesignInput>]>([
    ['alerts/effect-single-call alert.group.call', { alert: { group: { call: 'c1' } } }],
    ['alerts/effect-no-column columns.businessType', { alert: { group: { businessType: 'sales' } } }],
    ['alerts/effect-no-column columns.agent', { fields: { call_id: { type: 'string', role: 'id' } } }],
    ['alerts/effect-argument columns.agent', { columns: { agent: 'nobody' } }],
    ['alerts/effect-column-type columns.agent', { columns: { agent: 'shift' } }],
    ['alerts/effect-argument calls', { calls: 0 }],
    [
      'conditions/unknown-fact eligible.all.1.all.0.fact',
      { eligible: { all: [{ fact: 'x', operator: 'equal', value: 1 }] } },
    ],
    ['sampling/unknown-field strata.0', { strata: ['region'] }],
  ])('%s', (code, change) => {
    expect(codeOf(change)).toBe(code)
  })
})
