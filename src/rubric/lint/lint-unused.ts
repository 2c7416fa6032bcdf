import type { IssueDetails } from '../../issues/issue-details.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { type Declarations, unusedNames } from '../../issues/unused-names.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { faultsOf } from '../items/aspects/faults-of.js'
import { isScored } from '../items/aspects/is-scored.js'
import { scaleNameOf } from '../items/aspects/scale-name-of.js'

/** Reports declarations that nothing uses. */
export function lintUnused(rubric: Rubric, form: Form): readonly IssueDraft[] {
  const items = form.items.map(({ source }) => source)
  const faults = items.flatMap(faultsOf)
  const families = [
    ...items.flatMap((item) => (isScored(item) ? (item.criticalError?.family ?? []) : [])),
    ...faults.flatMap(({ criticalError }) => criticalError?.family ?? []),
    ...(rubric.vetoes ?? []).flatMap(({ family }) => family ?? []),
  ]
  const facts = [
    ...namesUnder('fact', [
      rubric.sections,
      rubric.vetoes,
      rubric.gates,
      rubric.bonuses,
      // An unused condition is reported itself, not the facts that it names.
      rubric.conditions,
    ]),
  ]
  return [
    ...unused(
      'scale',
      'scales',
      rubric.scales,
      items.flatMap((item) => scaleNameOf(item, rubric) ?? []),
    ),
    ...unused('fact', 'facts', rubric.facts, facts),
    ...unused('condition', 'conditions', rubric.conditions, [...usedConditions(rubric)]),
    ...unused('tag', 'tags', rubric.tags, [
      ...items.flatMap(({ tags = [] }) => tags),
      ...faults.flatMap(({ tags = [] }) => tags),
    ]),
    ...unused('family', 'families', rubric.families, families),
    ...unused(
      'action',
      'actions',
      rubric.actions,
      (rubric.result.bands ?? []).flatMap(({ actions = [] }) => actions),
    ),
  ]
}

type UnusedKind = IssueDetails['rubric/unused']['kind']

/** Reports unused names, apart from those with a note: they are kept on purpose, such as a fact that reports use. */
function unused(
  kind: UnusedKind,
  key: string,
  declared: Declarations<object> | undefined,
  used: readonly string[],
): readonly IssueDraft[] {
  return unusedNames(key, declared, used, hasNote).map((name) => ({
    code: 'rubric/unused',
    ...name,
    details: { kind },
  }))
}

function hasNote(entry: object): boolean {
  return 'note' in entry && entry.note !== undefined
}

/** Returns the conditions reached from sections, items and rules, directly and through each other. */
function usedConditions(rubric: Rubric): ReadonlySet<string> {
  const used = new Set<string>()
  const queue = [...namesUnder('condition', [rubric.sections, rubric.vetoes, rubric.gates, rubric.bonuses])]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue
    used.add(name)
    queue.push(...namesUnder('condition', rubric.conditions?.[name]))
  }
  return used
}

/** Returns all texts under a key, at any depth. */
function namesUnder(wanted: string, part: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found
  for (const [key, member] of Object.entries(part)) {
    if (key === wanted && typeof member === 'string') found.add(member)
    else namesUnder(wanted, member, found)
  }
  return found
}
