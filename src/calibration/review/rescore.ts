import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { formOf } from '../../rubric/format/form.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import { diffRubrics } from '../../rubric/versions/diff-rubrics.js'
import type { RubricDiff } from '../../rubric/versions/rubric-diff.js'
import { compileRubric, type Evaluation, type Score } from '../../scoring/index.js'
import { mean } from '../../statistics/mean.js'

/** An old evaluation by the new version. */
export interface RescoredEvaluation {
  readonly evaluationId: string
  readonly before: Score
  readonly after: Score
  /** After less before; null where one is not scored. */
  readonly difference: number | null
  readonly changesBand: boolean
  readonly changesVerdict: boolean
  /** Items, vetoes and bonuses whose ratings and marks the new version has no place for. */
  readonly dropped: readonly string[]
}

/** What the new version would have done, for one business type; for all where the rubric has none. */
export interface VersionImpact {
  readonly businessType?: string
  readonly evaluations: number
  readonly meanBefore: number | null
  readonly meanAfter: number | null
  /** `excellent -> good`, by how many; only changes. */
  readonly bands: Readonly<Record<string, number>>
  readonly verdicts: Readonly<Record<string, number>>
}

/** Old evaluations by a new version of their rubric. */
export interface Rescoring {
  readonly diff: RubricDiff
  readonly carried: readonly RescoredEvaluation[]
  /** What keeps no meaning, each with all its reasons. */
  readonly notCarried: readonly {
    readonly index: number
    readonly evaluationId?: string
    readonly issues: readonly Issue[]
  }[]
  readonly impact: readonly VersionImpact[]
}

