import type { CivilDate, DaySpan } from '../../documents/time/civil-date.js'
import { instantOf } from '../../documents/time/instant.js'
import type { PathSegment } from '../../issues/issue.js'
import { refuse } from '../../issues/refuse.js'
import type { Alert } from '../alert.js'
import { isDate } from './dated-sample.js'

interface KnownEvidence {
  readonly spans: readonly DaySpan[]
  /** Whether all days are known whose findings raised the alert. */
  readonly isStartKnown: boolean
}

/** Returns the known days of the evidence. The alert itself has those of its last rise only. */
export function evidenceOf(
  alert: Alert,
  further: readonly DaySpan[] | undefined,
  dateOf: (instant: string, path: readonly PathSegment[]) => CivilDate,
): KnownEvidence {
  if (further !== undefined && !Array.isArray(further))
    refuse('alerts/effect-argument', ['evidenceDays'], 'list', further)
  for (const [index, span] of (further ?? []).entries()) {
    for (const end of ['from', 'through'] as const) {
      const date = span[end]
      if (date !== undefined && !isDate(date))
        refuse('alerts/effect-argument', ['evidenceDays', index, end], 'date YYYY-MM-DD', date)
    }
  }
  const { window } = alert.evidence
  const raised = dateOf(alert.raisedAt, ['alert', 'raisedAt'])
  const own: DaySpan =
    window === undefined
      ? { from: raised, through: dateOf(alert.levelSince, ['alert', 'levelSince']) }
      : 'after' in window
        ? {
            from: dateOf(window.after, ['alert', 'evidence', 'window', 'after']),
            through: dateOf(window.through, ['alert', 'evidence', 'window', 'through']),
          }
        : window
  const isFirst = alert.episode === 1 && instantOf(alert.levelSince) === instantOf(alert.raisedAt)
  return {
    spans: [own, ...(further ?? [])],
    isStartKnown: further !== undefined || (window !== undefined && isFirst),
  }
}
