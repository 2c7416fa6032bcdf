import type { CivilDate } from '../../documents/time/civil-date.js'
import { isCivilDate, isWithin } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { parseInstant } from '../../documents/time/instant.js'
import { localDates } from '../../documents/time/local-times.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Form } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { type Stretch, stretchesOf, WeightLayers } from '../../rubric/weights/weight-layers.js'
import type { EvaluationHeader } from '../run/evaluation-header.js'
import { type WeightPlan, weightPlanOf } from '../totals/weight-plan.js'
import { EVALUATION_KEYS, PURPOSES, SUBJECT_KINDS } from './evaluation.js'

/** An evaluation of unknown shape. */
export type RawEvaluation = Readonly<Record<string, unknown>>

const REQUIRED_TEXTS = ['id', 'rubric'] as const
const OPTIONAL_TEXTS = ['rubricVersion', 'businessType', 'callId', 'agentId', 'teamId', 'evaluatorId'] as const

/** Reads everything of an evaluation but its ratings, marks and facts, and finds the weights for its type and date. */
export function headerReader(
  rubric: Rubric,
  form: Form,
): (evaluation: RawEvaluation, report: (draft: IssueDraft) => void) => EvaluationHeader {
  const weights = new WeightCases(rubric, form)
  const dateOf = localDates(rubric.timeZone ?? 'UTC')
  return (evaluation, report) => {
    for (const key in evaluation) if (!EVALUATION_KEYS.has(key)) reportUnknownKey(key, report)
    for (const key of REQUIRED_TEXTS) {
      const value = evaluation[key]
      if (typeof value === 'string' && value !== '') continue
      if (value === undefined) report({ code: 'document/missing-key', path: [key], expected: 'string' })
      else if (value === '') report({ code: 'document/empty', path: [key], expected: '>= 1', received: '""' })
      else report({ code: 'document/type', path: [key], expected: 'string', received: excerptOf(value) })
    }
    for (const key of OPTIONAL_TEXTS) checkText(evaluation[key], key, report)
    checkIdentity(evaluation, rubric, report)
    const businessType = readBusinessType(evaluation, weights.types, report)
    const { evaluatedAt, purpose, subject, note } = evaluation
    if (evaluatedAt !== undefined) readInstant(evaluatedAt, 'evaluatedAt', report)
    if (purpose !== undefined && !PURPOSES.includes(purpose as never))
      reportWord(purpose, PURPOSES, ['purpose'], report)
    if (subject !== undefined) checkSubject(subject, report)
    if (note !== undefined && typeof note !== 'string' && (typeof note !== 'object' || note === null))
      report({ code: 'document/type', path: ['note'], expected: 'string', received: excerptOf(note) })
    const typeIsKnown = weights.types.size === 0 || businessType !== undefined
    const { callAt, period } = evaluation
    let date: CivilDate | undefined
    let plan: WeightPlan | undefined
    if (callAt !== undefined && period !== undefined) {
      report({ code: 'evaluation/two-dates', path: ['period'] })
    } else if (period !== undefined) {
      const days = readPeriod(period, report)
      if (days && typeIsKnown) plan = weights.planOfPeriod(days, businessType, report)
    } else if (callAt !== undefined) {
      const instant = readInstant(callAt, 'callAt', report)
      if (!Number.isNaN(instant)) {
        date = dateOf(instant)
        if (typeIsKnown) plan = weights.planOfDate(date, businessType, report)
      }
    } else if (rubric.effective || rubric.weightAdjustments?.length) {
      report({ code: 'evaluation/date-missing', path: ['callAt'], expected: '"callAt" | "period"' })
    } else if (typeIsKnown) plan = weights.planWithoutDate(businessType)
    return { businessType, date, weights: plan }
  }
}

function reportUnknownKey(key: string, report: (draft: IssueDraft) => void): void {
  report(unknownName({ code: 'document/unknown-key', path: [key], at: 'key', name: key, known: EVALUATION_KEYS }))
}

function checkText(value: unknown, key: string, report: (draft: IssueDraft) => void): void {
  if (value === undefined || (typeof value === 'string' && value !== '')) return
  if (value === '') report({ code: 'document/empty', path: [key], expected: '>= 1', received: '""' })
  else report({ code: 'document/type', path: [key], expected: 'string', received: excerptOf(value) })
}

function checkIdentity(evaluation: RawEvaluation, rubric: Rubric, report: (draft: IssueDraft) => void): void {
  const { rubric: name, rubricVersion: version } = evaluation
  if (typeof name === 'string' && name !== '' && name !== rubric.id)
    report({
      code: 'evaluation/wrong-rubric',
      path: ['rubric'],
      expected: JSON.stringify(rubric.id),
      received: excerptOf(name),
    })
  else if (typeof version === 'string' && version !== '' && version !== rubric.version)
    report({
      code: 'evaluation/wrong-version',
      path: ['rubricVersion'],
      expected: JSON.stringify(rubric.version),
      received: excerptOf(version),
    })
}

function readBusinessType(
  { businessType }: RawEvaluation,
  types: ReadonlySet<string>,
  report: (draft: IssueDraft) => void,
): string | undefined {
  if (businessType === undefined) {
    if (types.size > 0)
      report({ code: 'evaluation/business-type-missing', path: ['businessType'], expected: alternatives(types) })
    return undefined
  }
  if (typeof businessType !== 'string' || businessType === '') return undefined
  if (types.has(businessType)) return businessType
  report(
    unknownName({ code: 'evaluation/unknown-business-type', path: ['businessType'], name: businessType, known: types }),
  )
  return undefined
}

