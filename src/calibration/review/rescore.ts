import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import { diffRubrics } from '../../rubric/versions/diff-rubrics.js'
import type { RubricDiff } from '../../rubric/versions/rubric-diff.js'
import { compileRubric, type Evaluation } from '../../scoring/index.js'
import { evaluationCarrier } from './evaluation-carrier.js'
import type { RescoredEvaluation } from './rescored-evaluation.js'
import { differenceOf } from './score-difference.js'
import { impactOf, type VersionImpact } from './version-impact.js'

/** Old evaluations under a new version of their rubric. */
export interface Rescoring {
  readonly diff: RubricDiff
  readonly carried: readonly RescoredEvaluation[]
  /** Evaluations that cannot be carried over, each with all reasons. */
  readonly notCarried: readonly {
    readonly index: number
    readonly evaluationId?: string
    readonly issues: readonly Issue[]
  }[]
  readonly impact: readonly VersionImpact[]
}

/**
 * Applies a new version of a rubric to old evaluations where every rating still has its meaning, names those that
 * cannot be carried over and why, and counts the changes of band and verdict by business type. Nothing is guessed: an
 * item without a rating, a veto that was not checked and a level that means something else keep an evaluation out.
 * @param evaluations - by the old version
 * @throws CallgradeError as `parseRubric`
 * @example
 * rescore(evaluations, old, changed).impact[0] //=> { businessType: 'sales', evaluations: 40, meanBefore: 82.1, meanAfter: 80.4, ... }
 */
export function rescore(
  evaluations: readonly Evaluation[],
  before: DocumentInput<Rubric>,
  after: DocumentInput<Rubric>,
): Rescoring {
  const [old, current] = [parseRubric(before), parseRubric(after)]
  const [oldScorer, scorer] = [compileRubric(old), compileRubric(current)]
  const diff = diffRubrics(old, current)
  const carry = evaluationCarrier(diff, old, current)
  const carried: RescoredEvaluation[] = []
  const notCarried: { index: number; evaluationId?: string; issues: readonly Issue[] }[] = []
  for (const [index, evaluation] of evaluations.entries()) {
    const refuse = (issues: readonly Issue[]): void =>
      void notCarried.push({
        index,
        ...(typeof evaluation?.id === 'string' && { evaluationId: evaluation.id }),
        issues,
      })
    const was = oldScorer.safeScore(evaluation)
    if (!was.success) {
      refuse(was.issues)
      continue
    }
    const { evaluation: moved, dropped, faults } = carry(evaluation)
    if (faults.length > 0) {
      refuse(faults.map((fault) => issueOf(fault, undefined)))
      continue
    }
    const is = scorer.safeScore(moved)
    if (!is.success) {
      refuse(is.issues)
      continue
    }
    const [a, b] = [was.data, is.data]
    carried.push({
      evaluationId: a.evaluationId,
      before: a,
      after: b,
      difference: differenceOf(a, b, current.result.decimals),
      changesBand: a.band !== b.band,
      changesVerdict: a.verdict !== b.verdict,
      dropped,
    })
  }
  return { diff, carried, notCarried, impact: impactOf(carried) }
}
