import type { FailedScore, ScoreOutcome } from './score.js'

/** Returns whether an outcome of `scoreAll` is a failure. */
export function isFailedScore(outcome: ScoreOutcome): outcome is FailedScore {
  return 'error' in outcome
}
