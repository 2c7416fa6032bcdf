import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Issue } from '../../issues/issue.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import { mean } from '../../statistics/mean.js'
import { type BlandAltman, blandAltman } from '../agreement/coefficients/bland-altman.js'
import { type CohenKappa, cohenKappa } from '../agreement/coefficients/cohen-kappa.js'
import type { JudgedCalls } from '../agreement/tables/judged-calls.js'
import { raterPlace } from '../agreement/tables/rater-place.js'
import { tablesOf } from '../agreement/tables/tables-of.js'

/** One rater's ratings of one item against the reference's. */
export interface ItemComparison extends CohenKappa {
  readonly kind: 'item' | 'veto' | 'verdict'
  readonly id: string
  /** Levels, or names, in the order of the confusion's rows (reference) and columns (rater). */
  readonly categories: readonly (number | string)[]
}

/** One rater against the reference. */
export interface RaterComparison {
  readonly raterId: string
  /** Calls that both judged. */
  readonly calls: number
  /** Kappa is quadratic for levels; bias is rater less reference. */
  readonly items: readonly ItemComparison[]
  /** Numbers, sections and the total: rater less reference. */
  readonly scores: readonly {
    readonly kind: 'item' | 'section' | 'total'
    readonly id: string
    readonly differences: BlandAltman
    readonly meanAbsoluteError: number
  }[]
  /** Vetoes of the reference that the rater did not mark, and the other way round. */
  readonly vetoes: { readonly reference: number; readonly missed: number; readonly added: number }
}

/** All raters against one reference: an expert, or a person for a model, or a model for people. */
export interface ReferenceReport {
  readonly reference: string
  readonly raters: readonly RaterComparison[]
  readonly failed: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
}

/**
 * Compares every rater with a reference on the calls that both judged: bias, mean absolute error, confusion, kappa,
 * Bland-Altman; people and models by the same figures.
 * @param reference - `raterId` or `evaluatorId` of the reference
 * @throws CallgradeError `calibration/unknown-rater`, and as `agreement`
 * @example
 * compareWithReference({ ratings }, rubric, 'expert').raters[0].items[0].bias //=> 0.16
 */
export function compareWithReference(
  judged: JudgedCalls,
  rubric: DocumentInput<Rubric>,
  reference: string,
): ReferenceReport {
  const tables = tablesOf(judged, parseRubric(rubric))
  const at = raterPlace(tables, reference)
  const raters = tables.raters.flatMap((raterId, rater): readonly RaterComparison[] => {
    if (rater === at) return []
    const items: ItemComparison[] = []
    const scores: {
      kind: 'item' | 'section' | 'total'
      id: string
      differences: BlandAltman
      meanAbsoluteError: number
    }[] = []
    const vetoes = { reference: 0, missed: 0, added: 0 }
    const both = new Set<number>()
    for (const { kind, id, scale, table } of tables.targets) {
      const [theirs, own] = [at, rater].map((column) => table.map((row) => row[column] ?? null))
      if (!theirs || !own) continue
      for (const [call, rating] of own.entries()) if (rating !== null && theirs[call] !== null) both.add(call)
      if (kind === 'veto')
        for (const [call, marked] of own.entries()) {
          if (marked === null || theirs[call] === null) continue
          if (theirs[call] === 1) vetoes.reference++
          if (theirs[call] === 1 && marked === 0) vetoes.missed++
          if (theirs[call] === 0 && marked === 1) vetoes.added++
        }
      if (scale.kind === 'numbers') {
        if (kind === 'veto' || kind === 'verdict') continue
        const gaps = own.flatMap((value, call) => {
          const other = theirs[call]
          return value === null || other === null || other === undefined ? [] : [Math.abs(value - other)]
        })
        scores.push({
          kind,
          id,
          differences: blandAltman(own, theirs),
          meanAbsoluteError: gaps.length === 0 ? 0 : mean(gaps),
        })
      } else if (kind === 'item' || kind === 'veto' || kind === 'verdict') {
        const places = scale.kind === 'levels' ? scale.values : scale.names.map((_, place) => place)
        const weights = scale.kind === 'levels' ? 'quadratic' : 'nominal'
        const categories = scale.kind === 'levels' ? scale.values : scale.names
        if (places.length >= 2) items.push({ kind, id, categories, ...cohenKappa(theirs, own, places, weights) })
      }
    }
    return [{ raterId, calls: both.size, items, scores, vetoes }]
  })
  return { reference, raters, failed: tables.failed }
}
