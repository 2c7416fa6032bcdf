import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Issue } from '../../issues/issue.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import type { RaterSeverity } from '../raters/rater-severity.js'
import type { AgreementOptions } from './agreement-options.js'
import { callsToDiscuss, type Discussion } from './calls-to-discuss.js'
import { type RaterDeviation, raterDeviations } from './rater-deviations.js'
import { sessionSeverity } from './session-severity.js'
import type { JudgedCalls } from './tables/judged-calls.js'
import { tablesOf } from './tables/tables-of.js'
import { type TargetAgreement, targetAgreement } from './target-agreement.js'

/** Agreement of the raters of a session. */
export interface AgreementReport {
  readonly raters: readonly string[]
  readonly calls: number
  readonly targets: readonly TargetAgreement[]
  /** Severity by the total score, or by the mean level share where ratings alone were given; only of fixed raters. */
  readonly severity?: RaterSeverity
  /** By rater and item, what the session should discuss first; only of fixed raters. */
  readonly deviations?: readonly RaterDeviation[]
  /** The widest differences first. */
  readonly discuss: readonly Discussion[]
  /** Evaluations that could not be used. */
  readonly failed: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
}

/**
 * Measures how far raters agree, on every item by its declared scale, and where whole evaluations are given also on
 * sections, vetoes, the total and the verdict. `na` and missing ratings are kept apart: `na` against a rating counts as
 * disagreement on whether the item applies, not as a difference of levels.
 * @param judged - ratings, or evaluations with `callId` and `evaluatorId`
 * @param rubric - JSON text or value
 * @throws CallgradeError `calibration/unknown-item`, `calibration/not-a-rating`, `calibration/rated-twice` for ratings;
 * evaluations at fault are listed instead
 * @example
 * const report = agreement({ ratings }, rubric, { seed: '2026-11' })
 * report.targets.filter(({ usable }) => usable === 'no').map(({ id }) => id) //=> ['empathy']
 */
export function agreement(
  judged: JudgedCalls,
  rubric: DocumentInput<Rubric>,
  options: AgreementOptions = {},
): AgreementReport {
  const tables = tablesOf(judged, parseRubric(rubric))
  const targets = tables.targets.map((target) => targetAgreement(target, options))
  const isFixed = options.raters !== 'interchangeable'
  return {
    raters: tables.raters,
    calls: tables.calls.length,
    targets,
    ...(isFixed && {
      severity: sessionSeverity(tables, options.confidence),
      deviations: raterDeviations(tables, options.confidence),
    }),
    discuss: callsToDiscuss(tables, options.discussions ?? 20),
    failed: tables.failed,
  }
}
