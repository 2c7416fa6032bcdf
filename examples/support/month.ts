// The real month of calls, as CSV gives it: every cell a text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** One line of `examples/data/calls-1999-08.csv`. */
export interface MonthRow extends Readonly<Record<string, string>> {
  readonly call_id: string
  readonly business_type: string
  readonly customer_segment: string
  readonly started_at: string
  readonly queue_seconds: string
  readonly outcome: string
  readonly talk_seconds: string
  readonly agent_id: string
}

export function monthRows(): readonly MonthRow[] {
  return parse(readFileSync(join(import.meta.dirname, '../data/calls-1999-08.csv'), 'utf8'), { columns: true })
}

export function monthDesign(): string {
  return readFileSync(join(import.meta.dirname, '../data/monthly-sampling-1999-08.json'), 'utf8')
}
