import type { FieldRole, SamplingDesign } from '../design/sampling-design.js'
import type { SqlDialect, StoredInstant } from './dialects/sql-dialect.js'
import { labelSql, stratumKeySql } from './label-sql.js'
import { SqlConditions, type SqlFact } from './sql-conditions.js'
import { type SqlField, sqlFields } from './sql-fields.js'

/** The frame as the first parts of a query, and what the parts behind them need to know. */
export interface SqlFrame {
  readonly design: SamplingDesign
  readonly dialect: SqlDialect
  readonly conditions: SqlConditions
  readonly fields: readonly SqlField[]
  /** Columns that the labels are made of. */
  readonly labelFields: readonly string[]
  readonly labels: readonly string[]
  readonly hasAgents: boolean
  /**
   * `WITH` and three parts: `source`, the columns; `cells`, every row with `is_sound`, `is_eligible`, `call_id`,
   * `agent`, labels, and tests of rules; `frame`, the calls.
   */
  readonly with: string
}

/** Writes the rows that the library would take as calls of the frame, and what it would make of each. */
export function frameQuery(
  design: SamplingDesign,
  dialect: SqlDialect,
  options: { readonly dialectName: string; readonly table: string; readonly instants: StoredInstant },
): SqlFrame {
  const conditions = new SqlConditions(dialect, options.dialectName)
  const fields = sqlFields(design, dialect, options.instants, conditions)
  const byName = new Map(fields.map((field) => [field.name, field]))
  const facts = new Map(fields.map(({ name, fact }) => [name, fact]))
  const ofRole = (role: FieldRole): SqlField | undefined => fields.find(({ definition }) => definition.role === role)
  const noText = `CAST(NULL AS ${dialect.textType})`
  const agent = ofRole('agent')

  const labelFields = (design.strata ?? []).map((dimension) =>
    typeof dimension === 'string' ? dimension : dimension.field,
  )
  const labelColumns = (design.strata ?? []).map((dimension, index) =>
    dialect.byBytes(labelSql(dimension, byName.get(labelFields[index] ?? ''), conditions, ['strata', index])),
  )
  const labels = labelColumns.map((_, index) => `label_${index + 1}`)
  const tests = [
    ...(design.targeted ?? []).map(({ where }, index) => ({
      alias: `fits_${index + 1}`,
      sql: conditions.write(where, ['targeted', index, 'where'], facts),
    })),
    { alias: 'agent_rule', sql: agentRule(design, conditions, facts) },
  ]
  const isSound = fields.flatMap(({ misfits, badText }) => [
    `NOT ${misfits}`,
    ...(badText === undefined ? [] : [`COALESCE(NOT ${badText}, TRUE)`]),
  ])
  const cells = [
    `${isSound.join(' AND ')} AS is_sound`,
    `${design.eligible ? conditions.write(design.eligible, ['eligible'], facts) : 'TRUE'} AS is_eligible`,
    `${ofRole('id')?.value ?? noText} AS call_id`,
    `${agent ? `NULLIF(${agent.value}, '')` : noText} AS agent`,
    `${lastCall(fields, dialect) ?? noText} AS called_at`,
    ...labelColumns.map((sql, index) => `${sql} AS ${labels[index] ?? ''}`),
    ...tests.map(({ alias, sql }) => `${sql} AS ${alias}`),
  ]
  const frame = [
    'call_id',
    'agent',
    'called_at',
    `${dialect.byBytes(stratumKeySql(labels, dialect))} AS stratum`,
    ...labels,
    ...tests.map(({ alias }) => alias),
  ]
  const isCall = ['is_sound', 'is_eligible', "call_id <> ''", ...labels.map((label) => `${label} IS NOT NULL`)]
  const selected = fields.flatMap((field) => field.selected)
  return {
    design,
    dialect,
    conditions,
    fields,
    labelFields,
    labels,
    hasAgents: agent !== undefined,
    with: [
      'WITH source AS (',
      `  SELECT\n    ${selected.join(',\n    ')}`,
      `  FROM ${options.table}`,
      '), cells AS (',
      `  SELECT\n    source.*,\n    ${cells.join(',\n    ')}`,
      '  FROM source',
      '), frame AS (',
      `  SELECT ${frame.join(', ')}`,
      '  FROM cells',
      `  WHERE ${isCall.join(' AND ')}`,
      ')',
    ].join('\n'),
  }
}

/** Returns SQL for the time of a call: from the column with the role `time`, else from the only column of instants. */
function lastCall(fields: readonly SqlField[], dialect: SqlDialect): string | undefined {
  const instants = fields.filter(({ definition }) => definition.type === 'instant')
  const field =
    fields.find(({ definition }) => definition.role === 'time') ?? (instants.length === 1 ? instants[0] : undefined)
  if (!field) return undefined
  return field.wall === undefined ? `${field.value} || 'T00:00:00'` : dialect.byBytes(dialect.wallText(field.wall))
}

/** Returns SQL for the index of the first entry of `perAgent` that a call fits. */
function agentRule(design: SamplingDesign, conditions: SqlConditions, facts: ReadonlyMap<string, SqlFact>): string {
  const entries = design.perAgent ?? []
  if (entries.length === 0) return `CAST(NULL AS ${conditions.dialect.integerType})`
  const cases = entries.map(({ where }, index) => {
    const test = where ? conditions.write(where, ['perAgent', index, 'where'], facts) : 'TRUE'
    return `WHEN ${test} THEN ${index}`
  })
  return `CASE ${cases.join(' ')} END`
}
