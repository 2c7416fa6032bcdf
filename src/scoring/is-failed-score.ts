import type { FailedScore, ScoreOutcome } from './score.js'

/**
 * Returns whether an outcome of `scoreAll` is a failure.
 * @param outcome - a score, or the error in place of one
 */
export function isFailedScore(outcome: ScoreOutcome): outcome is FailedScore {
  return 'error' in outcome
}
