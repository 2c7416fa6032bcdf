import type { Score } from '../score.js'
import type { SummaryKey } from './summary.js'

/** Makes the labels of a score from its keys; null where the score has none. */
export function labelsBy(keys: readonly SummaryKey[]): (score: Score) => Record<string, string | null> {
  return (score) => Object.fromEntries(keys.map((key) => [key, labelOf(score, key)]))
}

function labelOf(score: Score, key: SummaryKey): string | null {
  if (key === 'month') return (score.date ?? score.period?.from)?.slice(0, 7) ?? null
  if (key === 'date') return score.date ?? score.period?.from ?? null
  if (key === 'subject') return score.subject ? `${score.subject.kind}:${score.subject.id}` : null
  return score[key] ?? null
}
