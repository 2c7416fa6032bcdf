import type { RatingScale } from '../../rubric/items/comparison.js'
import type { AgreementOptions } from './agreement-options.js'
import { chanceCorrected } from './coefficients/chance-corrected.js'
import { exactShare } from './coefficients/exact-share.js'
import { intraclassCorrelation } from './coefficients/intraclass-correlation.js'
import { type AlphaMetric, krippendorffAlpha } from './coefficients/krippendorff-alpha.js'
import { type Figure, figureValue, undefinedFigure } from './figure.js'
import type { RatingTable } from './tables/rating-table.js'
import type { Target } from './tables/rating-tables.js'

/** Measures of agreement; each comes with its convention. */
export type FigureName =
  /** Share of calls on which all who rated gave the same. */
  | 'percent-exact'
  /** The same at most one level, or five points of a score, apart. */
  | 'percent-within-one'
  /** Cohen's kappa of two raters, Conger's of more; weights by distance on the declared scale. */
  | 'kappa'
  | 'kappa-linear'
  | 'kappa-quadratic'
  | 'alpha-nominal'
  | 'alpha-ordinal'
  | 'alpha-interval'
  | 'ac1'
  /** Quadratic weights. */
  | 'ac2'
  | 'fleiss-kappa'
  /** Any one rater for any other; also where raters are not the same people on every call. */
  | 'icc-1'
  /** One rating, raters as a sample of all raters, absolute agreement. */
  | 'icc-2-1'
  /** The mean of all raters. */
  | 'icc-2-k'

/** A measure of agreement with its name. */
export interface NamedFigure {
  readonly name: FigureName
  /** Source of the definition, and what it assumes; in a notation of no language. */
  readonly convention: string
  readonly figure: Figure
}

const CONVENTIONS: Readonly<Record<FigureName, string>> = {
  'percent-exact': 'all raters of a call; interval Clopper-Pearson 1934 over calls',
  'percent-within-one': 'all raters of a call, <= 1 level or <= 5 points; interval Clopper-Pearson 1934 over calls',
  kappa: 'Cohen 1960 (2 raters), Conger 1980 (more), fixed raters; interval t, calls - 1',
  'kappa-linear': 'Cohen 1968, Conger 1980, weights 1 - d / range of the declared scale; interval t, calls - 1',
  'kappa-quadratic': 'Cohen 1968, Conger 1980, weights 1 - (d / range of the declared scale)^2; interval t, calls - 1',
  'alpha-nominal': 'Krippendorff 2011, nominal',
  'alpha-ordinal': 'Krippendorff 2011, ordinal',
  'alpha-interval': 'Krippendorff 2011, interval',
  ac1: 'Gwet 2008, AC1; interval t, calls - 1',
  ac2: 'Gwet 2014, AC2, quadratic weights of the declared scale; interval t, calls - 1',
  'fleiss-kappa': 'Fleiss 1971, missing ratings as Gwet 2014; interval t, calls - 1',
  'icc-1': 'Shrout and Fleiss 1979, ICC(1,1), complete calls; interval F',
  'icc-2-1': 'Shrout and Fleiss 1979, ICC(2,1), complete calls, fixed raters; interval F, McGraw and Wong 1996',
  'icc-2-k': 'Shrout and Fleiss 1979, ICC(2,k), complete calls, fixed raters; interval F, McGraw and Wong 1996',
}

/** Points of a score that count as the same. */
const SCORE_TOLERANCE = 5

/**
 * Measures agreement on one item, section, veto, total or verdict by all that its scale allows.
 * @param table - calls by raters who rated anything
 */
export function namedFigures(
  table: RatingTable,
  scale: RatingScale,
  kind: Target['kind'],
  { confidence = 0.95, seed = 'agreement', resamples = 1_000, raters = 'fixed' }: AgreementOptions,
): readonly NamedFigure[] {
  const named = (name: FigureName, figure: Figure): NamedFigure => ({ name, convention: CONVENTIONS[name], figure })
  const alpha = (metric: AlphaMetric): NamedFigure =>
    named(`alpha-${metric}`, krippendorffAlpha(table, metric, { seed, resamples, confidence }))
  const fixed = (figure: () => Figure): Figure => (raters === 'fixed' ? figure() : undefinedFigure('raters-not-fixed'))
  const correlations = (): readonly NamedFigure[] => [
    named('icc-1', intraclassCorrelation(table, 'ICC1', confidence).figure),
    named(
      'icc-2-1',
      fixed(() => intraclassCorrelation(table, 'ICC2', confidence).figure),
    ),
    named(
      'icc-2-k',
      fixed(() => intraclassCorrelation(table, 'ICC2k', confidence).figure),
    ),
  ]
  if (scale.kind === 'numbers') {
    const isScore = kind === 'section' || kind === 'total'
    return [
      named('percent-exact', exactShare(table, 0, confidence)),
      ...(isScore ? [named('percent-within-one', exactShare(table, SCORE_TOLERANCE, confidence))] : []),
      alpha('interval'),
      ...correlations(),
    ]
  }
  const categories = scale.kind === 'levels' ? scale.values : scale.names.map((_, place) => place)
  const nominal = chanceCorrected(table, categories, 'nominal', confidence)
  const chance: readonly NamedFigure[] = [
    named(
      'kappa',
      fixed(() => nominal.conger.figure),
    ),
    named('fleiss-kappa', nominal.fleiss.figure),
    named('ac1', nominal.ac.figure),
  ]
  if (scale.kind === 'names')
    return [named('percent-exact', exactShare(table, 0, confidence)), ...chance, alpha('nominal')]
  const linear = chanceCorrected(table, categories, 'linear', confidence)
  const quadratic = chanceCorrected(table, categories, 'quadratic', confidence)
  const ranks = table.map((row) => row.map((rating) => (rating === null ? null : categories.indexOf(rating))))
  return [
    named('percent-exact', exactShare(table, 0, confidence)),
    named('percent-within-one', exactShare(ranks, 1, confidence)),
    ...chance,
    named(
      'kappa-linear',
      fixed(() => linear.conger.figure),
    ),
    named(
      'kappa-quadratic',
      fixed(() => quadratic.conger.figure),
    ),
    named('ac2', quadratic.ac.figure),
    // Equal to alpha by coincidences, and with limits that need no resampling.
    named('alpha-nominal', nominal.krippendorff.figure),
    alpha('ordinal'),
    named('alpha-interval', quadratic.krippendorff.figure),
    ...correlations(),
  ]
}

/**
 * Returns a figure by name; undefined where it is absent or has no value.
 * @param target - one of the items of `agreement`, or another holder of figures
 * @param name - such as `alpha-ordinal`
 */
export function figureOf(
  { figures }: { readonly figures: readonly NamedFigure[] },
  name: FigureName,
): number | undefined {
  const found = figures.find((one) => one.name === name)
  return found && figureValue(found.figure)
}
