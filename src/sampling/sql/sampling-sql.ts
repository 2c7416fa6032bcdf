import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { argumentIssue } from '../../issues/argument-issue.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { parseSamplingDesign } from '../design/parse-sampling-design.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { partsDiffer } from '../frame/parts-differ.js'
import { checkSeed } from '../keys/check-seed.js'
import type { SamplePlan } from '../size/sample-plan.js'
import { checksQuery } from './checks-query.js'
import { countsQuery } from './counts-query.js'
import { bigquery } from './dialects/bigquery.js'
import { duckdb } from './dialects/duckdb.js'
import { postgresql } from './dialects/postgresql.js'
import { snowflake } from './dialects/snowflake.js'
import type { SqlDialect, StoredInstant } from './dialects/sql-dialect.js'
import { drawQuery } from './draw-query.js'
import { frameQuery } from './frame-query.js'

/** Engines that SQL is written for. */
export type SqlDialectName = 'duckdb' | 'postgresql' | 'bigquery' | 'snowflake'

/** Options of `samplingSql`: the table, the engine and the seed. */
export interface SamplingSqlOptions {
  readonly dialect: SqlDialectName
  /** Name of a table or view; with a schema its parts: `['quality', 'calls']`. */
  readonly table: string | readonly string[]
  /** Any text without `:`; the same seed draws the same calls, here and by `drawSample`. */
  readonly seed: string
  /**
   * Form in which columns of the type `instant` are kept. `timestamp`: without a zone, as wall time of the design's zone.
   * `timestamptz`: as moments, brought into the design's zone. `text`: as the library reads them.
   * @defaultValue timestamp
   */
  readonly instants?: StoredInstant
}

/** The queries of one design, for one table. They read and change nothing. */
export interface SamplingSql {
  readonly dialect: SqlDialectName
  /** `run`: this library's tests run these queries on the engine and compare; `not run`: written by its manual. */
  readonly status: 'run' | 'not run'
  /** Rows that may not be sampled: `code`, `field`, `calls`, and the id of an `example`; no row where all is well. */
  readonly checks: string
  /**
   * The frame by `kind`: `frame`, `stratum` (with a column `covers_1`... for each coverage rule), `targeted`, `agent`.
   * For `frameCountsFromSql`.
   */
  readonly counts: string
  /**
   * The query that draws what was planned: `call_id`, `stratum`, `purpose`, `rule`, `selection_key` and more, in the
   * order of a manifest. For `manifestFromSql`.
   * @throws CallgradeError `sampling/parts-differ` for a plan of another design
   */
  readonly draw: (plan: SamplePlan) => string
}

const DIALECTS: Readonly<Record<SqlDialectName, SqlDialect>> = { duckdb, postgresql, bigquery, snowflake }
const STORED_INSTANTS: readonly StoredInstant[] = ['timestamp', 'timestamptz', 'text']

/**
 * Writes a design as SQL, so that a frame of any size is counted and sampled where it lies. The queries take the same
 * calls as `countFrame` and `drawSample` would from the same rows, by the same keys. Columns have the types that the
 * design gives them: text, whole numbers, numbers, booleans, dates, instants as `instants` says; null is missing.
 * Run `checks` and `counts`, plan by `frameCountsFromSql` and `planSample`, run `draw`, and keep what `manifestFromSql`
 * makes of it. The queries should see the same state of the table.
 * @param design - JSON text or value
 * @throws CallgradeError `sampling/sql-unsupported` with every place of the design that the engine cannot say
 * faithfully, `sampling/seed`, `sampling/argument`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * samplingSql(design, { dialect: 'duckdb', table: 'calls', seed: '2026-08' }).status //=> 'run'
 */
export function samplingSql(design: DocumentInput<SamplingDesign>, options: SamplingSqlOptions): SamplingSql {
  const parsed = parseSamplingDesign(design)
  const { dialect: dialectName, seed, instants = 'timestamp' } = options
  checkSeed(seed)
  const parts = typeof options.table === 'string' ? [options.table] : options.table
  throwIssues(argumentFaults(dialectName, instants, parts))
  const dialect = DIALECTS[dialectName]
  const table = parts.map((part) => dialect.name(part)).join('.')
  const frame = frameQuery(parsed, dialect, { dialectName, table, instants })
  const checks = checksQuery(frame)
  const counts = countsQuery(frame)
  throwDrafts(frame.conditions.drafts)
  return {
    dialect: dialectName,
    status: dialect.status,
    checks,
    counts,
    draw: (plan) => {
      if (JSON.stringify(plan.design) !== JSON.stringify(parsed)) throw partsDiffer('design')
      const sql = drawQuery(frame, plan, seed)
      throwDrafts(frame.conditions.drafts)
      return sql
    },
  }
}

function argumentFaults(dialect: string, instants: string, table: readonly string[]): readonly Issue[] {
  const faults: Issue[] = []
  if (!Object.hasOwn(DIALECTS, dialect))
    faults.push(argumentIssue('sampling/argument', ['dialect'], Object.keys(DIALECTS).join(' | '), dialect))
  if (!STORED_INSTANTS.some((stored) => stored === instants))
    faults.push(argumentIssue('sampling/argument', ['instants'], STORED_INSTANTS.join(' | '), instants))
  if (table.length === 0 || !table.every((part) => typeof part === 'string' && /^[^\p{Cc}\p{Cs}]+$/u.test(part)))
    faults.push(argumentIssue('sampling/argument', ['table'], 'name', table))
  return faults
}

function throwDrafts(drafts: readonly IssueDraft[]): void {
  throwIssues(drafts.map((draft) => issueOf(draft, undefined)))
}
