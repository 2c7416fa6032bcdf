import type { Calendar, Deadline } from '../../calendar/calendar.js'
import { parseCalendar } from '../../calendar/parse-calendar.js'
import { compareUtf8 } from '../../documents/compare-utf8.js'
import { once } from '../../documents/once.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { recordChecker } from '../../documents/record-checker.js'
import { textField } from '../../documents/record-fields.js'
import { checkedInstant } from '../../documents/time/checked-instant.js'
import { instantOf } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/index.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Evaluation, Score, Scorer } from '../../scoring/index.js'
import { applyReviewEvent } from './apply-review-event.js'
import type { ReviewAppeal } from './review-appeal.js'
import type { ReviewEvent, ReviewPolicy } from './review-event.js'
import { reviewEventChecker } from './review-event-checker.js'
import type { ReviewProgress } from './review-progress.js'
import { tierFault } from './review-rights.js'
import type { ReviewedScore } from './reviewed-score.js'

/** State of the review of one evaluation. */
export interface ReviewState {
  readonly evaluationId: string
  readonly status: ReviewProgress['status'] | 'final'
  /** The score that counts, for summaries, alerts and estimates; absent while unscored. */
  readonly record?: Score
  /** All, the first one first. */
  readonly scores: readonly ReviewedScore[]
  readonly appeals: readonly ReviewAppeal[]
  /** RFC 3339. */
  readonly publishedAt?: string
  /** Until when an appeal is in time. */
  readonly appealDue?: Deadline
  /** Until when the agent's feedback is in time. */
  readonly feedbackDue?: Deadline
  /** RFC 3339. */
  readonly acknowledgedAt?: string
  /** Whether the agent's feedback came late, or is overdue at `asOf`. */
  readonly isFeedbackLate: boolean
  /** Events that were impossible, each with its reason; they changed nothing. */
  readonly refused: readonly { readonly event: string; readonly issue: Issue }[]
}

/** Options of `reviewState`. */
export interface ReviewOptions {
  readonly policy: ReviewPolicy
  /** Calendars for terms in working time. */
  readonly calendars?: readonly DocumentInput<Calendar>[]
  /** RFC 3339 with an offset. Later events do not count. */
  readonly asOf: string
}

/** Checks the id of the evaluation alone; the scorer checks its other keys. */
const evaluationId = /* @__PURE__ */ once(() => recordChecker({ id: textField() }, { unknownKeys: 'ignored' }))

/** The order of what is done at the same instant. */
const ORDER: Readonly<Record<ReviewEvent['kind'], number>> = {
  scored: 0,
  calibrated: 1,
  published: 2,
  appealed: 3,
  answered: 4,
  settled: 5,
  acknowledged: 6,
}

/**
 * Returns the state of the review of one evaluation after its events, which may come in any order. Juniors score;
 * reviewers and experts calibrate and publish; the agent's side appeals and acknowledges; reviewers answer; experts
 * settle. People do not decide about their own score. Every score is kept with its difference by item. An upheld appeal
 * leads to a score of the same evaluation, later by `evaluatedAt`, so that alerts raised by what it removes are
 * withdrawn when they are classified again.
 * @param evaluation - as first rated
 * @param events - of this evaluation alone; of two with one id the earlier counts
 * @throws CallgradeError `document/instant` for `asOf`, `document/missing-key` for an evaluation without id, and as
 * `deadline`
 * @example
 * reviewState(evaluation, events, scorer, { policy: { appeal: { within: { workingDays: 2 } } }, calendars, asOf }).status
 * //=> 'published'
 */
export function reviewState(
  evaluation: Evaluation,
  events: readonly ReviewEvent[],
  scorer: Scorer,
  { policy, calendars = [], asOf }: ReviewOptions,
): ReviewState {
  const now = checkedInstant(asOf, ['asOf'])
  const [missing] = evaluationId().faultsOf(evaluation)
  if (missing) throw new CallgradeError([issueOf({ ...missing, path: ['evaluation', ...missing.path] }, undefined)])

  const refused: { readonly event: string; readonly issue: Issue }[] = []
  const refuse = (event: ReviewEvent, fault: IssueDraft): void => {
    const id: unknown = typeof event === 'object' && event !== null ? event.id : undefined
    refused.push({ event: typeof id === 'string' ? id : '', issue: issueOf(fault, undefined) })
  }
  const sound = events.filter((event) => {
    const [fault] = reviewEventChecker().faultsOf(event)
    if (fault) refuse(event, fault)
    return !fault
  })
  const inOrder = sound
    .filter(({ at }) => instantOf(at) <= now)
    .sort((a, b) => instantOf(a.at) - instantOf(b.at) || ORDER[a.kind] - ORDER[b.kind] || compareUtf8(a.id, b.id))

  const terms = { evaluation, scorer, policy, calendars: calendars.map((calendar) => parseCalendar(calendar)) }
  const applied = new Set<string>()
  let progress: ReviewProgress = { status: 'unscored', scores: [], appeals: [] }
  for (const event of inOrder) {
    const fault = identityFault(event, evaluation.id, applied) ?? tierFault(event)
    const step = fault ? { fault } : applyReviewEvent(progress, event, terms)
    if ('fault' in step) refuse(event, step.fault)
    else {
      progress = { ...progress, ...step }
      applied.add(event.id)
    }
  }
  return stateAt(progress, evaluation.id, policy, now, refused)
}

function identityFault(
  { id, evaluationId }: ReviewEvent,
  expected: string,
  applied: ReadonlySet<string>,
): IssueDraft | undefined {
  if (applied.has(id)) return { code: 'calibration/event-twice', path: ['id'], received: excerptOf(id) }
  if (evaluationId === expected) return undefined
  return {
    code: 'calibration/other-evaluation',
    path: ['evaluationId'],
    expected: JSON.stringify(expected),
    received: excerptOf(evaluationId),
  }
}

/**
 * Returns the state that progress has reached at a time.
 * @param now - in milliseconds since 1970
 */
function stateAt(
  { status, scores, appeals, publication, acknowledgedAt }: ReviewProgress,
  evaluationId: string,
  policy: ReviewPolicy,
  now: number,
  refused: ReviewState['refused'],
): ReviewState {
  const { appealDue, feedbackDue } = publication ?? {}
  const record = scores.at(-1)?.score
  const isPast = (due: Deadline | undefined, at: number): boolean =>
    due?.status === 'fixed' && at > instantOf(due.dueAt)
  const isOpen = appeals.some(({ status }) => status === 'open')
  // The term of appeal is over, or the policy allows none, and no appeal is open: the score stays as it is.
  const isFinal = publication !== undefined && !isOpen && (isPast(appealDue, now) || !policy.appeal)
  return {
    evaluationId,
    status: isFinal ? 'final' : status,
    ...(record && { record }),
    scores,
    appeals,
    ...(publication && { publishedAt: publication.at }),
    ...(appealDue && { appealDue }),
    ...(feedbackDue && { feedbackDue }),
    ...(acknowledgedAt !== undefined && { acknowledgedAt }),
    isFeedbackLate: isPast(feedbackDue, acknowledgedAt === undefined ? now : instantOf(acknowledgedAt)),
    refused,
  }
}
