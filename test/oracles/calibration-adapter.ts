import {
  type AgreementWeights,
  type AlphaMetric,
  blandAltman,
  type Coefficient,
  chanceCorrected,
  cohenKappa,
  type Figure,
  fleissKappa,
  type IccForm,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  percentAgreement,
  type RatingTable,
  raterSeverity,
  twoRaterTable,
} from '../../src/calibration/index.js'
import { studentT } from '../../src/statistics/index.js'

const weightNames: Readonly<Record<string, AgreementWeights>> = {
  none: 'nominal',
  unweighted: 'nominal',
  linear: 'linear',
  quadratic: 'quadratic',
  ordinal: 'ordinal',
}
const numberOf = (figure: Figure): number | null => (figure.kind === 'value' ? figure.value : null)
const errorOf = (figure: Figure): number | undefined => (figure.kind === 'value' ? figure.standardError : undefined)

/** Levels that occur, where an oracle names no scale. */
function observed(table: RatingTable): readonly number[] {
  return [...new Set(table.flat().filter((rating) => rating !== null))].sort((a, b) => a - b)
}

/** As irrCAC prints limits: rounded to three digits, in brackets. */
function printed(figure: Figure): string {
  const { lower = 0, upper = 0 } = (figure.kind === 'value' && figure.interval) || {}
  const digits = (value: number): string => String(Number(value.toFixed(3)))
  return `(${digits(lower)},${digits(upper)})`
}

/** Coefficients that irrCAC rounds to five digits before it tests them. */
function raw({ figure, observed, expected }: Coefficient, n: number): object {
  const value = numberOf(figure) ?? 0
  const error = errorOf(figure) ?? 0
  return {
    pa: observed,
    pe: expected,
    coeff: value,
    se: error,
    ci: printed(figure),
    p: 2 * studentT.survival(Math.abs(value / error), n - 1),
  }
}

/** The oracle's words for why there is no alpha. */
const reasons: Readonly<Record<string, string>> = {
  'no-variation':
    'no variation: De = 0; fast-krippendorff raises ValueError (There has to be more than one value in the domain), irr returns NaN/1 by version',
}

const coefficient = (figure: Figure): object => ({
  coeff: numberOf(figure),
  se: errorOf(figure),
  raw: { 'coeff.ci': printed(figure) },
})
const transposed = (rows: RatingTable): RatingTable =>
  (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null))

export const calibrationMethods: Readonly<Record<string, (input: never) => unknown>> = {
  allRaterAgreement: ({ unitsByRaters, tolerance }: { unitsByRaters: RatingTable; tolerance: number }) => {
    const { share, calls } = percentAgreement(unitsByRaters, tolerance)
    return { percent: 100 * (numberOf(share) ?? 0), n: calls }
  },
  cohenKappa: ({
    a,
    b,
    categories,
    weights,
  }: {
    a: readonly number[]
    b: readonly number[]
    categories?: readonly number[] | string
    weights: string
  }) => {
    const used = observed([a, b])
    const scale = Array.isArray(categories) ? (categories as readonly number[]) : used
    const weighting = weightNames[weights] ?? 'nominal'
    const { kappa, confusion, exact, withinOne, bias, meanAbsoluteError, z, p } = cohenKappa(a, b, scale, weighting)
    return {
      kappa: numberOf(kappa),
      kappaFullScale: numberOf(kappa),
      ...(kappa.kind === 'undefined' && {
        reason: kappa.reason === 'no-variation' ? 'pe = 1' : kappa.reason,
        percent: exact,
      }),
      confusion,
      exact,
      within1: withinOne,
      bias,
      mae: meanAbsoluteError,
      z,
      p,
    }
  },
  agreementTable2: ({ table, weights = 'unweighted' }: { table: readonly (readonly number[])[]; weights?: string }) => {
    const { kappa, ac, scottPi, brennanPrediger, krippendorff, percent } = twoRaterTable(
      table,
      weightNames[weights] ?? 'nominal',
    )
    return {
      kappa: coefficient(kappa),
      ac: coefficient(ac),
      ac1: coefficient(ac),
      scottPi: coefficient(scottPi),
      brennanPrediger: coefficient(brennanPrediger),
      krippendorff: coefficient(krippendorff),
      percent: coefficient(percent),
    }
  },
  fleissKappa: ({ unitsByRaters }: { unitsByRaters: RatingTable }) => {
    const { kappa, z, p, perCategory } = fleissKappa(unitsByRaters, observed(unitsByRaters))
    return { kappa: numberOf(kappa), z, p, perCategory }
  },
  krippendorffAlpha: ({ ratersByUnits, metric }: { ratersByUnits: RatingTable; metric: AlphaMetric }) => {
    const figure = krippendorffAlpha(transposed(ratersByUnits), metric)
    return { alpha: numberOf(figure), ...(figure.kind === 'undefined' && { reason: reasons[figure.reason] }) }
  },
  agreementRaw: ({ unitsByRaters, weights }: { unitsByRaters: RatingTable; weights: string }) => {
    const all = chanceCorrected(unitsByRaters, observed(unitsByRaters), weightNames[weights] ?? 'nominal')
    const n = unitsByRaters.length
    const shared = unitsByRaters.filter((row) => row.filter((rating) => rating !== null).length >= 2).length
    return {
      ac: raw(all.ac, n),
      fleiss: raw(all.fleiss, n),
      conger: raw(all.conger, n),
      brennanPrediger: raw(all.brennanPrediger, n),
      krippendorff: raw(all.krippendorff, shared),
      percent: raw(all.percent, n),
    }
  },
  icc: ({ unitsByRaters, form }: { unitsByRaters: RatingTable; form: IccForm }) => {
    const { figure, F, df1, df2, p } = intraclassCorrelation(unitsByRaters, form)
    const { lower, upper } = (figure.kind === 'value' && figure.interval) || {}
    return { icc: numberOf(figure), F, df1, df2, p, ci95: [lower, upper] }
  },
  raterSeverity: ({ rows }: { rows: readonly { call: number; rater: number; y: number }[] }) => {
    const result = raterSeverity(
      rows.map(({ call, rater, y }) => ({ callId: String(call), raterId: String(rater), score: y })),
    )
    if (result.kind === 'undefined') return result
    const sorted = [...result.raters].sort((a, b) => Number(a.raterId) - Number(b.raterId))
    return { effect: sorted.map(({ effect }) => effect), sigma: result.sigma, df: result.degreesOfFreedom }
  },
  blandAltman: ({ a, b }: { a: readonly number[]; b: readonly number[] }) => {
    const { bias, standardDeviation: sd = 0, limits, limitStandardError, t, p } = blandAltman(a, b)
    const value = numberOf(bias) ?? 0
    const { lower, upper } = (bias.kind === 'value' && bias.interval) || {}
    return {
      bias: value,
      sd,
      loa2sd: [value - 2 * sd, value + 2 * sd],
      loa196: [limits?.lower, limits?.upper],
      biasCI95: [lower, upper],
      seLoaApprox: limitStandardError,
      t,
      p,
    }
  },
  kendallW: ({ unitsByRaters }: { unitsByRaters: RatingTable }) => {
    const { W, chi2, p } = kendallW(unitsByRaters)
    return { W: numberOf(W), chi2, p }
  },
}
