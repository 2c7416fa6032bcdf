import { type SqlDialect, standardValues } from './sql-dialect.js'

/** All control characters, as this dialect escapes them. */
const CONTROL = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter((code) => code < 0x20 || code > 0x7e)
  .map(escaped)
  .join('')

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}

function text(value: string): string {
  const safe = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replace(/\p{Cc}/gu, (character) => escaped(character.charCodeAt(0)))
  return `'${safe}'`
}

/** Snowflake's format of eight hexadecimal digits. */
const HEXADECIMAL_WORD = 'X'.repeat(8)

/** Snowflake, by its manual. */
export const snowflake: SqlDialect = {
  status: 'not run',
  ignoresCaseOfNames: false,
  readsTextInstants: false,
  textType: 'VARCHAR',
  integerType: 'NUMBER(38, 0)',
  doubleType: 'DOUBLE',
  timestampType: 'TIMESTAMP_NTZ',
  timestamptzType: 'TIMESTAMP_TZ',
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  byBytes: (value) => `COLLATE(${value}, '')`,
  hasOtherType: () => undefined,
  // Its regular expressions know control characters of ASCII alone.
  holdsControl: (value) => `TRANSLATE(${value}, '${CONTROL}', '') <> ${value}`,
  castInteger: (column) => `CAST(${column} AS NUMBER(38, 0))`,
  castDouble: (column) => `CAST(${column} AS DOUBLE)`,
  dateText: (column) => `TO_CHAR(${column}, 'YYYY-MM-DD')`,
  wallText: (wall) => `TO_CHAR(${wall}, 'YYYY-MM-DD"T"HH24:MI:SS')`,
  wallTime: (moment, zone) => `CONVERT_TIMEZONE(${text(zone)}, ${moment})::TIMESTAMP_NTZ`,
  wallTimeOfText: (value) => value,
  sha256: (value) => `SHA2(${value}, 256)`,
  word: (hexadecimal, from) => `TO_NUMBER(SUBSTR(${hexadecimal}, ${from}, 8), '${HEXADECIMAL_WORD}')`,
  values: standardValues,
}