function readInstant(value: unknown, key: string, report: (draft: IssueDraft) => void): number {
  const instant = typeof value === 'string' ? parseInstant(value) : Number.NaN
  if (Number.isNaN(instant))
    report({ code: 'document/instant', path: [key], expected: '2026-03-01T09:30:00+08:00', received: excerptOf(value) })
  return instant
}

function reportWord(
  value: unknown,
  words: readonly string[],
  path: readonly string[],
  report: (draft: IssueDraft) => void,
): void {
  report(unknownName({ code: 'document/value', path, name: value, known: words }))
}

/** The members of an object that takes certain keys and a note; undefined where it is no object, which is reported. */
function membersOf(
  value: unknown,
  keys: readonly string[],
  path: string,
  report: (draft: IssueDraft) => void,
): RawEvaluation | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report({ code: 'document/type', path: [path], expected: 'object', received: excerptOf(value) })
    return undefined
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key) || key === 'note') continue
    report(unknownName({ code: 'document/unknown-key', path: [path, key], at: 'key', name: key, known: keys }))
  }
  const members = value as RawEvaluation
  for (const key of keys)
    if (members[key] === undefined) report({ code: 'document/missing-key', path: [path, key], expected: 'string' })
  return members
}

function checkSubject(subject: unknown, report: (draft: IssueDraft) => void): void {
  const members = membersOf(subject, ['kind', 'id'], 'subject', report)
  if (!members) return
  const { kind, id } = members
  if (kind !== undefined && !SUBJECT_KINDS.includes(kind as never))
    reportWord(kind, SUBJECT_KINDS, ['subject', 'kind'], report)
  if (id !== undefined && (typeof id !== 'string' || id === ''))
    report({ code: 'document/type', path: ['subject', 'id'], expected: 'string', received: excerptOf(id) })
}

function readPeriod(
  period: unknown,
  report: (draft: IssueDraft) => void,
): { from: CivilDate; through: CivilDate } | undefined {
  const members = membersOf(period, ['from', 'through'], 'period', report)
  const from = readDate(members?.from, 'from', report)
  const through = readDate(members?.through, 'through', report)
  if (from === undefined || through === undefined) return undefined
  if (from <= through) return { from, through }
  report({
    code: 'document/period-order',
    path: ['period', 'through'],
    expected: `>= ${from}`,
    received: excerptOf(through),
  })
  return undefined
}

function readDate(date: unknown, key: string, report: (draft: IssueDraft) => void): CivilDate | undefined {
  if (date === undefined) return undefined
  if (typeof date === 'string' && DATE_PATTERN.test(date) && isCivilDate(date)) return date
  report({ code: 'document/date', path: ['period', key], received: excerptOf(date) })
  return undefined
}

/** Weight plans by business type and stretch of time, each made when first needed. */
class WeightCases {
  readonly types: ReadonlySet<string>
  private readonly stretches = new Map<string | undefined, readonly Stretch[]>()
  private readonly plans = new Map<Stretch, WeightPlan>()
  private readonly layers: WeightLayers

  constructor(
    private readonly rubric: Rubric,
    private readonly form: Form,
  ) {
    this.types = new Set(rubric.businessTypes?.map(({ id }) => id))
    this.layers = new WeightLayers(form, rubric)
  }

  planOfDate(date: CivilDate, type: string | undefined, report: (draft: IssueDraft) => void): WeightPlan | undefined {
    const stretch = this.stretchesOf(type).find((candidate) => isWithin(date, candidate))
    if (stretch) return this.planOf(stretch, type)
    report({ code: 'evaluation/outside-effective', path: ['callAt'], expected: this.effectiveText(), received: date })
    return undefined
  }

  planOfPeriod(
    { from, through }: { readonly from: CivilDate; readonly through: CivilDate },
    type: string | undefined,
    report: (draft: IssueDraft) => void,
  ): WeightPlan | undefined {
    const { effective } = this.rubric
    const received = `${from}..${through}`
    if (effective && !(isWithin(from, effective) && isWithin(through, effective))) {
      report({ code: 'evaluation/outside-effective', path: ['period'], expected: this.effectiveText(), received })
      return undefined
    }
    const stretch = this.stretchesOf(type).find((candidate) => isWithin(from, candidate))
    if (stretch && isWithin(through, stretch)) return this.planOf(stretch, type)
    report({
      code: 'evaluation/straddles-adjustment',
      path: ['period'],
      received,
      details: { boundary: stretch?.through ?? from },
    })
    return undefined
  }

  planWithoutDate(type: string | undefined): WeightPlan | undefined {
    const [stretch] = this.stretchesOf(type)
    return stretch && this.planOf(stretch, type)
  }

  private effectiveText(): string {
    const { from = '', through = '' } = this.rubric.effective ?? {}
    return `${from}..${through}`
  }

  private stretchesOf(type: string | undefined): readonly Stretch[] {
    let stretches = this.stretches.get(type)
    if (!stretches) {
      stretches = stretchesOf(this.rubric, type)
      this.stretches.set(type, stretches)
    }
    return stretches
  }

  private planOf(stretch: Stretch, type: string | undefined): WeightPlan {
    let plan = this.plans.get(stretch)
    if (!plan) {
      plan = weightPlanOf(
        this.form,
        this.layers.shares(type, stretch.adjustments),
        this.rubric.result.notApplicablePolicy ?? 'siblings',
      )
      this.plans.set(stretch, plan)
    }
    return plan
  }
}