/**
 * Applies a new version of a rubric to old evaluations where every rating still has meaning, names what cannot be
 * carried and why, and says who would change band or verdict, by how much, under which business type. Nothing is
 * guessed: an item that nobody rated, a veto that nobody looked for and a level that means something else keep an
 * evaluation out.
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
  const carrier = new Carrier(diff, old, current)
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
    const { evaluation: moved, dropped, faults } = carrier.carry(evaluation)
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
      difference:
        a.score === null || b.score === null ? null : Number((b.score - a.score).toFixed(current.result.decimals ?? 2)),
      changesBand: a.band !== b.band,
      changesVerdict: a.verdict !== b.verdict,
      dropped,
    })
  }
  return { diff, carried, notCarried, impact: impactOf(carried) }
}

class Carrier {
  private readonly items: ReadonlySet<string>
  private readonly sections: ReadonlySet<string>
  private readonly vetoes: ReadonlySet<string>
  private readonly bonuses: ReadonlySet<string>
  private readonly facts: ReadonlySet<string>
  private readonly types: ReadonlySet<string>
  private readonly newVetoes: readonly string[]
  /** Items of which some rating has lost its meaning, with what changed. */
  private readonly changed: ReadonlyMap<string, string>

  constructor(
    diff: RubricDiff,
    private readonly old: Rubric,
    private readonly current: Rubric,
  ) {
    const form = formOf(current)
    this.items = new Set(form.items.map(({ id }) => id))
    this.sections = new Set(form.sections.map(({ id }) => id))
    this.vetoes = new Set(current.vetoes?.map(({ id }) => id))
    this.bonuses = new Set(current.bonuses?.map(({ id }) => id))
    this.facts = new Set(Object.keys(current.facts ?? {}))
    this.types = new Set(current.businessTypes?.map(({ id }) => id))
    const risky = diff.changes.filter(({ effect }) => effect === 'ratings')
    this.newVetoes = risky.flatMap(({ part, kind, id }) => (part === 'veto' && kind === 'added' ? [id] : []))
    this.changed = new Map(
      risky.flatMap(({ part, kind, id, key, after }): readonly (readonly [string, string])[] => {
        if (part === 'level') return [[id.split('/')[0] ?? '', `${kind} level ${id.split('/')[1]}`]]
        return part === 'item' && kind === 'changed' ? [[id, `${key ?? ''} ${after ?? ''}`.trim()]] : []
      }),
    )
  }

  carry(evaluation: Evaluation): {
    readonly evaluation: Evaluation
    readonly dropped: readonly string[]
    readonly faults: readonly IssueDraft[]
  } {
    const { old, current } = this
    const dropped: string[] = []
    const faults: IssueDraft[] = []
    const keep = <T>(
      entries: readonly (readonly [string, T])[],
      known: ReadonlySet<string>,
    ): readonly (readonly [string, T])[] =>
      entries.filter(([id]) => {
        if (known.has(id)) return true
        dropped.push(id)
        return false
      })
    const idOf = (mark: string | { readonly id: string }): string => (typeof mark === 'string' ? mark : mark.id)
    if (evaluation.rubric !== old.id)
      faults.push({
        code: 'calibration/other-rubric',
        path: ['rubric'],
        expected: JSON.stringify(old.id),
        received: excerptOf(evaluation.rubric),
      })
    const { businessType } = evaluation
    if (businessType !== undefined && this.types.size > 0 && !this.types.has(businessType))
      faults.push({ code: 'calibration/business-type-gone', path: ['businessType'], received: excerptOf(businessType) })
    for (const veto of this.newVetoes)
      faults.push({ code: 'calibration/veto-not-looked-for', path: ['vetoes'], details: { veto } })
    for (const [item, given] of Object.entries(evaluation.ratings)) {
      const rating = typeof given === 'object' && given !== null && 'rating' in given ? given.rating : given
      const what = this.changed.get(item)
      if (what !== undefined && rating !== 'na')
        faults.push({ code: 'calibration/meaning-changed', path: ['ratings', item], details: { item, what } })
    }
    const { rubricVersion: _, facts, vetoes, bonuses, businessType: type, ...rest } = evaluation
    const nodes = new Set([...this.items, ...this.sections])
    return {
      dropped,
      faults,
      evaluation: {
        ...rest,
        rubric: current.id,
        ...(type !== undefined && this.types.size > 0 && { businessType: type }),
        ratings: Object.fromEntries(keep(Object.entries(evaluation.ratings), nodes)),
        ...(vetoes && { vetoes: vetoes.filter((mark) => this.isKnown(idOf(mark), this.vetoes, dropped)) }),
        ...(bonuses && { bonuses: bonuses.filter((mark) => this.isKnown(idOf(mark), this.bonuses, dropped)) }),
        ...(facts && { facts: Object.fromEntries(keep(Object.entries(facts), this.facts)) }),
      },
    }
  }

  private isKnown(id: string, known: ReadonlySet<string>, dropped: string[]): boolean {
    if (known.has(id)) return true
    dropped.push(id)
    return false
  }
}

function impactOf(carried: readonly RescoredEvaluation[]): readonly VersionImpact[] {
  const groups = new Map<string | undefined, RescoredEvaluation[]>()
  for (const one of carried) {
    const own = groups.get(one.before.businessType)
    if (own) own.push(one)
    else groups.set(one.before.businessType, [one])
  }
  const meanOf = (scores: readonly (number | null)[]): number | null => {
    const known = scores.filter((score) => score !== null)
    return known.length === 0 ? null : Number(mean(known).toFixed(2))
  }
  return [...groups].map(([businessType, own]) => {
    const counts = (of: (score: Score) => string | null): Readonly<Record<string, number>> => {
      const found: Record<string, number> = {}
      for (const { before, after } of own) {
        const [from, to] = [of(before), of(after)]
        if (from === to) continue
        const key = `${from ?? 'none'} -> ${to ?? 'none'}`
        found[key] = (found[key] ?? 0) + 1
      }
      return found
    }
    return {
      ...(businessType !== undefined && { businessType }),
      evaluations: own.length,
      meanBefore: meanOf(own.map(({ before }) => before.score)),
      meanAfter: meanOf(own.map(({ after }) => after.score)),
      bands: counts(({ band }) => band),
      verdicts: counts(({ verdict }) => verdict),
    }
  })
}
