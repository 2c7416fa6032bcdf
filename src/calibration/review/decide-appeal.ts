import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Scorer } from '../../scoring/index.js'
import { beyondAppeal } from './appeal-topics.js'
import { scoreChanged } from './rescore-in-review.js'
import type { ReviewAppeal } from './review-appeal.js'
import type { ReviewChanges, ReviewEvent } from './review-event.js'
import { notNow, type ReviewProgress, type ReviewStep } from './review-progress.js'
import { ownAnswerFault, ownScoreFault } from './review-rights.js'

/**
 * Answers an appeal, or settles a second one on the same matter. What is upheld changes the score, and only what the
 * appeal is about.
 * @param kind - of the event
 */
export function decideAppeal(
  progress: ReviewProgress,
  event: ReviewEvent,
  kind: 'answered' | 'settled',
  scorer: Scorer,
): ReviewStep {
  const appeal = appealOf(event, progress)
  if ('fault' in appeal) return appeal
  const { decision, changes = {} } = event
  const fault =
    secondFault(appeal, kind) ??
    (decision === undefined
      ? missingDecision()
      : (ownScoreFault(event, progress) ?? ownAnswerFault(event, progress) ?? changesFault(decision, changes)))
  if (fault) return { fault }
  const beyond = hasChanges(changes)
    ? beyondAppeal(changes, appeal.about, progress.scores.at(-1)?.evaluation, scorer.rubric)
    : undefined
  if (beyond) return { fault: beyond }
  const rescored: ReviewStep = decision === 'rejected' ? {} : scoreChanged(progress, event, kind, scorer)
  if ('fault' in rescored) return rescored
  const decided: ReviewAppeal = {
    ...appeal,
    status: kind,
    ...(decision !== undefined && { decision }),
    decidedAt: event.at,
    decidedBy: event.by,
  }
  const appeals = progress.appeals.map((other) => (other === appeal ? decided : other))
  return { ...rescored, appeals, status: appeals.some(({ status }) => status === 'open') ? 'appealed' : kind }
}

/** Returns the open appeal that an event names, or the only open one where it names none. */
function appealOf(event: ReviewEvent, progress: ReviewProgress): ReviewAppeal | { readonly fault: IssueDraft } {
  const open = progress.appeals.filter(({ status }) => status === 'open')
  const [only] = open
  if (!only) return notNow(event, progress)
  const named =
    event.appeal === undefined ? (open.length === 1 ? only : undefined) : open.find(({ id }) => id === event.appeal)
  if (named) return named
  return {
    fault: {
      code: 'calibration/which-appeal',
      path: ['appeal'],
      expected: alternatives(open.map(({ id }) => id)),
      ...(event.appeal !== undefined && { received: excerptOf(event.appeal) }),
    },
  }
}

function secondFault({ isSecond }: ReviewAppeal, kind: 'answered' | 'settled'): IssueDraft | undefined {
  return isSecond && kind === 'answered'
    ? {
        code: 'calibration/tier',
        path: ['kind'],
        expected: '"settled"',
        received: excerptOf(kind),
        details: { kind },
      }
    : undefined
}

function missingDecision(): IssueDraft {
  return { code: 'document/missing-key', path: ['decision'], expected: '"upheld" | "partly-upheld" | "rejected"' }
}

/**
 * Finds the fault of a decision's changes: a rejected appeal changes nothing; an upheld one has to say what changes.
 */
function changesFault(decision: NonNullable<ReviewEvent['decision']>, changes: ReviewChanges): IssueDraft | undefined {
  if ((decision === 'rejected') !== hasChanges(changes)) return undefined
  return {
    code: decision === 'rejected' ? 'calibration/changes-of-rejected' : 'calibration/changes-missing',
    path: ['changes'],
    details: { decision },
  }
}

function hasChanges({ ratings = {}, vetoes, bonuses }: ReviewChanges): boolean {
  return Object.keys(ratings).length > 0 || vetoes !== undefined || bonuses !== undefined
}
