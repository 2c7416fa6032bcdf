import type { RatingTables, Target } from './tables/rating-tables.js'

/** A call on which raters differ, for the session to discuss. */
export interface Discussion {
  readonly callId: string
  readonly kind: Target['kind']
  readonly id: string
  readonly ratings: readonly { readonly raterId: string; readonly rating: number | string }[]
  /** Between the highest and the lowest, in levels or points; 1 for different names. */
  readonly spread: number
}

/**
 * Lists the calls on which raters differ most: vetoes first, then levels by how much of the scale they are apart.
 * @param limit - calls at most
 */
export function callsToDiscuss({ targets, calls, raters }: RatingTables, limit: number): readonly Discussion[] {
  const found: (Discussion & { readonly weight: number })[] = []
  for (const { kind, id, scale, table } of targets) {
    if (kind === 'section' || kind === 'total') continue
    for (const [call, callId] of calls.entries()) {
      const row = table[call] ?? []
      const rated = raters.flatMap((raterId, rater) => {
        const rating = row[rater]
        return rating === null || rating === undefined ? [] : [{ raterId, rating }]
      })
      const values = rated.map(({ rating }) => rating)
      if (values.length < 2) continue
      const [lowest, highest] = [Math.min(...values), Math.max(...values)]
      if (lowest === highest) continue
      const spread = scale.kind === 'names' ? 1 : highest - lowest
      found.push({
        callId,
        kind,
        id,
        spread,
        ratings: rated.map(({ raterId, rating }) => ({
          raterId,
          rating: scale.kind === 'names' ? (scale.names[rating] ?? String(rating)) : rating,
        })),
        // A veto that one rater marked and another did not comes first.
        weight:
          kind === 'veto'
            ? 2
            : scale.kind === 'levels'
              ? spread / ((scale.values.at(-1) ?? 1) - (scale.values[0] ?? 0))
              : scale.kind === 'names'
                ? 1
                : 0,
      })
    }
  }
  return found
    .sort((a, b) => b.weight - a.weight || b.spread - a.spread)
    .slice(0, limit)
    .map(({ weight: _, ...discussion }) => discussion)
}
