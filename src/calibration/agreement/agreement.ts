import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Issue } from '../../issues/issue.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import { proportionInterval } from '../../statistics/index.js'
import { mean } from '../../statistics/mean.js'
import { type RaterSeverity, raterSeverity } from '../raters/rater-severity.js'
import { type BlandAltman, blandAltman } from './bland-altman.js'
import { chanceCorrected } from './chance-corrected.js'
import { type Figure, type FigureInterval, figureValue, undefinedFigure } from './figure.js'
import { intraclassCorrelation } from './intraclass-correlation.js'
import { type JudgedCalls, type RatingScale, type RatingTables, type Target, tablesOf } from './judged-calls.js'
import { type AlphaMetric, krippendorffAlpha } from './krippendorff-alpha.js'
import { percentAgreement } from './percent-agreement.js'
import { activeRaters, columnsOf, type RatingTable } from './rating-table.js'

/** What is measured; each comes with its convention. */
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
  /** One rating, raters standing for all raters, absolute agreement. */
  | 'icc-2-1'
  /** The mean of all raters. */
  | 'icc-2-k'

/** A figure with its name. */
export interface NamedFigure {
  readonly name: FigureName
  /** By whom it is defined, and what it takes for given; in a notation of no language. */
  readonly convention: string
  readonly figure: Figure
}

/** Agreement on one item, section, veto, on the total or the verdict. */
export interface TargetAgreement {
  readonly kind: Target['kind']
  readonly id: string
  readonly scale: RatingScale
  /** Calls with two ratings or more. */
  readonly calls: number
  readonly ratings: number
  /** Of calls by raters: nothing there. */
  readonly missing: number
  /** Rated `na`; no rating and not missing. */
  readonly notApplicable: number
  readonly figures: readonly NamedFigure[]
  /** On whether the item applies at all; absent where nobody gave `na`. */
  readonly onApplicability?: { readonly percentExact: Figure; readonly ac1: Figure }
  /** Of two raters on numbers and levels: second minus first. */
  readonly differences?: BlandAltman
  /**
   * Whether the item can be judged reliably: the lower limit of alpha on the declared scale, or of AC2, is .667 or
   * more. `too-few-calls` under ten calls, of which nothing can be said. Never a verdict on a person.
   */
  readonly usable: 'yes' | 'no' | 'too-few-calls'
}

/** A call on which raters differ, for the session to talk about. */
export interface Discussion {
  readonly callId: string
  readonly kind: Target['kind']
  readonly id: string
  readonly ratings: readonly { readonly raterId: string; readonly rating: number | string }[]
  /** Between the highest and the lowest, in levels or points; 1 for different names. */
  readonly spread: number
}

/** How one rater judges one item, next to the others on the same calls. */
export interface RaterDeviation {
  readonly raterId: string
  /** Id of an item of levels or numbers. */
  readonly item: string
  /** Calls that others judged too. */
  readonly calls: number
  /** Mean of the rating less the mean of the others', in levels or the item's unit; over 0 is milder. */
  readonly mean: number
  /** 95 % or as asked for; absent for a single call. */
  readonly interval?: FigureInterval
  /** Whether to talk about it: the interval leaves out 0, from ten calls on. */
  readonly isWorthTalking: boolean
}

/** What a session shows. */
export interface AgreementReport {
  readonly raters: readonly string[]
  readonly calls: number
  readonly targets: readonly TargetAgreement[]
  /** Of the total score, or of the mean level share where ratings alone were given; only of fixed raters. */
  readonly severity?: RaterSeverity
  /** By rater and item, what is worth talking about first; only of fixed raters. */
  readonly deviations?: readonly RaterDeviation[]
  /** The widest differences first, at most as many as asked for. */
  readonly discuss: readonly Discussion[]
  /** Evaluations that could not be used. */
  readonly failed: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
}

