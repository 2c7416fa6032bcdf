import type { RatingScale } from '../../rubric/items/comparison.js'
import type { AgreementOptions } from './agreement-options.js'
import { type BlandAltman, blandAltman } from './coefficients/bland-altman.js'
import { chanceCorrected } from './coefficients/chance-corrected.js'
import { exactShare } from './coefficients/exact-share.js'
import { percentAgreement } from './coefficients/percent-agreement.js'
import type { Figure } from './figure.js'
import { type NamedFigure, namedFigures } from './named-figures.js'
import type { RatingTable } from './tables/rating-table.js'
import { activeRaters, columnsOf } from './tables/rating-table.js'
import type { Target } from './tables/rating-tables.js'

/** Agreement on one item, section, veto, on the total or the verdict. */
export interface TargetAgreement {
  readonly kind: Target['kind']
  readonly id: string
  readonly scale: RatingScale
  /** Calls with two ratings or more. */
  readonly calls: number
  readonly ratings: number
  /** Calls times raters, without ratings and `na`. */
  readonly missing: number
  /** Ratings `na`; they count neither as ratings nor as missing. */
  readonly notApplicable: number
  readonly figures: readonly NamedFigure[]
  /** On whether the item applies at all; absent without any `na`. */
  readonly onApplicability?: { readonly percentExact: Figure; readonly ac1: Figure }
  /** Differences of two raters on numbers and levels: second minus first. */
  readonly differences?: BlandAltman
  /**
   * Reliability of the item: the lower limit of alpha on the declared scale, or of AC2, is .667 or more.
   * `too-few-calls` under ten calls, too few to judge. It judges the item, never a person.
   */
  readonly usable: 'yes' | 'no' | 'too-few-calls'
}

/** The lower limit from which an item counts as reliable (Krippendorff 2004, for tentative conclusions). */
const USABLE = 0.667
/** Fewest calls by which an item or a rater is judged; fewer show too little. */
export const FEWEST_CALLS = 10

/** Measures how far raters agree on one item, section, veto, on the total or the verdict. */
export function targetAgreement(target: Target, options: AgreementOptions): TargetAgreement {
  const { kind, id, scale, notApplicable } = target
  const raters = activeRaters(target.table)
  const table = columnsOf(target.table, raters)
  const percent = percentAgreement(table, 0)
  const ratings = table.flat().filter((rating) => rating !== null).length
  const na = notApplicable.flat().filter((flag) => flag === 1).length
  const cells = notApplicable.length * (notApplicable[0]?.length ?? 0)
  const figures = namedFigures(table, scale, kind, options)
  const isPair = options.raters !== 'interchangeable' && raters.length === 2 && scale.kind !== 'names'
  return {
    kind,
    id,
    scale,
    calls: percent.calls,
    ratings,
    missing: cells - ratings - na,
    notApplicable: na,
    figures,
    ...(na > 0 && { onApplicability: applicability(notApplicable, options) }),
    ...(isPair && {
      differences: blandAltman(
        table.map(([, second]) => second ?? null),
        table.map(([first]) => first ?? null),
        options.confidence,
      ),
    }),
    usable: usability(figures, scale, percent.calls),
  }
}

function applicability(
  table: RatingTable,
  { confidence = 0.95 }: AgreementOptions,
): { readonly percentExact: Figure; readonly ac1: Figure } {
  return {
    percentExact: exactShare(table, 0, confidence),
    ac1: chanceCorrected(table, [0, 1], 'nominal', confidence).ac.figure,
  }
}

function usability(figures: readonly NamedFigure[], scale: RatingScale, calls: number): TargetAgreement['usable'] {
  if (calls < FEWEST_CALLS) return 'too-few-calls'
  const declared = { levels: 'alpha-ordinal', names: 'alpha-nominal', numbers: 'alpha-interval' }[scale.kind]
  const deciding = figures.filter(({ name }) => name === declared || name === (scale.kind === 'levels' ? 'ac2' : 'ac1'))
  return deciding.some(({ figure }) => figure.kind === 'value' && (figure.interval?.lower ?? -1) >= USABLE)
    ? 'yes'
    : 'no'
}
