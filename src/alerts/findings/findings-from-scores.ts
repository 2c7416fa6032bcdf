import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { instantOf, localDates } from '../../documents/time/instant.js'
import { startOfDay } from '../../documents/time/wall-time.js'
import { assertNever } from '../../issues/assert-never.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { faultsOf } from '../../rubric/items/aspects/faults-of.js'
import type { Purpose } from '../../scoring/evaluation/evaluation.js'
import { isFailedScore } from '../../scoring/is-failed-score.js'
import type { Score, ScoreOutcome } from '../../scoring/score.js'
import type { Exposure, Finding } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { parseAlertPolicy } from '../policy/parse-alert-policy.js'

/** What scores give to alerts. */
export interface ScoredFindings {
  readonly findings: readonly Finding[]
  /** A row per evaluation and rated item, and one without item per evaluation. */
  readonly exposures: readonly Exposure[]
  /** Scores that no finding can be made of, by their place in the input. */
  readonly issues: readonly Issue[]
}

/** Settings of `findingsFromScores`. */
export interface FindingsOptions {
  /** The rubrics that the scores are by: with them findings carry the tags of their item and fault. */
  readonly rubrics?: readonly Rubric[]
  /** Facts of the policy that a score itself does not hold, such as the shift. */
  readonly factsOf?: (score: Score) => Readonly<Record<string, unknown>>
}

/** Findings made of one fault of one score: more of them change no alert, and a count has no limit. */
const MAXIMUM_OCCURRENCES = 100

/**
 * Takes from scores what a policy calls a finding, and how much was rated, which rates are taken of.
 * Only the score of record gives findings: of several scores of one call by one rubric (of one evaluation, where no call
 * is named) the one evaluated last. A finding occurred at `callAt`, or on the last day of `period`; it was found at
 * `evaluatedAt`, or where that is absent, when it occurred. A score without `purpose` is taken for a measure. Every
 * occurrence of a fault is a finding, up to 100 a fault.
 * @param scores - as `scoreAll` yields them; failed ones give nothing
 * @param input - the policy: says by `fromScores` what is a finding, and in which zone days are
 * @returns findings and exposures in the order of the scores; `issues`: `alerts/score-without-time`,
 * `alerts/found-too-early`, and `alerts/unknown-rubric` where rubrics are given and a score is by another
 * @example
 * findingsFromScores([score], policy).findings[0]?.id //=> 'e1/veto/abuse'
 */
export function findingsFromScores(
  scores: Iterable<ScoreOutcome>,
  input: DocumentInput<AlertPolicy>,
  options: FindingsOptions = {},
): ScoredFindings {
  const policy = parseAlertPolicy(input)
  const timeZone = policy.timeZone ?? 'UTC'
  const dateOf = localDates(timeZone)
  const tags = tagsOf(options.rubrics)
  const issues: Issue[] = []
  const records = new Map<string, TimedScore>()
  let index = -1
  for (const score of scores) {
    index++
    if (isFailedScore(score)) continue
    const timed = timesOf(score, timeZone)
    if (!('score' in timed)) {
      issues.push(issueOf({ ...timed, path: ['scores', index, ...timed.path] }, undefined))
      continue
    }
    if (tags && !tags.has(rubricKey(score.rubric, score.rubricVersion)))
      issues.push(
        issueOf(
          {
            code: 'alerts/unknown-rubric',
            path: ['scores', index, 'rubric'],
            severity: 'warning',
            received: excerptOf(`${score.rubric} ${score.rubricVersion}`),
          },
          undefined,
        ),
      )
    const key = recordKey(score)
    const other = records.get(key)
    if (other && comesBefore(timed, other)) continue
    // A Map keeps the place of a replaced key.
    records.set(key, timed)
  }
  const findings: Finding[] = []
  const exposures: Exposure[] = []
  for (const timed of records.values()) {
    const { score } = timed
    const tagsOfScore = tags?.get(rubricKey(score.rubric, score.rubricVersion))
    const facts = options.factsOf?.(score)
    findings.push(...findingsOf(timed, policy, tagsOfScore, facts))
    exposures.push(...exposuresOf(timed, dateOf(instantOf(timed.occurredAt)), tagsOfScore, facts))
  }
  return { findings, exposures, issues }
}

interface TimedScore {
  readonly score: Score
  readonly occurredAt: string
  readonly foundAt: string
}

function timesOf(score: Score, timeZone: string): TimedScore | IssueDraft {
  const occurredAt = score.callAt ?? (score.period && startOfDay(score.period.through, timeZone))
  if (occurredAt === undefined)
    return { code: 'alerts/score-without-time', path: ['callAt'], expected: 'callAt | period' }
  const foundAt = score.evaluatedAt ?? occurredAt
  if (instantOf(foundAt) < instantOf(occurredAt))
    return {
      code: 'alerts/found-too-early',
      path: ['evaluatedAt'],
      expected: `>= ${occurredAt}`,
      received: excerptOf(foundAt),
    }
  return { score, occurredAt, foundAt }
}

