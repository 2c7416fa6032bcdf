import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/index.js'
import type { RubricDiff } from '../../rubric/versions/rubric-diff.js'
import type { Evaluation } from '../../scoring/index.js'

/** An old evaluation in the terms of the new version. */
export interface CarriedEvaluation {
  readonly evaluation: Evaluation
  /** Ids that the new version does not have, in the order of the evaluation. */
  readonly dropped: readonly string[]
  /** Reasons why the evaluation cannot be carried over. */
  readonly faults: readonly IssueDraft[]
}

/** Returns a function that puts old evaluations in the terms of a new version of their rubric. */
export function evaluationCarrier(
  diff: RubricDiff,
  old: Rubric,
  current: Rubric,
): (evaluation: Evaluation) => CarriedEvaluation {
  const known = knownIds(current)
  const faultsOf = faultFinder(diff, old, known.types)
  return (evaluation) => {
    const dropped: string[] = []
    const keeps = (ids: ReadonlySet<string>, id: string): boolean => {
      if (!ids.has(id)) dropped.push(id)
      return ids.has(id)
    }
    const keptOf = <T>(values: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Readonly<Record<string, T>> =>
      Object.fromEntries(Object.entries(values).filter(([id]) => keeps(ids, id)))
    const { rubricVersion: _, ratings, facts, vetoes, bonuses, businessType, ...rest } = evaluation
    const carried: Evaluation = {
      ...rest,
      rubric: current.id,
      ...(businessType !== undefined && known.types.size > 0 && { businessType }),
      ratings: keptOf(ratings, known.nodes),
      ...(vetoes && { vetoes: vetoes.filter((mark) => keeps(known.vetoes, idOf(mark))) }),
      ...(bonuses && { bonuses: bonuses.filter((mark) => keeps(known.bonuses, idOf(mark))) }),
      ...(facts && { facts: keptOf(facts, known.facts) }),
    }
    return { evaluation: carried, dropped, faults: faultsOf(evaluation) }
  }
}

interface KnownIds {
  /** Ids of items and sections. */
  readonly nodes: ReadonlySet<string>
  readonly vetoes: ReadonlySet<string>
  readonly bonuses: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

function knownIds(rubric: Rubric): KnownIds {
  const { vetoes, bonuses, facts = {}, businessTypes } = rubric
  const form = formOf(rubric)
  return {
    nodes: new Set([...form.items, ...form.sections].map(({ id }) => id)),
    vetoes: new Set(vetoes?.map(({ id }) => id)),
    bonuses: new Set(bonuses?.map(({ id }) => id)),
    facts: new Set(Object.keys(facts)),
    types: new Set(businessTypes?.map(({ id }) => id)),
  }
}

/** Returns a function that lists what keeps an evaluation from the new version. */
function faultFinder(
  { changes }: RubricDiff,
  old: Rubric,
  types: ReadonlySet<string>,
): (evaluation: Evaluation) => readonly IssueDraft[] {
  const risky = changes.filter(({ effect }) => effect === 'ratings')
  const newVetoes = risky.flatMap(({ part, kind, id }) => (part === 'veto' && kind === 'added' ? [id] : []))
  /** Changes by item, of items whose ratings may have another meaning now. */
  const changed = new Map(
    risky.flatMap(({ part, kind, id, key, after }): readonly (readonly [string, string])[] => {
      if (part === 'level') return [[id.split('/')[0] ?? '', `${kind} level ${id.split('/')[1]}`]]
      return part === 'item' && kind === 'changed' ? [[id, `${key ?? ''} ${after ?? ''}`.trim()]] : []
    }),
  )
  return ({ rubric, businessType, ratings }) => {
    const faults: IssueDraft[] = []
    if (rubric !== old.id)
      faults.push({
        code: 'calibration/other-rubric',
        path: ['rubric'],
        expected: JSON.stringify(old.id),
        received: excerptOf(rubric),
      })
    if (businessType !== undefined && types.size > 0 && !types.has(businessType))
      faults.push({ code: 'calibration/business-type-gone', path: ['businessType'], received: excerptOf(businessType) })
    for (const veto of newVetoes)
      faults.push({ code: 'calibration/veto-not-looked-for', path: ['vetoes'], details: { veto } })
    for (const [item, given] of Object.entries(ratings)) {
      const rating = typeof given === 'object' && given !== null && 'rating' in given ? given.rating : given
      const what = changed.get(item)
      if (what !== undefined && rating !== 'na')
        faults.push({ code: 'calibration/meaning-changed', path: ['ratings', item], details: { item, what } })
    }
    return faults
  }
}

function idOf(mark: string | { readonly id: string }): string {
  return typeof mark === 'string' ? mark : mark.id
}
