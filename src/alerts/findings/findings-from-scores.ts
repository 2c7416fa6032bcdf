import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { instantOf } from '../../documents/time/instant.js'
import { localDates } from '../../documents/time/local-times.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { isFailedScore } from '../../scoring/is-failed-score.js'
import type { Score, ScoreOutcome } from '../../scoring/score.js'
import type { Exposure, Finding } from '../finding.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { parseAlertPolicy } from '../policy/parse-alert-policy.js'
import { exposuresOf } from './exposures-of-score.js'
import { findingsOf } from './findings-of-score.js'
import { recordKey } from './record-key.js'
import { rubricKey, tagsOf } from './rubric-tags.js'
import { comesBefore, type TimedScore, timesOf } from './timed-score.js'

/** Findings and exposures taken from scores. */
export interface ScoredFindings {
  readonly findings: readonly Finding[]
  /** A row per evaluation and rated item, and one without item per evaluation. */
  readonly exposures: readonly Exposure[]
  /** Scores that no finding can be made of, by their place in the input. */
  readonly issues: readonly Issue[]
}

/** Options of `findingsFromScores`. */
export interface FindingsOptions {
  /** The rubrics that the scores are by: with them findings carry the tags of their item and fault. */
  readonly rubrics?: readonly Rubric[]
  /** Facts of the policy that a score itself does not hold, such as the shift. */
  readonly factsOf?: (score: Score) => Readonly<Record<string, unknown>>
}

/**
 * Takes from scores the findings that a policy names, and the number of ratings that rates are shares of.
 * Only the score of record gives findings: of several scores of one call by one rubric (of one evaluation, where no call
 * is named) the one evaluated last. A finding occurred at `callAt`, or on the last day of `period`; it was found at
 * `evaluatedAt`, or where that is absent, when it occurred. A score without `purpose` is taken for a measure. Every
 * occurrence of a fault is a finding, up to 100 a fault.
 * @param scores - as `scoreAll` yields them; failed ones have no findings
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
