import { factNames } from '../../conditions/fact-names.js'
import type { SqlFrame } from './frame-query.js'

/** Writes the query of rows that the library would reject: one row per kind of fault and column. */
export function checksQuery(frame: SqlFrame): string {
  const { dialect, fields, labels, labelFields, design } = frame
  const found = (code: string, field: string, where: string): string =>
    [
      `SELECT '${code}' AS code, ${frame.conditions.text(field, ['fields', field])} AS field,`,
      "COUNT(*) AS calls, NULLIF(MIN(call_id), '') AS example FROM cells WHERE",
      where,
    ].join(' ')
  const isCandidate = 'is_sound AND is_eligible'
  const idField = fields.find(({ definition }) => definition.role === 'id')?.name ?? ''
  const parts = [
    ...fields.map(({ name, misfits }) => found('sampling/cell-type', name, misfits)),
    ...fields.flatMap(({ name, badText }) =>
      badText === undefined ? [] : [found('sampling/bad-text', name, badText)],
    ),
    ...(design.eligible
      ? [found('sampling/eligible-unknown', namesInEligible(frame), 'is_sound AND is_eligible IS NULL')]
      : []),
    found('sampling/missing-id', idField, `${isCandidate} AND (call_id IS NULL OR call_id = '')`),
    ...labels.map((label, index) =>
      found('sampling/missing-stratum', labelFields[index] ?? '', `${isCandidate} AND ${label} IS NULL`),
    ),
    [
      `SELECT 'sampling/duplicate-call', ${frame.conditions.text(idField, ['fields', idField])},`,
      `CAST(COALESCE(SUM(calls - 1), 0) AS ${dialect.integerType}), MIN(call_id)`,
      'FROM (SELECT call_id, COUNT(*) AS calls FROM frame GROUP BY call_id HAVING COUNT(*) > 1) AS repeated',
    ].join(' '),
  ]
  return [
    frame.with,
    'SELECT code, field, calls, example FROM (',
    `  ${parts.join('\n  UNION ALL\n  ')}`,
    ') AS faults',
    'WHERE calls > 0',
    'ORDER BY code, field',
  ].join('\n')
}

/** Names of the columns that `eligible` asks for, in the order of the design. */
function namesInEligible({ design }: SqlFrame): string {
  const names: ReadonlySet<string> = design.eligible ? factNames(design.eligible) : new Set()
  return Object.keys(design.fields)
    .filter((name) => names.has(name))
    .join(', ')
}
