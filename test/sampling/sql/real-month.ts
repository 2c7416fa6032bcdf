import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { FrameRow } from '../../../src/sampling/frame/reading/frame-row.js'

const file = join(import.meta.dirname, '../../../examples/data/calls-1999-08.csv')

/** 42,078 calls of a bank's call centre, cells as texts. */
export const monthRows = parse(readFileSync(file, 'utf8'), { columns: true }) as FrameRow[]

/** Their columns in a table. */
export const monthTypes = {
  call_id: 'VARCHAR',
  business_type: 'VARCHAR',
  customer_segment: 'VARCHAR',
  started_at: 'TIMESTAMP',
  queue_seconds: 'INTEGER',
  outcome: 'VARCHAR',
  talk_seconds: 'INTEGER',
  agent_id: 'VARCHAR',
}
export const monthDesign = {
  format: 'callgrade/sampling-design@1',
  id: 'monthly',
  version: '1',
  title: '月度抽样',
  timeZone: 'Asia/Jerusalem',
  fields: {
    call_id: { type: 'string', role: 'id' },
    agent_id: { type: 'string', role: 'agent' },
    queue_seconds: { type: 'integer' },
    talk_seconds: { type: 'integer' },
    outcome: { type: 'string' },
    business_type: { type: 'string' },
    customer_segment: { type: 'string' },
    started_at: { type: 'instant' },
  },
  eligible: { all: [{ fact: 'outcome', operator: 'equal', value: 'agent' }] },
  strata: [
    'business_type',
    'customer_segment',
    {
      id: 'slot',
      field: 'started_at',
      slots: { morning: ['06:00', '12:00'], day: ['12:00', '18:00'], night: ['18:00', '06:00'] },
    },
  ],
  precision: { method: 'cochran', confidencePercent: 95, marginPercent: 5, expectedPercent: 50, basis: 'design' },
  minimumTotal: 500,
  minimumPerStratum: 2,
  maximumTotal: 900,
  allocation: { method: 'proportional' },
  coverage: [
    {
      id: 'high-risk',
      where: { any: [{ fact: 'business_type', operator: 'equal', value: 'callback' }] },
      atLeastPercent: 30,
      of: 'stratum',
    },
  ],
  targeted: [
    {
      id: 'long-wait',
      where: { all: [{ fact: 'queue_seconds', operator: 'greaterThan', value: 300 }] },
      limit: 50,
    },
  ],
  perAgent: [{ minimum: 3 }],
  selection: { method: 'keyed' },
}
