import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { ReviewEvent, ReviewTier } from './review-event.js'
import type { ReviewProgress } from './review-progress.js'

/** Tiers that may do what; undefined for what the agent's side does, which has no tier. */
const TIERS: Readonly<Record<ReviewEvent['kind'], readonly ReviewTier[] | undefined>> = {
  scored: ['junior', 'reviewer', 'expert'],
  calibrated: ['reviewer', 'expert'],
  published: ['reviewer', 'expert'],
  appealed: undefined,
  answered: ['reviewer', 'expert'],
  settled: ['expert'],
  acknowledged: undefined,
}

/** Returns the fault of an event by somebody whose tier may not do it. */
export function tierFault({ kind, tier }: ReviewEvent): IssueDraft | undefined {
  const allowed = TIERS[kind]
  if (!allowed || (tier && allowed.includes(tier))) return undefined
  return {
    code: 'calibration/tier',
    path: ['tier'],
    expected: alternatives(allowed),
    ...(tier !== undefined && { received: excerptOf(tier) }),
    details: { kind },
  }
}

/** Returns the fault of an event by a person who took part in the score that it is about. */
export function ownScoreFault({ by, kind }: ReviewEvent, { scores }: ReviewProgress): IssueDraft | undefined {
  return scores.some((score) => score.by === by) ? ownScore(by, kind) : undefined
}

/** Returns the fault of settling by somebody who answered an appeal before. */
export function ownAnswerFault({ by, kind }: ReviewEvent, { appeals }: ReviewProgress): IssueDraft | undefined {
  const hasDecided = kind === 'settled' && appeals.some((appeal) => appeal.decidedBy === by)
  return hasDecided ? ownScore(by, kind) : undefined
}

function ownScore(by: string, kind: ReviewEvent['kind']): IssueDraft {
  return { code: 'calibration/own-score', path: ['by'], received: excerptOf(by), details: { kind } }
}
