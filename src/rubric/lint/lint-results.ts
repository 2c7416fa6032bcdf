import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDetails } from '../../issues/issue-details.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import {
  add,
  compare,
  greatest,
  least,
  type Rational,
  rational,
  rationalOf,
  sum,
  toNumber,
  ZERO,
} from '../exact/rational.js'
import type { Effect, Rubric } from '../format/rubric.js'
import type { Attainable } from './attainable.js'

/** Scores that a business type can reach: a stretch from ratings, and single scores that effects make. */
interface Reach {
  readonly businessType: string | undefined
  readonly least: Rational
  readonly greatest: Rational
  readonly single: readonly Rational[]
  /** Without effects. */
  readonly leastRated: Rational
}

type ReachCode = 'rubric/pass-mark-out-of-reach' | 'rubric/pass-mark-always-reached' | 'rubric/band-out-of-reach'

/** Reports bands and a pass mark that no rating reaches, or that every rating passes. */
export function lintResults(rubric: Rubric, attainable: readonly Attainable[]): readonly IssueDraft[] {
  const reaches = reachesOf(rubric, attainable)
  const half = rubric.result.rounding === 'down' ? ZERO : rational(1n, 2n * 10n ** BigInt(rubric.result.decimals ?? 2))
  const passMark = rationalOf(rubric.result.passMark)
  const failing = reaches.filter((reach) => compare(add(reach.greatest, half), passMark) < 0)
  const passing = reaches.filter((reach) => compare(reach.leastRated, passMark) >= 0)
  const draftsOf = (code: ReachCode, path: IssueDraft['path'], received: unknown, cases: readonly Reach[]) =>
    cases.length === 0 ? [] : [{ code, path, received: excerptOf(received), details: detailsOf(cases, reaches) }]
  return [
    ...draftsOf('rubric/pass-mark-out-of-reach', ['result', 'passMark'], rubric.result.passMark, failing),
    ...draftsOf('rubric/pass-mark-always-reached', ['result', 'passMark'], rubric.result.passMark, passing),
    ...(rubric.result.bands ?? []).flatMap((band, index, bands) => {
      const from = rationalOf(band.minimum)
      const above = bands.map(({ minimum }) => minimum).filter((minimum) => minimum > band.minimum)
      const to = above.length > 0 ? rationalOf(Math.min(...above)) : undefined
      const isIn = (score: Rational): boolean =>
        compare(score, from) >= 0 && (to === undefined || compare(score, to) < 0)
      const unreached = reaches.filter(
        (reach) =>
          !(
            (compare(add(reach.greatest, half), from) >= 0 && (to === undefined || compare(reach.least, to) < 0)) ||
            reach.single.some(isIn)
          ),
      )
      return draftsOf('rubric/band-out-of-reach', ['result', 'bands', index, 'minimum'], band.id, unreached)
    }),
  ]
}

function reachesOf(rubric: Rubric, attainable: readonly Attainable[]): readonly Reach[] {
  const bonuses = sum((rubric.bonuses ?? []).map(({ points }) => rationalOf(points)))
  const bonus = rubric.bonusLimit === undefined ? bonuses : least(bonuses, rationalOf(rubric.bonusLimit))
  const ceiling = rationalOf(rubric.result.maximum ?? 100)
  const effects = effectsOf(rubric)
  const lowers = effects.some(({ kind }) => kind === 'deduct' || kind === 'zero-section' || kind === 'cap-section')
  const byType = new Map<string | undefined, Reach>()
  for (const { businessType, rawScore } of attainable) {
    const highest = least(ceiling, add(rawScore.greatest, bonus))
    const lowest = least(ceiling, rawScore.least)
    const before = byType.get(businessType)
    byType.set(businessType, {
      businessType,
      least: lowers ? ZERO : before ? least(before.least, lowest) : lowest,
      greatest: before ? greatest(before.greatest, highest) : highest,
      leastRated: before ? least(before.leastRated, lowest) : lowest,
      single: effects.flatMap((effect) =>
        effect.kind === 'zero' ? [ZERO] : effect.kind === 'cap' ? [least(rationalOf(effect.maximum), highest)] : [],
      ),
    })
  }
  return [...byType.values()]
}

/** Returns the effects of vetoes and gates; a veto without effects zeroes the score. */
function effectsOf({ vetoes = [], gates = [] }: Rubric): readonly Effect[] {
  return [
    ...vetoes.flatMap(({ effects = [{ kind: 'zero' }] }): readonly Effect[] => effects),
    ...gates.flatMap(({ effects }) => effects.filter((effect): effect is Effect => effect.kind !== 'fail')),
  ]
}

/** Describes the range that is reached, and the business types where these are not all. */
function detailsOf(cases: readonly Reach[], all: readonly Reach[]): IssueDetails['rubric/band-out-of-reach'] {
  const lowest = cases.map((reach) => reach.leastRated).reduce(least)
  const highest = cases.map((reach) => reach.greatest).reduce(greatest)
  const types = cases.flatMap(({ businessType }) => (businessType === undefined ? [] : [businessType]))
  return {
    lowest: shown(lowest),
    highest: shown(highest),
    ...(cases.length < all.length && { businessTypes: types.join(', ') }),
  }
}

/** Writes a score with at most two decimals, which is enough to understand the message. */
function shown(score: Rational): string {
  return String(Number(toNumber(score).toFixed(2)))
}
