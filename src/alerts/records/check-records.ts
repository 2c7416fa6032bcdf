import { faultOfFact } from '../../conditions/fact-checker.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import { isCivilDate } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { instantOf } from '../../documents/time/instant.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { nearestName } from '../../issues/nearest-name.js'
import { PURPOSES } from '../../scoring/evaluation/evaluation.js'
import type { AlertEvent } from '../alert.js'
import type { Exposure, Finding } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { BUILT_IN_KINDS } from '../policy/built-in-kinds.js'

type Path = readonly PathSegment[]
type Values = Readonly<Record<string, unknown>>

/** Dates remembered as existing or not. */
const MAXIMUM_REMEMBERED = 4_096

/** Collects what is wrong with records that other programs send, up to as many faults as are told. */
class RecordFaults {
  readonly issues: Issue[] = []
  private readonly dates = new Map<string, boolean>()

  get isFull(): boolean {
    return this.issues.length >= MAXIMUM_ISSUES
  }

  add(draft: IssueDraft): void {
    if (!this.isFull) this.issues.push(issueOf(draft, undefined))
  }

  object(value: unknown, path: Path): value is Values {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true
    this.add({ code: 'document/type', path, expected: 'object', received: excerptOf(value) })
    return false
  }

  keys(record: Values, known: ReadonlySet<string>, path: Path): void {
    for (const key of Object.keys(record)) {
      if (known.has(key)) continue
      const suggestion = nearestName(key, known)
      this.add({
        code: 'document/unknown-key',
        path: [...path, key],
        expected: alternatives(known),
        received: excerptOf(key),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
  }

  /** Rows come by the thousand for a day. */
  isDate(date: string): boolean {
    let isDate = this.dates.get(date)
    if (isDate === undefined) {
      isDate = DATE_PATTERN.test(date) && isCivilDate(date)
      if (this.dates.size < MAXIMUM_REMEMBERED) this.dates.set(date, isDate)
    }
    return isDate
  }

  /** @param isRequired - whether it is a fault for the text to be absent */
  text(record: Values, key: string, path: Path, isRequired: boolean): void {
    const value = record[key]
    if (value === undefined) {
      if (isRequired) this.add({ code: 'document/missing-key', path: [...path, key], expected: 'string' })
    } else if (typeof value !== 'string')
      this.add({
        code: 'document/type',
        path: [...path, key],
        expected: 'string',
        received: excerptOf(value),
        ...(typeof value === 'number' && { suggestion: JSON.stringify(String(value)) }),
      })
    else if (value === '') this.add({ code: 'document/empty', path: [...path, key], received: '""' })
  }

  instant(record: Values, key: string, path: Path, isRequired: boolean): void {
    this.text(record, key, path, isRequired)
    const value = record[key]
    if (typeof value === 'string' && value !== '' && Number.isNaN(instantOf(value)))
      this.add({ code: 'document/instant', path: [...path, key], received: excerptOf(value) })
  }

  word(record: Values, key: string, words: readonly string[], path: Path): void {
    const value = record[key]
    if (value === undefined)
      this.add({ code: 'document/missing-key', path: [...path, key], expected: alternatives(words) })
    else if (typeof value !== 'string' || !words.includes(value)) {
      const suggestion = typeof value === 'string' ? nearestName(value, words) : undefined
      this.add({
        code: 'document/value',
        path: [...path, key],
        expected: alternatives(words),
        received: excerptOf(value),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
  }

  tags(record: Values, path: Path): void {
    const { tags } = record
    if (tags === undefined) return
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && tag !== ''))
      this.add({ code: 'document/type', path: [...path, 'tags'], expected: '["tag"]', received: excerptOf(tags) })
  }

  facts(record: Values, policy: AlertPolicy, path: Path): void {
    const { facts } = record
    if (facts === undefined || !this.object(facts, [...path, 'facts'])) return
    const declared = policy.facts ?? {}
    for (const [id, value] of Object.entries(facts)) {
      const fact = Object.hasOwn(declared, id) ? declared[id] : undefined
      if (fact) {
        const fault = faultOfFact(value, fact, [...path, 'facts', id])
        if (fault) this.add(fault)
        continue
      }
      const suggestion = nearestName(id, Object.keys(declared))
      this.add({
        code: 'alerts/unknown-fact',
        path: [...path, 'facts', id],
        expected: alternatives(Object.keys(declared)),
        received: excerptOf(id),
        ...(suggestion !== undefined && { suggestion }),
      })
    }
  }
}

const FINDING_KEYS: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'occurredAt',
  'foundAt',
  'callId',
  'agentId',
  'teamId',
  'businessType',
  'evaluationId',
  'rubric',
  'item',
  'tags',
  'percent',
  'purpose',
  'facts',
  'note',
] satisfies readonly (keyof Finding)[])

const OPTIONAL_TEXTS = ['callId', 'agentId', 'teamId', 'businessType', 'evaluationId', 'rubric', 'item'] as const

/** What is wrong with findings. */
export function faultsOfFindings(
  findings: readonly unknown[],
  policy: AlertPolicy,
  base: Path = ['findings'],
): readonly Issue[] {
  const faults = new RecordFaults()
  const kinds = [...BUILT_IN_KINDS, ...(policy.kinds ?? []).map(({ id }) => id)]
  for (let index = 0; index < findings.length && !faults.isFull; index++) {
    const finding = findings[index]
    const path = [...base, index]
    if (!faults.object(finding, path)) continue
    faults.keys(finding, FINDING_KEYS, path)
    faults.text(finding, 'id', path, true)
    faults.word(finding, 'kind', kinds, path)
    faults.instant(finding, 'occurredAt', path, true)
    faults.instant(finding, 'foundAt', path, true)
    for (const key of OPTIONAL_TEXTS) faults.text(finding, key, path, false)
    faults.tags(finding, path)
    const { percent, occurredAt, foundAt } = finding
    if (percent !== undefined && !(typeof percent === 'number' && percent >= 0 && percent <= 100))
      faults.add({
        code: typeof percent === 'number' ? 'document/range' : 'document/type',
        path: [...path, 'percent'],
        expected: typeof percent === 'number' ? '0..100' : 'number',
        received: excerptOf(percent),
      })
    faults.word(finding, 'purpose', PURPOSES, path)
    faults.facts(finding, policy, path)
    if (typeof occurredAt === 'string' && typeof foundAt === 'string' && instantOf(foundAt) < instantOf(occurredAt))
      faults.add({
        code: 'alerts/found-too-early',
        path: [...path, 'foundAt'],
        expected: `>= ${occurredAt}`,
        received: excerptOf(foundAt),
      })
  }
  return faults.issues
}

const EXPOSURE_KEYS: ReadonlySet<string> = new Set([
  'id',
  'date',
  'agentId',
  'teamId',
  'businessType',
  'item',
  'tags',
  'purpose',
  'rated',
  'facts',
  'evaluationId',
  'callId',
  'rubric',
  'ratedAt',
  'note',
] satisfies readonly (keyof Exposure)[])

/** What is wrong with exposures. */
export function faultsOfExposures(
  exposures: readonly unknown[],
  policy: AlertPolicy,
  base: Path = ['exposures'],
): readonly Issue[] {
  const faults = new RecordFaults()
  for (let index = 0; index < exposures.length && !faults.isFull; index++) {
    const exposure = exposures[index]
    const path = [...base, index]
    if (!faults.object(exposure, path)) continue
    faults.keys(exposure, EXPOSURE_KEYS, path)
    faults.text(exposure, 'id', path, false)
    faults.text(exposure, 'date', path, true)
    const { date, rated } = exposure
    if (typeof date === 'string' && date !== '' && !faults.isDate(date))
      faults.add({ code: 'document/date', path: [...path, 'date'], received: excerptOf(date) })
    for (const key of OPTIONAL_TEXTS) faults.text(exposure, key, path, false)
    faults.tags(exposure, path)
    faults.word(exposure, 'purpose', PURPOSES, path)
    if (rated === undefined) faults.add({ code: 'document/missing-key', path: [...path, 'rated'], expected: 'integer' })
    else if (!(Number.isSafeInteger(rated) && (rated as number) >= 0))
      faults.add({
        code: typeof rated === 'number' ? 'document/range' : 'document/type',
        path: [...path, 'rated'],
        expected: typeof rated === 'number' ? 'integer >= 0' : 'integer',
        received: excerptOf(rated),
      })
    faults.facts(exposure, policy, path)
    faults.instant(exposure, 'ratedAt', path, false)
  }
  return faults.issues
}

const EVENT_KEYS: ReadonlySet<string> = new Set([
  'id',
  'fingerprint',
  'episode',
  'kind',
  'at',
  'by',
  'assignTo',
  'duty',
  'note',
  'evidence',
] satisfies readonly (keyof AlertEvent)[])

/** What is wrong with the form of events; whether they are possible is `applyEvent`'s. */
export function faultsOfEvents(events: readonly unknown[], base: Path = ['events']): readonly Issue[] {
  const faults = new RecordFaults()
  for (let index = 0; index < events.length && !faults.isFull; index++) {
    const event = events[index]
    const path = [...base, index]
    if (!faults.object(event, path)) continue
    faults.keys(event, EVENT_KEYS, path)
    for (const key of ['id', 'fingerprint', 'kind', 'by']) faults.text(event, key, path, true)
    faults.instant(event, 'at', path, true)
    faults.text(event, 'duty', path, false)
    const { episode, assignTo } = event
    if (!(Number.isSafeInteger(episode) && (episode as number) >= 1))
      faults.add(
        episode === undefined
          ? { code: 'document/missing-key', path: [...path, 'episode'], expected: 'integer' }
          : {
              code: 'document/range',
              path: [...path, 'episode'],
              expected: 'integer >= 1',
              received: excerptOf(episode),
            },
      )
    if (assignTo !== undefined && !(Array.isArray(assignTo) && assignTo.every((role) => typeof role === 'string')))
      faults.add({
        code: 'document/type',
        path: [...path, 'assignTo'],
        expected: '["role"]',
        received: excerptOf(assignTo),
      })
  }
  return faults.issues
}
