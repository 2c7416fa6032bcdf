import { DuckDBInstance } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import type { SqlDialectName } from '../../../src/sampling/sql/sampling-sql.js'
import type { SqlRow } from '../../../src/sampling/sql/sql-row.js'

/** An engine that a test runs SQL on, through the driver that users would take. */
export interface Engine {
  readonly name: SqlDialectName & ('duckdb' | 'postgresql')
  readonly run: (sql: string) => Promise<readonly SqlRow[]>
  /** A new table of rows; every column with its type in the engine's own words. */
  readonly fill: (
    table: string,
    columns: Readonly<Record<string, string>>,
    rows: readonly Readonly<Record<string, unknown>>[],
  ) => Promise<void>
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function createTable(table: string, columns: Readonly<Record<string, string>>): string {
  return `CREATE TABLE ${quoted(table)} (${Object.entries(columns)
    .map(([name, type]) => `${quoted(name)} ${type}`)
    .join(', ')})`
}

export async function duckdbEngine(): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  return {
    name: 'duckdb',
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    fill: async (table, columns, rows) => {
      await connection.run(createTable(table, columns))
      const names = Object.keys(columns)
      const json = JSON.stringify(
        rows.map((row) => Object.fromEntries(names.map((name, at) => [`c${at}`, row[name] ?? null]))),
      )
      const shape = JSON.stringify([Object.fromEntries(names.map((_, at) => [`c${at}`, 'VARCHAR']))])
      const cells = names.map((name, at) => `CAST(r.c${at} AS ${columns[name]?.replace(/ COLLATE.*/, '')})`)
      await connection.run(
        `INSERT INTO ${quoted(table)} SELECT ${cells.join(', ')} FROM (SELECT UNNEST(from_json(CAST($1 AS JSON), '${shape}')) AS r)`,
        [json],
      )
    },
  }
}

export async function postgresqlEngine(): Promise<Engine> {
  const database = await PGlite.create()
  return {
    name: 'postgresql',
    run: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
    fill: async (table, columns, rows) => {
      await database.exec(createTable(table, columns))
      const names = Object.keys(columns)
      const json = JSON.stringify(
        rows.map((row) => Object.fromEntries(names.map((name, at) => [`c${at}`, row[name] ?? null]))),
      )
      const shape = names.map((name, at) => `c${at} ${columns[name]}`)
      await database.query(
        `INSERT INTO ${quoted(table)} SELECT * FROM json_to_recordset($1::text::json) AS r (${shape.join(', ')})`,
        [json],
      )
    },
  }
}