/** What one rating replaces another of. */
export function recordKey(of: {
  readonly callId?: string
  readonly rubric?: string
  readonly evaluationId?: string
}): string {
  return JSON.stringify(of.callId === undefined ? [of.evaluationId] : [of.callId, of.rubric])
}

/** Later lines of the input stand where times are equal, as in a file that is appended to. */
function comesBefore(a: TimedScore, b: TimedScore): boolean {
  return instantOf(a.foundAt) < instantOf(b.foundAt)
}

type ScoreFacts = Readonly<Record<string, unknown>> | undefined

type Tags = ReadonlyMap<string, readonly string[]>

/** Tags by rubric and version, then by item or `item.fault`. */
function tagsOf(rubrics: readonly Rubric[] | undefined): ReadonlyMap<string, Tags> | undefined {
  if (!rubrics) return undefined
  return new Map(
    rubrics.map((rubric) => {
      const tags = new Map<string, readonly string[]>()
      for (const { source } of formOf(rubric).items) {
        const own = source.tags ?? []
        if (own.length > 0) tags.set(source.id, own)
        for (const fault of faultsOf(source)) {
          const all = [...new Set([...own, ...(fault.tags ?? [])])]
          if (all.length > 0) tags.set(targetOfFault(source.id, fault.id), all)
        }
      }
      return [rubricKey(rubric.id, rubric.version), tags]
    }),
  )
}

function rubricKey(id: string, version: string): string {
  return JSON.stringify([id, version])
}

/** Ids hold no point, so that the two stay apart. */
function targetOfFault(item: string, fault: string): string {
  return `${item}.${fault}`
}

function findingsOf(
  { score, occurredAt, foundAt }: TimedScore,
  policy: AlertPolicy,
  tags: Tags | undefined,
  facts: ScoreFacts,
): Finding[] {
  const findings: Finding[] = []
  const add = (kind: string, target: string, more: Partial<Finding> = {}, occurrence = 1): void => {
    const found = tags?.get(target)
    findings.push({
      id: `${score.evaluationId}/${kind}/${target}${occurrence > 1 ? `/${occurrence}` : ''}`,
      kind,
      occurredAt,
      foundAt,
      ...whoOf(score),
      evaluationId: score.evaluationId,
      rubric: score.rubric,
      ...more,
      ...(found && { tags: found }),
      purpose: purposeOf(score),
      ...(facts && { facts }),
    })
  }
  for (const source of policy.fromScores ?? []) {
    switch (source.kind) {
      case 'veto':
        for (const veto of score.vetoes) add('veto', veto)
        break
      case 'critical-error':
        for (const [family, state] of Object.entries(score.criticalErrors))
          if (state === 'error') add('critical-error', family)
        break
      case 'item':
        for (const [item, percent] of Object.entries(score.items))
          if (percent !== null && percent <= source.atMostPercent) add('item', item, { item, percent })
        break
      case 'fault':
        for (const [item, faults] of Object.entries(score.faults ?? {})) {
          const percent = score.items[item]
          const more = { item, ...(typeof percent === 'number' && { percent }) }
          for (const [fault, count] of Object.entries(faults))
            for (let occurrence = 1; occurrence <= Math.min(count, MAXIMUM_OCCURRENCES); occurrence++)
              add('fault', targetOfFault(item, fault), more, occurrence)
        }
        break
      case 'band':
        if (score.band !== null && source.bands.includes(score.band)) add('band', score.band)
        break
      default:
        assertNever(source)
    }
  }
  return findings
}

function exposuresOf(
  { score, foundAt }: TimedScore,
  date: string,
  tags: Tags | undefined,
  facts: ScoreFacts,
): Exposure[] {
  const shared = {
    date,
    ...whoOf(score),
    purpose: purposeOf(score),
    ...(facts && { facts }),
    rated: 1,
    evaluationId: score.evaluationId,
    rubric: score.rubric,
    ratedAt: foundAt,
  }
  const rows: Exposure[] = [{ id: score.evaluationId, ...shared }]
  for (const [item, percent] of Object.entries(score.items)) {
    if (percent === null) continue
    const own = tags?.get(item)
    rows.push({ id: `${score.evaluationId}/${item}`, ...shared, item, ...(own && { tags: own }) })
  }
  return rows
}

function whoOf(score: Score): Pick<Finding, 'callId' | 'agentId' | 'teamId' | 'businessType'> {
  const { callId, agentId, teamId, businessType } = score
  return {
    ...(callId !== undefined && { callId }),
    ...(agentId !== undefined && { agentId }),
    ...(teamId !== undefined && { teamId }),
    ...(businessType !== undefined && { businessType }),
  }
}

function purposeOf(score: Score): Purpose {
  return score.purpose ?? 'measure'
}
