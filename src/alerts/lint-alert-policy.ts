import { excerptOf, type IssueDraft } from '../documents/issue-draft.js'
import type { DocumentInput } from '../documents/plain-value.js'
import { readDocument } from '../documents/read-document.js'
import type { Issue, PathSegment } from '../issues/issue.js'
import type { AlertPolicy, AlertRule, AlertStep } from './alert-policy.js'
import { BUILT_IN_KINDS } from './built-in-kinds.js'
import { safeParseAlertPolicy } from './parse-alert-policy.js'

/**
 * Finds what is legal in a policy but hardly meant: names that nothing uses, steps that a graver one hides, kinds that
 * scores never give, texts in one language where others have two.
 * @param input - JSON text, then each warning has line and column; or a value
 * @returns warnings, in the order of the file; the faults of a policy that cannot be read
 * @example
 * lintAlertPolicy(text).map(({ code }) => code) //=> ['alerts/unused']
 */
export function lintAlertPolicy(input: DocumentInput<AlertPolicy>): readonly Issue[] {
  const result = safeParseAlertPolicy(input)
  if (!result.success) return result.issues
  const document = readDocument(input)
  const drafts = [
    ...unusedNames(result.data),
    ...hiddenSteps(result.data),
    ...neverFound(result.data),
    ...oneLanguage(result.data),
  ]
  return drafts
    .map((draft) => document.issue({ ...draft, severity: 'warning' }))
    .sort((a, b) => (a.position?.offset ?? 0) - (b.position?.offset ?? 0))
}

function unusedNames(policy: AlertPolicy): readonly IssueDraft[] {
  const duties = policy.levels.flatMap((level) => level.duties ?? [])
  const steps = policy.rules.flatMap((rule) => rule.steps)
  const conditions = JSON.stringify(policy.rules.map(({ where }) => where ?? null))
  const used = {
    role: new Set([
      ...duties.flatMap(({ assignTo, escalate = [] }) => [...assignTo, ...escalate.map(({ to }) => to)]),
      ...policy.rules.flatMap(({ notify = [] }) => notify),
    ]),
    action: new Set([
      ...policy.rules.flatMap(({ actions = [] }) => actions),
      ...(policy.closure?.onStreak ?? []),
      ...(policy.closure?.onMiss ?? []),
    ]),
    kind: new Set(policy.rules.flatMap(({ kinds }) => kinds)),
    level: new Set(steps.map(({ level }) => level)),
    fact: new Set([
      ...policy.rules.flatMap(({ groupBy }) => groupBy),
      ...steps.flatMap(({ rate }) => rate?.adjustFor ?? []),
    ]),
    falseAlerts: new Set(steps.filter(({ rate }) => rate).map(({ level }) => level)),
  }
  const drafts: IssueDraft[] = []
  const tell = (
    kind: keyof typeof used,
    path: readonly PathSegment[],
    name: string,
    at: IssueDraft['at'] = 'value',
  ): void => {
    if (!used[kind].has(name))
      drafts.push({ code: 'alerts/unused', path, at, received: excerptOf(name), details: { kind } })
  }
  policy.roles?.forEach(({ id }, index) => tell('role', ['roles', index, 'id'], id))
  policy.actions?.forEach(({ id }, index) => tell('action', ['actions', index, 'id'], id))
  policy.kinds?.forEach(({ id }, index) => tell('kind', ['kinds', index, 'id'], id))
  policy.levels.forEach(({ id }, index) => tell('level', ['levels', index, 'id'], id))
  for (const id of Object.keys(policy.facts ?? {}))
    if (!conditions.includes(JSON.stringify({ fact: id }).slice(1, -1))) tell('fact', ['facts', id], id, 'key')
  for (const level of Object.keys(policy.falseAlerts ?? {})) tell('falseAlerts', ['falseAlerts', level], level, 'key')
  return drafts
}

/** A step whose every demand is at least that of a graver step is never the one that names the level. */
function hiddenSteps(policy: AlertPolicy): readonly IssueDraft[] {
  const rankOf = (level: string): number => policy.levels.findIndex(({ id }) => id === level)
  return policy.rules.flatMap((rule: AlertRule, ruleIndex) =>
    rule.steps.flatMap((step, index) => {
      const graver = rule.steps.find((other) => rankOf(other.level) < rankOf(step.level) && demandsNoMore(other, step))
      if (!graver) return []
      const path = ['rules', ruleIndex, 'steps', index, 'level']
      return [{ code: 'alerts/shadowed-step', path, details: { level: step.level, other: graver.level } } as const]
    }),
  )
}

/** Whether whatever fulfils `more` fulfils `less`; of steps with rates nothing is said. */
function demandsNoMore(less: AlertStep, more: AlertStep): boolean {
  if (less.rate || more.rate) return false
  const isWiderWindow =
    less.window === undefined ||
    (more.window !== undefined &&
      ('days' in less.window
        ? 'days' in more.window && less.window.days >= more.window.days
        : 'hours' in more.window && less.window.hours >= more.window.hours))
  return (
    isWiderWindow &&
    (['count', 'agents', 'calls'] as const).every((key) => (less[key]?.atLeast ?? 0) <= (more[key]?.atLeast ?? 0))
  )
}

function neverFound(policy: AlertPolicy): readonly IssueDraft[] {
  if (!policy.fromScores) return []
  const given = new Set<string>(policy.fromScores.map(({ kind }) => kind))
  return policy.rules.flatMap((rule, ruleIndex) =>
    rule.kinds.flatMap((kind, index) =>
      (BUILT_IN_KINDS as readonly string[]).includes(kind) && !given.has(kind)
        ? [
            {
              code: 'alerts/never-found',
              path: ['rules', ruleIndex, 'kinds', index],
              received: excerptOf(kind),
            } as const,
          ]
        : [],
    ),
  )
}

/** Texts in one language, where at least one text of the document has both. */
function oneLanguage(policy: AlertPolicy): readonly IssueDraft[] {
  const missing: IssueDraft[] = []
  let hasBoth = false
  const visit = (value: unknown, path: readonly PathSegment[]): void => {
    if (typeof value !== 'object' || value === null) return
    const text = value as Readonly<Record<string, unknown>>
    const [chinese, english] = [typeof text['zh-CN'] === 'string', typeof text.en === 'string']
    if (chinese && english) hasBoth = true
    else if (chinese || english) missing.push({ code: 'alerts/one-language', path, expected: chinese ? 'en' : 'zh-CN' })
    for (const [key, member] of Object.entries(value))
      visit(member, [...path, Array.isArray(value) ? Number(key) : key])
  }
  visit(policy, [])
  return hasBoth ? missing : []
}
