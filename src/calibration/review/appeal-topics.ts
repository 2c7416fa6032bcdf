import { canonicalJson } from '../../documents/canonical-json.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/index.js'
import { faultsOf } from '../../rubric/items/aspects/faults-of.js'
import type { Evaluation } from '../../scoring/index.js'
import type { ReviewChanges, ReviewTopic } from './review-event.js'

/** Returns the fault of the first topic that names something the rubric does not have. */
export function topicFault(about: readonly ReviewTopic[], rubric: Rubric): IssueDraft | undefined {
  const names = namesOf(rubric)
  for (const [index, topic] of about.entries())
    for (const [kind, name] of Object.entries(topic)) {
      const known = names.get(kind)
      const place = { code: 'calibration/appeal-unknown', path: ['about', index, kind], details: { kind } } as const
      if (known === undefined) return { ...place, received: excerptOf(kind), expected: alternatives(names.keys()) }
      if (!known.includes(String(name))) return unknownName({ ...place, name, known })
    }
  return undefined
}

/** Names that an appeal may be about, by kind of topic. */
function namesOf(rubric: Rubric): ReadonlyMap<string, readonly string[]> {
  const { vetoes = [], bonuses = [], gates = [] } = rubric
  const items = formOf(rubric).items
  const ids = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map(({ id }) => id)
  return new Map([
    ['item', ids(items)],
    ['fault', items.flatMap(({ source }) => ids(faultsOf(source)))],
    ['veto', ids(vetoes)],
    ['bonus', ids(bonuses)],
    ['gate', ids(gates)],
  ])
}

/** Returns whether two topics name the same matter. */
export function isSameTopic(a: ReviewTopic, b: ReviewTopic): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/**
 * Returns the fault of the first change that the appeal is not about.
 * @param last - the evaluation before the changes
 */
export function beyondAppeal(
  changes: ReviewChanges,
  about: readonly ReviewTopic[],
  last: Evaluation | undefined,
  rubric: Rubric,
): IssueDraft | undefined {
  const fault = (path: readonly string[], name: string): IssueDraft => ({
    code: 'calibration/beyond-appeal',
    path: ['changes', ...path],
    received: excerptOf(name),
  })
  // A gate fires by ratings of any item.
  if (namesIn(about, 'gate').size === 0) {
    const items = new Set([...namesIn(about, 'item'), ...itemsOfFaults(namesIn(about, 'fault'), rubric)])
    for (const item of Object.keys(changes.ratings ?? {})) if (!items.has(item)) return fault(['ratings', item], item)
  }
  for (const [key, kind] of [
    ['vetoes', 'veto'],
    ['bonuses', 'bonus'],
  ] as const) {
    const now = changes[key]
    if (!now) continue
    const before = (last?.[key] ?? []).map((mark) => (typeof mark === 'string' ? mark : mark.id))
    const named = namesIn(about, kind)
    const changed = [...now, ...before].find((id) => timesIn(now, id) !== timesIn(before, id) && !named.has(id))
    if (changed !== undefined) return fault([key], changed)
  }
  return undefined
}

function namesIn(about: readonly ReviewTopic[], kind: string): ReadonlySet<string> {
  return new Set(
    about.flatMap((topic) => Object.entries(topic).flatMap(([key, name]) => (key === kind ? [String(name)] : []))),
  )
}

function itemsOfFaults(faults: ReadonlySet<string>, rubric: Rubric): readonly string[] {
  return formOf(rubric).items.flatMap(({ id, source }) =>
    faultsOf(source).some((fault) => faults.has(fault.id)) ? [id] : [],
  )
}

function timesIn(list: readonly string[], id: string): number {
  return list.filter((other) => other === id).length
}
