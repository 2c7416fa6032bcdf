import type { SqlDialect } from './sql-dialect.js'

/** Writes a text literal; backslashes escape in this dialect, and a text may not hold a line break. */
function text(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `'${escaped}'`
}

/** GoogleSQL of BigQuery, by its manual. */
export const bigquery: SqlDialect = {
  status: 'not run',
  ignoresCaseOfNames: true,
  readsTextInstants: false,
  textType: 'STRING',
  integerType: 'INT64',
  doubleType: 'FLOAT64',
  timestampType: 'DATETIME',
  timestamptzType: 'TIMESTAMP',
  name: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  text,
  byBytes: (value) => `COLLATE(${value}, '')`,
  hasOtherType: () => undefined,
  holdsControl: (value) => `REGEXP_CONTAINS(${value}, r'\\p{Cc}')`,
  castInteger: (column) => `CAST(${column} AS INT64)`,
  castDouble: (column) => `CAST(${column} AS FLOAT64)`,
  dateText: (column) => `FORMAT_DATE('%Y-%m-%d', ${column})`,
  wallText: (wall) => `FORMAT_DATETIME('%Y-%m-%dT%H:%M:%S', ${wall})`,
  wallTime: (moment, zone) => `DATETIME(${moment}, ${text(zone)})`,
  wallTimeOfText: (value) => value,
  sha256: (value) => `TO_HEX(SHA256(${value}))`,
  word: (hexadecimal, from) => `CAST('0x' || SUBSTR(${hexadecimal}, ${from}, 8) AS INT64)`,
  values: (rows, columns, name) => {
    const structs = rows.map((row) => `STRUCT(${row.map((cell, at) => `${cell} AS ${columns[at] ?? ''}`).join(', ')})`)
    return `UNNEST([\n    ${structs.join(',\n    ')}\n  ]) AS ${name}`
  },
}
