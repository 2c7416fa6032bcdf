import { compareUtf8 } from '../../documents/compare-utf8.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'
import { parseSamplingDesign } from '../design/parse-sampling-design.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { compareStrata, stratumKey } from '../design/stratum-key.js'
import type { AgentCount, FrameCounts, StratumCount } from '../frame/frame-counts.js'
import type { SqlRow } from './sql-row.js'
import { SqlRowReader } from './sql-row-reader.js'
import { unexpectedRows } from './unexpected-rows.js'

/** Rows of the first two queries of `samplingSql`, as the driver gave them. */
export interface SqlCountRows {
  readonly checks: readonly SqlRow[]
  readonly counts: readonly SqlRow[]
}

/**
 * Turns the rows of `checks` and `counts` into the result of `countFrame`, for `planSample`.
 * @param design - the one that the queries were written from
 * @returns the same counts and the same digest of the frame; without fingerprints, since the engine looked for
 * repeated ids itself
 * @throws CallgradeError `sampling/sql-faults` with every row of `checks`, `sampling/sql-rows` where rows are not those
 * of the query or do not add up
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * const { checks, counts } = samplingSql(design, { dialect: 'duckdb', table: 'calls', seed: '2026-08' })
 * planSample(frameCountsFromSql(design, { checks: await run(checks), counts: await run(counts) }))
 */
export function frameCountsFromSql(design: DocumentInput<SamplingDesign>, rows: SqlCountRows): FrameCounts {
  const parsed = parseSamplingDesign(design)
  throwChecks(rows.checks)
  const readers = rows.counts.map((row, index) => ({ row: new SqlRowReader(row, index), index }))
  const ofKind = (kind: string): typeof readers => readers.filter(({ row }) => row.text('kind') === kind)
  const [total, ...further] = ofKind('frame')
  if (!total || further.length > 0) throw unexpectedRows([], '1 x "frame"', further.length + (total ? 1 : 0))

  const strata = ofKind('stratum').map(({ row, index }): StratumCount => {
    const labels = (parsed.strata ?? []).map((_, at) => row.text(`label_${at + 1}`))
    const key = row.text('name')
    if (key !== stratumKey(labels)) throw unexpectedRows([index, 'name'], stratumKey(labels), key)
    return { key, labels, N: row.count('calls') }
  })
  const agents = ofKind('agent').map(({ row }): AgentCount => {
    const rule = row.optionalCount('rule_place')
    return { agent: row.text('name'), calls: row.count('calls'), ...(rule !== undefined && { rule }) }
  })
  const targeted = (parsed.targeted ?? []).map(({ id }) => {
    const found = ofKind('targeted').find(({ row }) => row.text('name') === id)
    if (!found) throw unexpectedRows([], JSON.stringify(id), undefined)
    return { rule: id, fitting: found.row.count('calls'), unknown: found.row.count('unknown_calls') }
  })
  const N = total.row.count('calls')
  const withoutAgent = total.row.count('without_agent')
  requireSum(
    strata.map((stratum) => stratum.N),
    N,
  )
  if (parsed.perAgent?.length) requireSum([withoutAgent, ...agents.map(({ calls }) => calls)], N)
  const lastCallAt = total.row.optionalText('last_call_at')
  return {
    design: parsed,
    rows: total.row.count('row_count'),
    N,
    leftOut: 0,
    strata: strata.sort(compareStrata),
    frameDigest: digestOf(total.row.text('digest'), total.index),
    agents: agents.sort((a, b) => compareUtf8(a.agent, b.agent)),
    withoutAgent,
    targeted,
    ...(lastCallAt !== undefined && { lastCallAt }),
    assumeUnique: false,
  }
}

function throwChecks(rows: readonly SqlRow[]): void {
  throwIssues(
    rows.slice(0, MAXIMUM_ISSUES).map((cells, index) => {
      const row = new SqlRowReader(cells, index)
      const [field, example] = [row.text('field'), row.optionalText('example')]
      return issueOf(
        {
          code: 'sampling/sql-faults',
          path: [field],
          ...(example !== undefined && { received: excerptOf(example) }),
          details: { fault: row.text('code'), field, calls: row.count('calls') },
        },
        undefined,
      )
    }),
  )
}

function requireSum(counts: readonly number[], N: number): void {
  const total = sum(counts)
  if (total !== N) throw unexpectedRows([], String(N), total)
}

/** Computes the sum mod 2^256 from the sums of its words of 32 bits, the greatest first. */
function digestOf(sums: string, index: number): string {
  if (!/^\d+(,\d+){7}$/.test(sums)) throw unexpectedRows([index, 'digest'], '8 x integer', sums)
  const total = sums.split(',').reduce((sum, word) => (sum << 32n) + BigInt(word), 0n)
  return BigInt.asUintN(256, total).toString(16).padStart(64, '0')
}
