import type { AlertStep } from '../policy/alert-policy.js'
import type { PlacedFinding } from './group-findings.js'

export const HOUR = 3_600_000

/**
 * Returns the last findings of all windows that hold a new finding: the new ones, and later ones that were known before.
 * A rate is tested once a review, with the latest of the new findings, since each further test adds false alerts.
 */
export function windowEnds(
  step: AlertStep,
  findings: readonly PlacedFinding[],
  found: readonly PlacedFinding[],
): readonly PlacedFinding[] {
  const last = findings.at(-1)
  if (!last) return []
  if (!step.window) return [last]
  const [latest] = found.slice(-1)
  if (step.rate) return latest ? [latest] : []
  const [earliest] = found
  if (!earliest || !latest) return []
  // The usual case: the new finding also occurred last.
  if (earliest === last) return [last]
  const { window } = step
  const isReached = (end: PlacedFinding): boolean =>
    end.at >= earliest.at &&
    ('days' in window ? end.day < latest.day + window.days : end.at < latest.at + window.hours * HOUR)
  const ends: PlacedFinding[] = []
  for (let index = findings.length - 1; index >= 0; index--) {
    const end = findings[index]
    if (!end || end.at < earliest.at) break
    // Windows of days that end on the same day are the same.
    if (isReached(end) && !('days' in window && ends.at(-1)?.day === end.day)) ends.push(end)
  }
  return ends.reverse()
}
