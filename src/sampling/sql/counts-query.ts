import type { SqlFrame } from './frame-query.js'
import { jsonTextSql } from './label-sql.js'
import type { SqlFact } from './sql-conditions.js'

const WORDS = [0, 1, 2, 3, 4, 5, 6, 7]

/**
 * Writes the query that counts the frame: a row of the kind `frame`, one `stratum` each with the coverage rules that
 * hold for it, one `targeted` rule each, and one `agent` each where the design wants calls of every agent.
 */
export function countsQuery(frame: SqlFrame): string {
  const { design, dialect, conditions, labels } = frame
  const coverage = (design.coverage ?? []).map(({ where }, index) => ({
    alias: `covers_${index + 1}`,
    sql: `(${conditions.write(where, ['coverage', index, 'where'], coverageFacts(frame))}) IS TRUE`,
  }))
  const [text, integer] = [dialect.textType, dialect.integerType]
  const columns = new Map([
    ['kind', text],
    ['name', text],
    ['calls', integer],
    ['unknown_calls', integer],
    ['rule_place', integer],
    ['row_count', integer],
    ['without_agent', integer],
    ['last_call_at', text],
    ['digest', text],
    ...labels.map((label) => [label, text] as const),
    ...coverage.map(({ alias }) => [alias, 'BOOLEAN'] as const),
  ])
  const select = (values: Readonly<Record<string, string>>, from: string): string => {
    const cells = [...columns].map(([name, type]) => `${values[name] ?? `CAST(NULL AS ${type})`} AS ${name}`)
    return `SELECT ${cells.join(', ')} ${from}`
  }
  const tally = (condition: string): string => `COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`
  const whole = (sql: string): string => `CAST(${sql} AS ${integer})`
  const sums = WORDS.map((word) => `CAST(COALESCE(SUM(${dialect.word('digest', word * 8 + 1)}), 0) AS ${text})`)
  const parts = [
    select(
      {
        kind: "'frame'",
        calls: 'COUNT(*)',
        row_count: '(SELECT COUNT(*) FROM source)',
        without_agent: whole(frame.hasAgents ? tally('agent IS NULL') : '0'),
        last_call_at: 'MAX(called_at)',
        digest: sums.join(` || ',' || `),
      },
      'FROM digests',
    ),
    select(
      {
        kind: "'stratum'",
        name: 'stratum',
        calls: 'COUNT(*)',
        ...Object.fromEntries(labels.map((label) => [label, label])),
        ...Object.fromEntries(coverage.map(({ alias, sql }) => [alias, sql])),
      },
      `FROM digests GROUP BY ${['stratum', ...labels].join(', ')}`,
    ),
    ...(design.targeted ?? []).map(({ id }, index) =>
      select(
        {
          kind: "'targeted'",
          name: conditions.text(id, ['targeted', index, 'id']),
          calls: whole(tally(`fits_${index + 1}`)),
          unknown_calls: whole(tally(`fits_${index + 1} IS NULL`)),
        },
        'FROM digests',
      ),
    ),
    ...(design.perAgent?.length
      ? [
          select(
            { kind: "'agent'", name: 'agent', calls: 'COUNT(*)', rule_place: 'MIN(agent_rule)' },
            'FROM digests WHERE agent IS NOT NULL GROUP BY agent',
          ),
        ]
      : []),
  ]
  return [
    `${frame.with}, digests AS (`,
    `  SELECT frame.*, ${dialect.sha256(callTextSql(frame))} AS digest`,
    '  FROM frame',
    ')',
    parts.join('\nUNION ALL\n'),
  ].join('\n')
}

/** Returns SQL for compact JSON of the id and the labels, the same text whose digest the library adds up. */
function callTextSql({ labels, dialect }: SqlFrame): string {
  const id = jsonTextSql('call_id', dialect)
  return labels.length === 0 ? `('[' || ${id} || ']')` : `('[' || ${id} || ',' || SUBSTR(stratum, 2))`
}

/** Returns the facts of coverage rules: labels by the ids of the dimensions, with the types of their columns. */
function coverageFacts({ design, labels, dialect }: SqlFrame): ReadonlyMap<string, SqlFact> {
  return new Map(
    (design.strata ?? []).map((dimension, index): [string, SqlFact] => {
      const label = labels[index] ?? 'NULL'
      if (typeof dimension !== 'string') return [dimension.id, { sql: label, type: 'text' }]
      switch (design.fields[dimension]?.type) {
        case 'integer':
          return [dimension, { sql: `CAST(${label} AS ${dialect.integerType})`, type: 'number' }]
        case 'boolean':
          return [dimension, { sql: `(${label} = 'true')`, type: 'boolean' }]
        default:
          return [dimension, { sql: label, type: 'text' }]
      }
    }),
  )
}
