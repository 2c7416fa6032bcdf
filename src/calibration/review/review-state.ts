import type { Calendar, Deadline } from '../../calendar/calendar.js'
import { deadline } from '../../calendar/deadline.js'
import { compareUtf8 } from '../../documents/compare-utf8.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { instantOf } from '../../documents/time/instant.js'
import { alternatives } from '../../issues/alternatives.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, IssueCode } from '../../issues/index.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { nearestName } from '../../issues/nearest-name.js'
import { type Form, formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/index.js'
import type { Evaluation, Score, Scorer } from '../../scoring/index.js'
import { missingKey } from '../agreement/judged-calls.js'
import type { ReviewChanges, ReviewEvent, ReviewPolicy, ReviewTier, ReviewTopic } from './review-event.js'

/** One score in the life of an evaluation; none is ever lost. */
export interface ReviewedScore {
  /** Id of the event that led to it. */
  readonly event: string
  readonly kind: 'scored' | 'calibrated' | 'answered' | 'settled'
  readonly at: string
  readonly by: string
  readonly tier: ReviewTier
  readonly reason?: string
  readonly evaluation: Evaluation
  readonly score: Score
  /** Against the score before; null where one of the two is not scored. */
  readonly difference: number | null
  /** Items whose percentage changed. */
  readonly items: readonly { readonly item: string; readonly before: number | null; readonly after: number | null }[]
  readonly vetoesAdded: readonly string[]
  readonly vetoesRemoved: readonly string[]
}

/** An appeal and what became of it. */
export interface ReviewAppeal {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly about: readonly ReviewTopic[]
  /** The second on the same matter: for an expert alone. */
  readonly isSecond: boolean
  readonly status: 'open' | 'answered' | 'settled'
  readonly decision?: 'upheld' | 'partly-upheld' | 'rejected'
  readonly decidedAt?: string
  readonly decidedBy?: string
}

/** Where the review of one evaluation stands. */
export interface ReviewState {
  readonly evaluationId: string
  readonly status: 'unscored' | 'scored' | 'calibrated' | 'published' | 'appealed' | 'answered' | 'settled' | 'final'
  /** The one that counts: like any other score, for summaries, alerts and estimates; absent while unscored. */
  readonly record?: Score
  /** All, the first one first. */
  readonly scores: readonly ReviewedScore[]
  readonly appeals: readonly ReviewAppeal[]
  readonly publishedAt?: string
  /** By when an appeal and the agent's feedback are in time. */
  readonly appealDue?: Deadline
  readonly feedbackDue?: Deadline
  readonly acknowledgedAt?: string
  /** Whether the agent's feedback came late, or is overdue at `asOf`. */
  readonly isFeedbackLate: boolean
  /** Events that were impossible, each with its reason; they changed nothing. */
  readonly refused: readonly { readonly event: string; readonly issue: Issue }[]
}

/** What a review is worked out with. */
export interface ReviewOptions {
  readonly policy: ReviewPolicy
  readonly calendars?: readonly DocumentInput<Calendar>[]
  /** RFC 3339 with an offset: later events are not yet there. */
  readonly asOf: string
}

/**
 * Where the review of one evaluation stands after its events: a pure reducer, the same for any order in which events
 * come in. Juniors score; reviewers and experts calibrate and publish; the agent's side appeals and acknowledges;
 * reviewers answer; experts settle. Nobody decides about their own score. Every score is kept with its difference by
 * item. An appeal upheld leads to a score of the same evaluation, later by `evaluatedAt`, so that alerts raised by what
 * it removes are withdrawn when they are classified again.
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
  const now = instantOf(asOf)
  if (Number.isNaN(now))
    throw new CallgradeError([
      issueOf({ code: 'document/instant', path: ['asOf'], received: excerptOf(asOf) }, undefined),
    ])
  const missing = missingKey(evaluation, ['id'])
  if (missing) throw new CallgradeError([issueOf({ ...missing, path: ['evaluation', ...missing.path] }, undefined)])
  const review = new Review(evaluation, scorer, policy, calendars)
  const sound: ReviewEvent[] = []
  for (const event of events) {
    const fault = shapeFault(event)
    if (fault) review.refuse(event, fault)
    else sound.push(event)
  }
  const sorted = sound
    .filter(({ at }) => instantOf(at) <= now)
    .sort((a, b) => instantOf(a.at) - instantOf(b.at) || ORDER[a.kind] - ORDER[b.kind] || compareUtf8(a.id, b.id))
  for (const event of sorted) review.apply(event)
  return review.state(now)
}

/** What an event of a file may lack. */
function shapeFault(event: ReviewEvent): IssueDraft | undefined {
  const missing = missingKey(event, ['id', 'evaluationId', 'kind', 'at', 'by'])
  if (missing) return missing
  if (Number.isNaN(instantOf(event.at)))
    return { code: 'document/instant', path: ['at'], received: excerptOf(event.at) }
  if (!Object.hasOwn(ORDER, event.kind)) {
    const suggestion = nearestName(event.kind, Object.keys(ORDER))
    return {
      code: 'document/value',
      path: ['kind'],
      expected: alternatives(Object.keys(ORDER)),
      received: excerptOf(event.kind),
      ...(suggestion !== undefined && { suggestion }),
    }
  }
  const { about, changes, decision } = event
  if (about !== undefined && !(Array.isArray(about) && about.every((topic) => isObject(topic))))
    return { code: 'document/type', path: ['about'], expected: 'array', received: excerptOf(about) }
  if (decision !== undefined && !DECISIONS.includes(decision))
    return {
      code: 'document/value',
      path: ['decision'],
      expected: alternatives(DECISIONS),
      received: excerptOf(decision),
    }
  if (changes === undefined) return undefined
  if (!isObject(changes))
    return { code: 'document/type', path: ['changes'], expected: 'object', received: excerptOf(changes) }
  const { ratings, vetoes, bonuses } = changes
  if (ratings !== undefined && !isObject(ratings))
    return { code: 'document/type', path: ['changes', 'ratings'], expected: 'object', received: excerptOf(ratings) }
  for (const [key, list] of Object.entries({ vetoes, bonuses }))
    if (list !== undefined && !(Array.isArray(list) && list.every((id) => typeof id === 'string')))
      return { code: 'document/type', path: ['changes', key], expected: 'array', received: excerptOf(list) }
  return undefined
}

const DECISIONS: readonly string[] = ['upheld', 'partly-upheld', 'rejected']

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What comes first of what is done at the same instant. */
const ORDER: Readonly<Record<ReviewEvent['kind'], number>> = {
  scored: 0,
  calibrated: 1,
  published: 2,
  appealed: 3,
  answered: 4,
  settled: 5,
  acknowledged: 6,
}

/** Who may do what; the agent's side has no tier. */
const TIERS: Readonly<Record<ReviewEvent['kind'], readonly ReviewTier[] | undefined>> = {
  scored: ['junior', 'reviewer', 'expert'],
  calibrated: ['reviewer', 'expert'],
  published: ['reviewer', 'expert'],
  appealed: undefined,
  answered: ['reviewer', 'expert'],
  settled: ['expert'],
  acknowledged: undefined,
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class Review {
  private readonly form: Form
  private readonly rubric: Rubric
  private readonly scores: ReviewedScore[] = []
  private readonly appeals: Mutable<ReviewAppeal>[] = []
  private readonly refused: { event: string; issue: Issue }[] = []
  private readonly seen = new Set<string>()
  private status: ReviewState['status'] = 'unscored'
  private published: ReviewEvent | undefined
  private acknowledged: ReviewEvent | undefined
  private appealDue: Deadline | undefined
  private feedbackDue: Deadline | undefined

  constructor(
    private readonly first: Evaluation,
    private readonly scorer: Scorer,
    private readonly policy: ReviewPolicy,
    private readonly calendars: readonly DocumentInput<Calendar>[],
  ) {
    this.rubric = scorer.rubric
    this.form = formOf(scorer.rubric)
  }

  refuse(event: ReviewEvent, draft: IssueDraft): void {
    const id: unknown = typeof event === 'object' && event !== null ? event.id : undefined
    this.refused.push({ event: typeof id === 'string' ? id : '', issue: issueOf(draft, undefined) })
  }

  apply(event: ReviewEvent): void {
    const fault = this.faultOf(event) ?? this.perform(event)
    if (fault) this.refuse(event, fault)
    else this.seen.add(event.id)
  }

  private faultOf(event: ReviewEvent): IssueDraft | undefined {
    const { id, evaluationId, kind, tier } = event
    if (this.seen.has(id)) return { code: 'calibration/event-twice', path: ['id'], received: excerptOf(id) }
    if (evaluationId !== this.first.id)
      return {
        code: 'calibration/other-evaluation',
        path: ['evaluationId'],
        expected: JSON.stringify(this.first.id),
        received: excerptOf(evaluationId),
      }
    const allowed = TIERS[kind]
    if (allowed && !(tier && allowed.includes(tier)))
      return {
        code: 'calibration/tier',
        path: ['tier'],
        expected: alternatives(allowed),
        ...(tier !== undefined && { received: excerptOf(tier) }),
        details: { kind },
      }
    return undefined
  }

  /** @returns why it is impossible; undefined where it was done */
  private perform(event: ReviewEvent): IssueDraft | undefined {
    switch (event.kind) {
      case 'scored':
        return this.scores.length > 0
          ? this.notNow(event)
          : this.rescore(event, { ...this.first, evaluatedAt: this.first.evaluatedAt ?? event.at }, 'scored')
      case 'calibrated':
        if (this.scores.length === 0 || this.published) return this.notNow(event)
        return this.ownScore(event) ?? this.change(event, 'calibrated')
      case 'published':
        if (this.scores.length === 0 || this.published) return this.notNow(event)
        this.publish(event)
        return undefined
      case 'appealed':
        return this.appeal(event)
      case 'answered':
      case 'settled':
        return this.decide(event, event.kind)
      case 'acknowledged':
        if (!this.published || this.acknowledged) return this.notNow(event)
        this.acknowledged = event
        return undefined
    }
  }

  private notNow({ kind }: ReviewEvent): IssueDraft {
    return { code: 'calibration/not-now', path: ['kind'], received: excerptOf(kind), details: { status: this.status } }
  }

  /** Nobody decides about what they scored themselves. */
  private ownScore({ by, kind }: ReviewEvent): IssueDraft | undefined {
    return this.scores.some((score) => score.by === by)
      ? { code: 'calibration/own-score', path: ['by'], received: excerptOf(by), details: { kind } }
      : undefined
  }

  private publish(event: ReviewEvent): void {
    this.published = event
    this.status = 'published'
    const { appeal, feedback } = this.policy
    if (appeal) this.appealDue = deadline(event.at, appeal.within, this.calendars)
    if (feedback) this.feedbackDue = deadline(event.at, feedback.within, this.calendars)
  }

  private appeal(event: ReviewEvent): IssueDraft | undefined {
    if (!this.published) return this.notNow(event)
    const { about = [] } = event
    if (about.length === 0) return { code: 'calibration/appeal-about', path: ['about'] }
    for (const [index, topic] of about.entries()) {
      const fault = this.unknownTopic(topic, index)
      if (fault) return fault
    }
    const due = this.appealDue
    if (due?.status === 'fixed' && instantOf(event.at) > instantOf(due.dueAt))
      return {
        code: 'calibration/appeal-late',
        path: ['at'],
        expected: due.dueAt,
        received: excerptOf(event.at),
      }
    const same = this.appeals.filter((other) => other.about.some((topic) => about.some((own) => isSame(own, topic))))
    const settled = same.find(({ status }) => status !== 'answered')
    if (settled)
      return {
        code: settled.status === 'open' ? 'calibration/appeal-open' : 'calibration/appeal-settled',
        path: ['about'],
        details: { appeal: settled.id },
      }
    this.appeals.push({
      id: event.id,
      at: event.at,
      by: event.by,
      about,
      isSecond: same.length > 0,
      status: 'open',
    })
    this.status = 'appealed'
    return undefined
  }

  private decide(event: ReviewEvent, kind: 'answered' | 'settled'): IssueDraft | undefined {
    const open = this.appeals.filter(({ status }) => status === 'open')
    const appeal =
      event.appeal === undefined
        ? open.length === 1
          ? open[0]
          : undefined
        : open.find(({ id }) => id === event.appeal)
    if (!appeal) {
      if (open.length === 0) return this.notNow(event)
      return {
        code: 'calibration/which-appeal',
        path: ['appeal'],
        expected: alternatives(open.map(({ id }) => id)),
        ...(event.appeal !== undefined && { received: excerptOf(event.appeal) }),
      }
    }
    if (appeal.isSecond && kind === 'answered')
      return {
        code: 'calibration/tier',
        path: ['kind'],
        expected: '"settled"',
        received: excerptOf(kind),
        details: { kind },
      }
    const { decision, changes } = event
    if (decision === undefined)
      return { code: 'document/missing-key', path: ['decision'], expected: '"upheld" | "partly-upheld" | "rejected"' }
    const own = this.ownScore(event) ?? this.ownAnswer(event)
    if (own) return own
    if ((decision === 'rejected') === hasChanges(changes))
      return {
        code: decision === 'rejected' ? 'calibration/changes-of-rejected' : 'calibration/changes-missing',
        path: ['changes'],
        details: { decision },
      }
    const beyond = hasChanges(changes) ? this.beyondAppeal(changes ?? {}, appeal.about) : undefined
    if (beyond) return beyond
    if (decision !== 'rejected') {
      const fault = this.change(event, kind)
      if (fault) return fault
    }
    appeal.status = kind
    appeal.decision = decision
    appeal.decidedAt = event.at
    appeal.decidedBy = event.by
    this.status = this.appeals.some(({ status }) => status === 'open') ? 'appealed' : kind
    return undefined
  }

  private ownAnswer({ by, kind }: ReviewEvent): IssueDraft | undefined {
    return this.appeals.some((appeal) => appeal.decidedBy === by && kind === 'settled')
      ? { code: 'calibration/own-score', path: ['by'], received: excerptOf(by), details: { kind } }
      : undefined
  }

  private change(event: ReviewEvent, kind: ReviewedScore['kind']): IssueDraft | undefined {
    const before = this.scores.at(-1)
    if (!before) return this.notNow(event)
    const { ratings = {}, vetoes, bonuses } = event.changes ?? {}
    return this.rescore(
      event,
      {
        ...before.evaluation,
        ratings: { ...before.evaluation.ratings, ...ratings },
        ...(vetoes && { vetoes }),
        ...(bonuses && { bonuses }),
        evaluatorId: event.by,
        evaluatedAt: event.at,
      },
      kind,
    )
  }

  private rescore(event: ReviewEvent, evaluation: Evaluation, kind: ReviewedScore['kind']): IssueDraft | undefined {
    const result = this.scorer.safeScore(evaluation)
    if (!result.success) {
      const [first] = result.issues
      return {
        code: first.code,
        path: ['changes', ...first.path],
        ...(first.expected !== undefined && { expected: first.expected }),
        ...(first.received !== undefined && { received: first.received }),
        ...(first.details && { details: first.details }),
      }
    }
    const score = result.data
    const before = this.scores.at(-1)?.score
    const vetoes = before?.vetoes ?? []
    this.scores.push({
      event: event.id,
      kind,
      at: event.at,
      by: event.by,
      tier: event.tier ?? 'junior',
      ...(event.reason !== undefined && { reason: event.reason }),
      evaluation,
      score,
      difference:
        before && before.score !== null && score.score !== null
          ? Number((score.score - before.score).toFixed(this.rubric.result.decimals ?? 2))
          : null,
      items: before
        ? Object.keys(score.items).flatMap((item) => {
            const [was = null, is = null] = [before.items[item], score.items[item]]
            return was === is ? [] : [{ item, before: was, after: is }]
          })
        : [],
      vetoesAdded: before ? score.vetoes.filter((veto) => !vetoes.includes(veto)) : [],
      vetoesRemoved: vetoes.filter((veto) => !score.vetoes.includes(veto)),
    })
    if (kind === 'scored' || kind === 'calibrated') this.status = kind
    return undefined
  }

  /** What a change touches that nobody appealed against. */
  private beyondAppeal(changes: ReviewChanges, about: readonly ReviewTopic[]): IssueDraft | undefined {
    const named = (key: string): ReadonlySet<string> =>
      new Set(about.flatMap((topic) => (key in topic ? [String((topic as Record<string, unknown>)[key])] : [])))
    const items = new Set([...named('item'), ...this.itemsOfFaults(named('fault'))])
    const told = (path: readonly string[], name: string): IssueDraft => ({
      code: 'calibration/beyond-appeal',
      path: ['changes', ...path],
      received: excerptOf(name),
    })
    // A gate fires by ratings of any item.
    if (named('gate').size === 0)
      for (const item of Object.keys(changes.ratings ?? {})) if (!items.has(item)) return told(['ratings', item], item)
    const last = this.scores.at(-1)?.evaluation
    for (const [key, list] of [
      ['vetoes', 'veto'],
      ['bonuses', 'bonus'],
    ] as const) {
      const now = changes[key]
      if (!now) continue
      const before = (last?.[key] ?? []).map((mark) => (typeof mark === 'string' ? mark : mark.id))
      const changed = [...now, ...before].find((id) => count(now, id) !== count(before, id) && !named(list).has(id))
      if (changed !== undefined) return told([key], changed)
    }
    return undefined
  }

  private itemsOfFaults(faults: ReadonlySet<string>): readonly string[] {
    return this.form.items.flatMap(({ id, source }) =>
      source.kind === 'deduction' && source.faults.some((fault) => faults.has(fault.id)) ? [id] : [],
    )
  }

  private unknownTopic(topic: ReviewTopic, index: number): IssueDraft | undefined {
    const { vetoes = [], bonuses = [], gates = [] } = this.rubric
    const known: Readonly<Record<string, readonly string[]>> = {
      item: this.form.items.map(({ id }) => id),
      fault: this.form.items.flatMap(({ source }) =>
        source.kind === 'deduction' ? source.faults.map(({ id }) => id) : [],
      ),
      veto: vetoes.map(({ id }) => id),
      bonus: bonuses.map(({ id }) => id),
      gate: gates.map(({ id }) => id),
    }
    for (const [kind, name] of Object.entries(topic)) {
      const names = known[kind]
      if (names?.includes(String(name))) continue
      const suggestion = nearestName(String(name), names ?? [])
      const code: IssueCode = 'calibration/appeal-unknown'
      return {
        code,
        path: ['about', index, kind],
        received: excerptOf(names ? name : kind),
        expected: names ? alternatives(names) : alternatives(Object.keys(known)),
        ...(suggestion !== undefined && { suggestion }),
        details: { kind },
      }
    }
    return undefined
  }

  state(now: number): ReviewState {
    const { published, acknowledged, appealDue, feedbackDue } = this
    const record = this.scores.at(-1)?.score
    const feedbackAt = acknowledged ? instantOf(acknowledged.at) : now
    const isFeedbackLate = feedbackDue?.status === 'fixed' && feedbackAt > instantOf(feedbackDue.dueAt)
    const isOver = appealDue?.status === 'fixed' && now > instantOf(appealDue.dueAt)
    const isOpen = this.appeals.some(({ status }) => status === 'open')
    // Nothing can come any more: the term is over, or nobody may appeal, and nothing is open.
    const isFinal = published !== undefined && !isOpen && (isOver || !this.policy.appeal)
    return {
      evaluationId: this.first.id,
      status: isFinal ? 'final' : this.status,
      ...(record && { record }),
      scores: this.scores,
      appeals: this.appeals,
      ...(published && { publishedAt: published.at }),
      ...(appealDue && { appealDue }),
      ...(feedbackDue && { feedbackDue }),
      ...(acknowledged && { acknowledgedAt: acknowledged.at }),
      isFeedbackLate,
      refused: this.refused,
    }
  }
}

function hasChanges(changes: ReviewChanges | undefined): boolean {
  if (!changes) return false
  return Object.keys(changes.ratings ?? {}).length > 0 || changes.vetoes !== undefined || changes.bonuses !== undefined
}

function isSame(a: ReviewTopic, b: ReviewTopic): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}

function count(list: readonly string[], id: string): number {
  return list.filter((other) => other === id).length
}
