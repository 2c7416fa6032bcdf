import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDetails } from '../../issues/issue-details.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Form } from '../format/form.js'
import type { Named } from '../format/named.js'
import type { Rubric } from '../format/rubric.js'
import { faultsOf } from '../items/aspects/faults-of.js'
import { isScored } from '../items/aspects/is-scored.js'
import { scaleNameOf } from '../items/aspects/scale-name-of.js'

/** What is declared and never used. */
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
      // A condition that nothing uses is told itself.
      rubric.conditions,
    ]),
  ]
  return [
    ...unusedKeys(
      'scale',
      'scales',
      rubric.scales,
      items.flatMap((item) => scaleNameOf(item, rubric) ?? []),
    ),
    ...unusedKeys('fact', 'facts', rubric.facts, facts),
    ...unusedKeys('condition', 'conditions', rubric.conditions, [...usedConditions(rubric)]),
    ...unusedIds('tag', 'tags', rubric.tags, [
      ...items.flatMap(({ tags = [] }) => tags),
      ...faults.flatMap(({ tags = [] }) => tags),
    ]),
    ...unusedIds('family', 'families', rubric.families, families),
    ...unusedIds(
      'action',
      'actions',
      rubric.actions,
      (rubric.result.bands ?? []).flatMap(({ actions = [] }) => actions),
    ),
  ]
}

/** A name with a note is kept on purpose, such as a fact that reports are split by. */
function unusedKeys(
  kind: UnusedKind,
  key: string,
  declared: Readonly<Record<string, object>> | undefined,
  used: readonly string[],
): readonly IssueDraft[] {
  const names = new Set(used)
  return Object.entries(declared ?? {}).flatMap(([id, value]) =>
    names.has(id) || 'note' in value ? [] : [unusedDraft(kind, [key, id], id, 'key')],
  )
}

type UnusedKind = IssueDetails['rubric/unused']['kind']

function unusedIds(
  kind: UnusedKind,
  key: string,
  declared: readonly Named[] | undefined,
  used: readonly string[],
): readonly IssueDraft[] {
  const names = new Set(used)
  return (declared ?? []).flatMap(({ id, note }, index) =>
    names.has(id) || note !== undefined ? [] : [unusedDraft(kind, [key, index, 'id'], id, 'value')],
  )
}

function unusedDraft(kind: UnusedKind, path: readonly PathSegment[], name: string, at: 'key' | 'value'): IssueDraft {
  return { code: 'rubric/unused', path, at, received: excerptOf(name), details: { kind } }
}

/** Conditions reached from sections, items and rules, directly and through each other. */
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

/** All texts that stand under a key, however deep. */
function namesUnder(wanted: string, part: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found
  for (const [key, member] of Object.entries(part)) {
    if (key === wanted && typeof member === 'string') found.add(member)
    else namesUnder(wanted, member, found)
  }
  return found
}