/** How agreement is measured. */
export interface AgreementOptions {
  /** Whether a rater is the same person on every call; `interchangeable` leaves out what needs that. @defaultValue fixed */
  readonly raters?: 'fixed' | 'interchangeable'
  /** Two-sided, as a fraction. @defaultValue 0.95 */
  readonly confidence?: number
  /** Of the resampling. @defaultValue agreement */
  readonly seed?: string
  /** Of alpha's intervals. @defaultValue 1000 */
  readonly resamples?: number
  /** Discussions at most. @defaultValue 20 */
  readonly discussions?: number
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

/** The lower limit from which an item counts as reliable (Krippendorff 2004, for tentative conclusions). */
const USABLE = 0.667
/** Calls under which nothing is said. */
const FEWEST_CALLS = 10
/** Points of a score that count as the same. */
const SCORE_TOLERANCE = 5

/**
 * How far raters agree, on every item by its declared scale, and where whole evaluations are given also on sections,
 * vetoes, the total and the verdict. `na` and missing ratings are kept apart: `na` against a rating is told as
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
      severity: severityOf(tables, options.confidence),
      deviations: deviationsOf(tables, options.confidence),
    }),
    discuss: discussionsOf(tables, options.discussions ?? 20),
    failed: tables.failed,
  }
}

function targetAgreement(target: Target, options: AgreementOptions): TargetAgreement {
  const { kind, id, scale, notApplicable } = target
  const raters = activeRaters(target.table)
  const table = columnsOf(target.table, raters)
  const percent = percentAgreement(table, 0)
  const ratings = table.flat().filter((rating) => rating !== null).length
  const na = notApplicable.flat().filter((flag) => flag === 1).length
  const cells = notApplicable.length * (notApplicable[0]?.length ?? 0)
  const figures = figuresOf(table, scale, kind, options)
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
    percentExact: withExactInterval(table, 0, confidence),
    ac1: chanceCorrected(table, [0, 1], 'nominal', confidence).ac.figure,
  }
}

function figuresOf(
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
      named('percent-exact', withExactInterval(table, 0, confidence)),
      ...(isScore ? [named('percent-within-one', withExactInterval(table, SCORE_TOLERANCE, confidence))] : []),
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
    return [named('percent-exact', withExactInterval(table, 0, confidence)), ...chance, alpha('nominal')]
  const linear = chanceCorrected(table, categories, 'linear', confidence)
  const quadratic = chanceCorrected(table, categories, 'quadratic', confidence)
  const ranks = table.map((row) => row.map((rating) => (rating === null ? null : categories.indexOf(rating))))
  return [
    named('percent-exact', withExactInterval(table, 0, confidence)),
    named('percent-within-one', withExactInterval(ranks, 1, confidence)),
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

/** Clopper and Pearson over calls. */
function withExactInterval(table: RatingTable, tolerance: number, confidence: number): Figure {
  const { share, calls } = percentAgreement(table, tolerance)
  if (share.kind === 'undefined') return share
  const successes = Math.round(share.value * calls)
  const interval = proportionInterval({ method: 'exact', successes, trials: calls, confidence })
  return { ...share, interval: { lower: interval.lower, upper: interval.upper, confidence, method: 'exact' } }
}

function usability(figures: readonly NamedFigure[], scale: RatingScale, calls: number): TargetAgreement['usable'] {
  if (calls < FEWEST_CALLS) return 'too-few-calls'
  const declared = { levels: 'alpha-ordinal', names: 'alpha-nominal', numbers: 'alpha-interval' }[scale.kind]
  const deciding = figures.filter(({ name }) => name === declared || name === (scale.kind === 'levels' ? 'ac2' : 'ac1'))
  return deciding.some(({ figure }) => figure.kind === 'value' && (figure.interval?.lower ?? -1) >= USABLE)
    ? 'yes'
    : 'no'
}

/** By totals where there are any, else by the mean share of the way from the lowest to the highest level. */
function severityOf({ targets, calls, raters }: RatingTables, confidence: number | undefined): RaterSeverity {
  const total = targets.find(({ kind }) => kind === 'total')
  const rows = calls.flatMap((callId, call) =>
    raters.flatMap((raterId, rater) => {
      const score = total ? total.table[call]?.[rater] : levelShare(targets, call, rater)
      return score === null || score === undefined ? [] : [{ callId, raterId, score }]
    }),
  )
  return raterSeverity(rows, confidence)
}

/** 0 to 100 over the levels that a rater gave a call. */
function levelShare(targets: readonly Target[], call: number, rater: number): number | undefined {
  const shares = targets.flatMap(({ scale, table }) => {
    const rating = table[call]?.[rater]
    if (scale.kind !== 'levels' || rating === null || rating === undefined) return []
    const [lowest = 0, highest = 1] = [scale.values[0], scale.values.at(-1)]
    return [(100 * (rating - lowest)) / (highest - lowest)]
  })
  return shares.length === 0 ? undefined : mean(shares)
}

function deviationsOf({ targets, raters }: RatingTables, confidence: number | undefined): readonly RaterDeviation[] {
  const found = targets.flatMap(({ kind, id, scale, table }) => {
    if (kind !== 'item' || scale.kind === 'names') return []
    return raters.flatMap((raterId, rater): readonly RaterDeviation[] => {
      const own = table.map((row) => row[rater] ?? null)
      const others = table.map((row) => {
        const rest = row.filter((rating, place): rating is number => rating !== null && place !== rater)
        return rest.length === 0 ? null : mean(rest)
      })
      const { bias, calls } = blandAltman(own, others, confidence)
      if (bias.kind === 'undefined') return []
      const { value, interval } = bias
      const leavesOutZero = interval !== undefined && (interval.lower > 0 || interval.upper < 0)
      return [
        {
          raterId,
          item: id,
          calls,
          mean: value,
          ...(interval && { interval }),
          isWorthTalking: calls >= FEWEST_CALLS && leavesOutZero,
        },
      ]
    })
  })
  return found.sort(
    (a, b) => Number(b.isWorthTalking) - Number(a.isWorthTalking) || Math.abs(b.mean) - Math.abs(a.mean),
  )
}

function discussionsOf({ targets, calls, raters }: RatingTables, limit: number): readonly Discussion[] {
  const found: (Discussion & { readonly weight: number })[] = []
  for (const { kind, id, scale, table } of targets) {
    if (kind === 'section' || kind === 'total') continue
    for (const [call, callId] of calls.entries()) {
      const row = table[call] ?? []
      const rated = raters.flatMap((raterId, rater) => {
        const rating = row[rater]
        return rating === null || rating === undefined ? [] : [{ raterId, rating }]
      })
      const values = rated.map(({ rating }) => rating)
      if (values.length < 2) continue
      const [lowest, highest] = [Math.min(...values), Math.max(...values)]
      if (lowest === highest) continue
      const spread = scale.kind === 'names' ? 1 : highest - lowest
      found.push({
        callId,
        kind,
        id,
        spread,
        ratings: rated.map(({ raterId, rating }) => ({
          raterId,
          rating: scale.kind === 'names' ? (scale.names[rating] ?? String(rating)) : rating,
        })),
        // A veto that one saw and another did not comes first; levels by how much of the scale they are apart.
        weight:
          kind === 'veto'
            ? 2
            : scale.kind === 'levels'
              ? spread / ((scale.values.at(-1) ?? 1) - (scale.values[0] ?? 0))
              : scale.kind === 'names'
                ? 1
                : 0,
      })
    }
  }
  return found
    .sort((a, b) => b.weight - a.weight || b.spread - a.spread)
    .slice(0, limit)
    .map(({ weight: _, ...discussion }) => discussion)
}

/** A figure of a target by name; undefined where it has no value. */
export function figureOf({ figures }: TargetAgreement, name: FigureName): number | undefined {
  const found = figures.find((one) => one.name === name)
  return found && figureValue(found.figure)
}
