import type { PathSegment } from '../../issues/issue.js'
import type { SlotDimension } from '../design/sampling-design.js'
import { slotSpans } from '../design/slot-spans.js'
import type { SqlDialect } from './dialects/sql-dialect.js'
import type { SqlConditions } from './sql-conditions.js'
import type { SqlField } from './sql-fields.js'

const MINUTES_OF_DAY = 1_440

/** Returns SQL for the label of a row, null where the column is empty. */
export function labelSql(
  dimension: string | SlotDimension,
  field: SqlField | undefined,
  conditions: SqlConditions,
  path: readonly PathSegment[],
): string {
  if (!field) return 'NULL'
  if (typeof dimension !== 'string') return slotSql(dimension, field.wall ?? 'NULL', conditions, path)
  switch (field.definition.type) {
    case 'integer':
      return `CAST(${field.value} AS ${conditions.dialect.textType})`
    case 'boolean':
      return `CASE WHEN ${field.value} THEN 'true' WHEN NOT ${field.value} THEN 'false' END`
    default:
      return field.value
  }
}

function slotSql(
  dimension: SlotDimension,
  wall: string,
  conditions: SqlConditions,
  path: readonly PathSegment[],
): string {
  const minute = `(EXTRACT(HOUR FROM ${wall}) * 60 + EXTRACT(MINUTE FROM ${wall}))`
  const cases = slotSpans(dimension).map(({ label, from, to }) => {
    const end = to > MINUTES_OF_DAY ? `OR ${minute} < ${to - MINUTES_OF_DAY}` : `AND ${minute} < ${to}`
    return `WHEN ${minute} >= ${from} ${end} THEN ${conditions.text(label, [...path, 'slots', label])}`
  })
  const { otherwise } = dimension
  const rest =
    otherwise === undefined
      ? ''
      : ` WHEN ${wall} IS NOT NULL THEN ${conditions.text(otherwise, [...path, 'otherwise'])}`
  return `CASE ${cases.join(' ')}${rest} END`
}

/** Returns SQL for compact JSON of a text without control characters. */
export function jsonTextSql(text: string, dialect: SqlDialect): string {
  const backslashes = `REPLACE(${text}, ${dialect.text('\\')}, ${dialect.text('\\\\')})`
  return `'"' || REPLACE(${backslashes}, '"', ${dialect.text('\\"')}) || '"'`
}

/** Returns SQL for compact JSON of the labels. */
export function stratumKeySql(labels: readonly string[], dialect: SqlDialect): string {
  if (labels.length === 0) return "'[]'"
  return `('[' || ${labels.map((label) => jsonTextSql(label, dialect)).join(` || ',' || `)} || ']')`
}
