import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { formOf } from '../format/form.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { itemChanges } from './item-changes.js'
import { movedShares } from './moved-shares.js'
import { resultChanges } from './result-changes.js'
import type { RubricChange, RubricDiff } from './rubric-diff.js'
import { ruleChanges } from './rule-changes.js'
import { sectionChanges } from './section-changes.js'
import { weightChanges } from './weight-changes.js'

/** Options of `diffRubrics`. */
export interface DiffOptions {
  /** Whether to list the shares that moved, too. @defaultValue false */
  readonly derived?: boolean
}

/**
 * Compares two versions of a rubric in the words of its author: items, levels, criteria, weights, vetoes, gates,
 * bonuses, bands; and says whether results stay comparable.
 * @param before - the older version
 * @param after - the newer one
 * @throws CallgradeError as `parseRubric`
 * @example
 * diffRubrics(old, changed).changes[0] //=> { kind: 'changed', part: 'weight', id: 'answer', key: 'weight', before: '2', after: '3', effect: 'figures' }
 */
export function diffRubrics(
  before: DocumentInput<Rubric>,
  after: DocumentInput<Rubric>,
  { derived = false }: DiffOptions = {},
): RubricDiff {
  const [old, current] = [parseRubric(before), parseRubric(after)]
  const [oldForm, form] = [formOf(old), formOf(current)]
  const shares = movedShares({ rubric: old, form: oldForm }, { rubric: current, form })
  const changes = [
    ...sectionChanges(oldForm, form),
    ...itemChanges({ rubric: old, form: oldForm }, { rubric: current, form }),
    ...weightChanges({ rubric: old, form: oldForm }, { rubric: current, form }, shares),
    ...ruleChanges(old, current),
    ...resultChanges(old, current),
  ]
  return {
    before: { id: old.id, version: old.version },
    after: { id: current.id, version: current.version },
    changes,
    ...(derived && { derived: shares }),
    comparability: comparabilityOf([...changes, ...shares]),
  }
}

function comparabilityOf(changes: readonly RubricChange[]): RubricDiff['comparability'] {
  const effects = new Set(changes.map(({ effect }) => effect))
  if (effects.has('ratings')) return 'not-comparable'
  if (effects.has('figures')) return 'rescore'
  return changes.length > 0 ? 'comparable' : 'identical'
}
