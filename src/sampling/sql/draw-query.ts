import type { SamplePlan } from '../size/sample-plan.js'
import type { SqlFrame } from './frame-query.js'

const CALL = 'call_id, agent, stratum, selection_key'

/**
 * Writes the query that draws: measure first, then each targeted rule, then what agents lack, each without what was
 * drawn before it. Its rows have the order of a manifest, with sizes that show whether the frame has changed.
 */
export function drawQuery(frame: SqlFrame, plan: SamplePlan, seed: string): string {
  const { design, dialect, conditions } = frame
  const noText = `CAST(NULL AS ${dialect.textType})`
  const planned = plan.strata.map(({ key, n }, index) => [
    conditions.text(key, ['strata', index, 'key']),
    String(n),
    String(index),
  ])
  const tests = (design.targeted ?? []).map((_, index) => `fits_${index + 1}`)
  const parts: [name: string, sql: string][] = [
    ['planned', `SELECT stratum, n, place\n  FROM ${dialect.values(planned, ['stratum', 'n', 'place'], 'plan_rows')}`],
    [
      'keyed',
      `SELECT ${['call_id', 'agent', 'stratum', 'agent_rule', ...tests].join(', ')}, ${keySql(frame, seed)} AS selection_key\n  FROM frame`,
    ],
    ['sizes', 'SELECT stratum, COUNT(*) AS stratum_calls FROM frame GROUP BY stratum'],
    [
      'ranked',
      `SELECT ${CALL}, ROW_NUMBER() OVER (PARTITION BY stratum ORDER BY selection_key) AS rank_in_stratum\n  FROM keyed`,
    ],
    [
      'drawn_0',
      `SELECT r.call_id, r.agent, r.stratum, r.selection_key, 'measure' AS purpose, ${noText} AS rule\n  FROM ranked AS r JOIN planned AS p ON p.stratum = r.stratum\n  WHERE r.rank_in_stratum <= p.n`,
    ],
  ]
  let drawn = 'drawn_0'
  const addToDrawn = (source: string, purpose: string, rule: string): void => {
    const name = `drawn_${Number(drawn.slice('drawn_'.length)) + 1}`
    parts.push([
      name,
      `SELECT * FROM ${drawn}\n  UNION ALL\n  SELECT ${CALL}, '${purpose}' AS purpose, ${rule} AS rule FROM ${source}`,
    ])
    drawn = name
  }
  for (const [index, { id, limit }] of (design.targeted ?? []).entries()) {
    const source = `targeted_${index + 1}`
    const isFree = `NOT EXISTS (SELECT 1 FROM ${drawn} AS d WHERE d.call_id = k.call_id)`
    parts.push([
      source,
      `SELECT ${CALL}\n  FROM keyed AS k\n  WHERE fits_${index + 1} AND ${isFree}\n  ORDER BY selection_key\n  LIMIT ${limit}`,
    ])
    addToDrawn(source, 'targeted', conditions.text(id, ['targeted', index, 'id']))
  }
  if (design.perAgent?.length) {
    parts.push(...coachingParts(frame, drawn))
    addToDrawn('coaching', 'coaching', noText)
  }
  return [
    frame.with,
    ...parts.map(([name, sql]) => `, ${name} AS (\n  ${sql}\n)`),
    'SELECT d.call_id, d.stratum, d.purpose, d.rule, d.selection_key, d.agent, s.stratum_calls,',
    '  (SELECT COUNT(*) FROM frame) AS frame_calls',
    `FROM ${drawn} AS d JOIN sizes AS s ON s.stratum = d.stratum LEFT JOIN planned AS p ON p.stratum = d.stratum`,
    'ORDER BY p.place, d.selection_key',
  ].join('\n')
}

function keySql({ dialect }: SqlFrame, seed: string): string {
  return dialect.byBytes(dialect.sha256(`${dialect.text(`${seed}:`)} || call_id`))
}

/**
 * Returns the query parts that fill up agents: each agent's calls with the smallest keys that are not drawn yet, as
 * many as the minimum lacks.
 */
function coachingParts({ design }: SqlFrame, drawn: string): [name: string, sql: string][] {
  const minima = (design.perAgent ?? []).map(({ minimum }, index) => `WHEN ${index} THEN ${minimum}`)
  const perAgent = 'FROM keyed WHERE agent IS NOT NULL GROUP BY agent'
  return [
    ['wanted', `SELECT agent, CASE MIN(agent_rule) ${minima.join(' ')} ELSE 0 END AS minimum ${perAgent}`],
    ['held', `SELECT agent, COUNT(*) AS calls FROM ${drawn} WHERE agent IS NOT NULL GROUP BY agent`],
    [
      'free_calls',
      `SELECT ${CALL}, ROW_NUMBER() OVER (PARTITION BY agent ORDER BY selection_key) AS rank_of_agent\n  FROM keyed AS k\n  WHERE agent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${drawn} AS d WHERE d.call_id = k.call_id)`,
    ],
    [
      'coaching',
      'SELECT f.call_id, f.agent, f.stratum, f.selection_key\n  FROM free_calls AS f JOIN wanted AS w ON w.agent = f.agent LEFT JOIN held AS h ON h.agent = f.agent\n  WHERE f.rank_of_agent <= w.minimum - COALESCE(h.calls, 0)',
    ],
  ]
}
