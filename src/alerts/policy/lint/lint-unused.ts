import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDetails } from '../../../issues/issue-details.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { AlertPolicy, Declared } from '../alert-policy.js'
import { BUILT_IN_KINDS } from '../built-in-kinds.js'

/** Reports declarations that nothing uses, and kinds of finding that nothing produces. */
export function lintUnused(policy: AlertPolicy): readonly IssueDraft[] {
  const { rules, levels, closure } = policy
  const duties = levels.flatMap((level) => level.duties ?? [])
  const steps = rules.flatMap((rule) => rule.steps)
  const roles = [
    ...duties.flatMap(({ assignTo, escalate = [] }) => [...assignTo, ...escalate.map(({ to }) => to)]),
    ...rules.flatMap(({ notify = [] }) => notify),
  ]
  const actions = [
    ...rules.flatMap((rule) => rule.actions ?? []),
    ...(closure?.onStreak ?? []),
    ...(closure?.onMiss ?? []),
  ]
  const kinds = rules.flatMap((rule) => rule.kinds)
  return [
    ...unused('role', 'roles', policy.roles, roles),
    ...unused('action', 'actions', policy.actions, actions),
    ...unused('kind', 'kinds', policy.kinds, kinds),
    ...unused(
      'level',
      'levels',
      levels,
      steps.map(({ level }) => level),
    ),
    ...unusedFacts(policy),
    ...unusedFalseAlerts(policy),
    ...kindsNotGiven(policy),
  ]
}

type UnusedKind = IssueDetails['alerts/unused']['kind']

function unused(
  kind: UnusedKind,
  key: string,
  declared: readonly Declared[] | undefined,
  used: readonly string[],
): readonly IssueDraft[] {
  const names = new Set(used)
  return (declared ?? []).flatMap(({ id }, index) => (names.has(id) ? [] : [unusedDraft(kind, [key, index, 'id'], id)]))
}

function unusedDraft(kind: UnusedKind, path: readonly PathSegment[], name: string): IssueDraft {
  return { code: 'alerts/unused', path, received: excerptOf(name), details: { kind } }
}

/** A fact with a note is kept on purpose, such as a shift that reports are split by. */
function unusedFacts({ facts = {}, rules }: AlertPolicy): readonly IssueDraft[] {
  const used = new Set<string>()
  for (const { groupBy, steps, where } of rules) {
    for (const label of groupBy) used.add(label)
    for (const { rate } of steps) for (const label of rate?.adjustFor ?? []) used.add(label)
    collectFacts(where, used)
  }
  return Object.entries(facts).flatMap(([id, { note }]) =>
    used.has(id) || note !== undefined
      ? []
      : [{ ...unusedDraft('fact', ['facts', id], id), at: 'key' } satisfies IssueDraft],
  )
}

/** The facts that a condition names, on either side. */
function collectFacts(node: unknown, used: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if ('fact' in node && typeof node.fact === 'string') used.add(node.fact)
  for (const member of Object.values(node)) collectFacts(member, used)
}

function unusedFalseAlerts({ falseAlerts = {}, rules }: AlertPolicy): readonly IssueDraft[] {
  const rated = new Set(rules.flatMap(({ steps }) => steps.filter(({ rate }) => rate).map(({ level }) => level)))
  return Object.keys(falseAlerts)
    .filter((level) => !rated.has(level))
    .map((level) => ({ ...unusedDraft('falseAlerts', ['falseAlerts', level], level), at: 'key' }))
}

/** A built-in kind comes from scores alone, as far as the policy takes it from there. */
function kindsNotGiven({ fromScores = [], rules }: AlertPolicy): readonly IssueDraft[] {
  const builtIn: ReadonlySet<string> = new Set(BUILT_IN_KINDS)
  const given: ReadonlySet<string> = new Set(fromScores.map(({ kind }) => kind))
  return rules.flatMap(({ kinds }, rule) =>
    kinds.flatMap((kind, index): readonly IssueDraft[] =>
      builtIn.has(kind) && !given.has(kind)
        ? [{ code: 'alerts/never-found', path: ['rules', rule, 'kinds', index], received: excerptOf(kind) }]
        : [],
    ),
  )
}
