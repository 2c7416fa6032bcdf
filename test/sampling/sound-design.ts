import type { SamplingDesign } from '../../src/sampling/design/sampling-design.js'

/** A design with everything in it, over calls of two types in three slots. */
export const soundDesign: SamplingDesign = {
  format: 'callgrade/sampling-design@1',
  id: 'weekly',
  version: '1',
  title: { 'zh-CN': '每周抽样', en: 'Weekly' },
  timeZone: 'Asia/Shanghai',
  fields: {
    编号: { type: 'string', role: 'id' },
    坐席: { type: 'string', role: 'agent' },
    type: { type: 'string' },
    started: { type: 'instant', role: 'time' },
    waited: { type: 'integer' },
    answered: { type: 'boolean' },
    rate: { type: 'number' },
    day: { type: 'date' },
  },
  eligible: { all: [{ fact: 'answered', operator: 'equal', value: true }] },
  strata: [
    'type',
    { id: '时段', field: 'started', slots: { 早: ['06:00', '12:00'], 夜: ['22:00', '06:00'] }, otherwise: '日' },
  ],
  precision: { marginPercent: 10 },
  minimumTotal: 10,
  minimumPerStratum: 2,
  maximumTotal: 500,
  coverage: [{ id: 'risky', where: { all: [{ fact: 'type', operator: 'equal', value: '投诉' }] }, atLeastPercent: 30 }],
  targeted: [
    { id: 'long', where: { all: [{ fact: 'waited', operator: 'greaterThan', value: 300 }] }, limit: 5 },
    { id: 'cheap', where: { all: [{ fact: 'rate', operator: 'lessThan', value: 0.5 }] }, limit: 3 },
  ],
  perAgent: [{ minimum: 4, where: { all: [{ fact: 'waited', operator: 'greaterThan', value: 500 }] } }, { minimum: 2 }],
  selection: { method: 'keyed' },
}

/** Calls as JSON gives them; a small linear congruential generator, so that tests are the same everywhere. */
export function soundCalls(count: number, seed = 1): Record<string, unknown>[] {
  let state = seed
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, (_, index) => ({
    编号: `通话-${index}`,
    ...(next(20) > 0 && { 坐席: `工号${next(12)}` }),
    type: ['咨询', '投诉', '𠮷祥"号\\'][next(3)],
    started: `2026-08-${String(1 + next(28)).padStart(2, '0')}T${String(next(24)).padStart(2, '0')}:${String(next(60)).padStart(2, '0')}:00`,
    ...(next(10) > 0 && { waited: next(700) }),
    answered: next(8) > 0,
    rate: next(100) / 100,
    ignored: { anything: [index] },
  }))
}
