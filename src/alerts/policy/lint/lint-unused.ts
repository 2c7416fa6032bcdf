import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDetails } from '../../../issues/issue-details.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import { type UnusedName, unusedNames } from '../../../issues/unused-names.js'
import type { AlertPolicy } from '../alert-policy.js'
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
    ...unused('role', unusedNames('roles', policy.roles, roles)),
    ...unused('action', unusedNames('actions', policy.actions, actions)),
    ...unused('kind', unusedNames('kinds', policy.kinds, kinds)),
    ...unused(
      'level',
      unusedNames(
        'levels',
        levels,
        steps.map(({ level }) => level),
      ),
    ),
    // A fact with a note is kept on purpose, such as a shift that reports are split by.
    ...unused(
      'fact',
      unusedNames('facts', policy.facts, usedFacts(policy), ({ note }) => note !== undefined),
    ),
    ...unused('falseAlerts', unusedNames('falseAlerts', policy.falseAlerts, levelsWithRate(policy))),
    ...kindsNotGiven(policy),
  ]
}

type UnusedKind = IssueDetails['alerts/unused']['kind']

function unused(kind: UnusedKind, names: readonly UnusedName[]): readonly IssueDraft[] {
  return names.map((name) => ({ code: 'alerts/unused', ...name, details: { kind } }))
}

/** Returns the facts that rules name. */
function usedFacts({ rules }: AlertPolicy): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { groupBy, steps, where } of rules) {
    for (const label of groupBy) used.add(label)
    for (const { rate } of steps) for (const label of rate?.adjustFor ?? []) used.add(label)
    collectFacts(where, used)
  }
  return used
}

/** Collects the facts that a condition names, on either side. */
function collectFacts(node: unknown, used: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if ('fact' in node && typeof node.fact === 'string') used.add(node.fact)
  for (const member of Object.values(node)) collectFacts(member, used)
}

/** Returns the levels that a rate of a rule can reach. */
function levelsWithRate({ rules }: AlertPolicy): readonly string[] {
  return rules.flatMap(({ steps }) => steps.filter(({ rate }) => rate).map(({ level }) => level))
}

/** Reports built-in kinds of rules that `fromScores` does not take from scores, their only source. */
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
