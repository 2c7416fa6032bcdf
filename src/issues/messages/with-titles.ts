import type { Issue, Language } from '../issue.js'
import type { IssueCode } from '../issue-code.js'
import { textIn } from '../text.js'
import type { TitledPart, TitledRubric, TitledSection } from './titled-rubric.js'

/** Kinds of names that a rubric gives to its parts; sections and items share one. */
type NameKind = 'node' | 'rule' | 'businessType' | 'family' | 'tag' | 'action' | 'scale' | 'fact' | 'band'

/** Details that hold an id, or ids joined by ", ". */
const KINDS_OF_DETAILS: ReadonlyMap<string, NameKind> = new Map([
  ['item', 'node'],
  ['section', 'node'],
  ['node', 'node'],
  ['parent', 'node'],
  ['siblings', 'node'],
  ['missing', 'node'],
  ['rule', 'rule'],
  ['veto', 'rule'],
  ['businessType', 'businessType'],
  ['businessTypes', 'businessType'],
  ['scale', 'scale'],
  ['fact', 'fact'],
])

/** Codes whose `received` is the id of a part that the rubric has. */
const KINDS_OF_RECEIVED: ReadonlyMap<IssueCode, NameKind> = new Map<IssueCode, NameKind>([
  ['evaluation/unanswered', 'node'],
  ['evaluation/repeated-bonus', 'rule'],
  ['rubric/weights-mixed', 'node'],
  ['rubric/unweighted-node', 'node'],
  ['rubric/weightless', 'node'],
  ['rubric/no-guidance', 'node'],
  ['rubric/section-may-vanish', 'node'],
  ['rubric/empty-section', 'node'],
  ['rubric/band-out-of-reach', 'band'],
  ['rubric/changes-nothing', 'businessType'],
])

/**
 * Replaces ids by titles, for an issue that is about a rubric or an evaluation by it. What the user has to
 * write stays an id: `expected` and `suggestion` are not touched.
 */
export function withTitles(issue: Issue, rubric: TitledRubric, language: Language): Issue {
  const titles = titlesOf(rubric, language)
  const details = Object.entries(issue.details ?? {}).map(([key, value]) => {
    const kind = KINDS_OF_DETAILS.get(key)
    if (kind === undefined || typeof value !== 'string' || value === '') return [key, value] as const
    const shown = value.split(', ').map((id) => titles.get(kind)?.get(id) ?? id)
    return [key, shown.join(', ')] as const
  })
  const kind = KINDS_OF_RECEIVED.get(issue.code)
  const received = kind && titles.get(kind)?.get(idOf(issue.received))
  return {
    ...issue,
    ...(issue.details && { details: Object.fromEntries(details) }),
    ...(received !== undefined && { received: JSON.stringify(received) }),
  }
}

function idOf(received: string | undefined): string {
  return received?.startsWith('"') ? received.slice(1, -1) : ''
}

type Titles = ReadonlyMap<NameKind, ReadonlyMap<string, string>>

/** Titles by kind and id; a part without a title is left out. */
function titlesOf(rubric: TitledRubric, language: Language): Titles {
  const byId = (parts: Iterable<TitledPart>): ReadonlyMap<string, string> => {
    const titles = new Map<string, string>()
    for (const { id, title } of parts) if (title !== undefined) titles.set(id, textIn(title, language))
    return titles
  }
  const named = (record: TitledRubric['scales'] = {}): readonly TitledPart[] =>
    Object.entries(record).map(([id, { title }]) => ({ id, ...(title !== undefined && { title }) }))
  const { businessTypes, families, tags, actions, vetoes = [], gates = [], bonuses = [], result } = rubric
  return new Map<NameKind, ReadonlyMap<string, string>>([
    ['node', byId(nodesOf(rubric.sections))],
    ['rule', byId([...vetoes, ...gates, ...bonuses])],
    ['businessType', byId(businessTypes ?? [])],
    ['family', byId(families ?? [])],
    ['tag', byId(tags ?? [])],
    ['action', byId(actions ?? [])],
    ['scale', byId(named(rubric.scales))],
    ['fact', byId(named(rubric.facts))],
    ['band', byId(result.bands ?? [])],
  ])
}

function* nodesOf(sections: readonly TitledSection[]): Generator<TitledPart> {
  for (const section of sections) {
    yield section
    yield* section.items ?? []
    yield* nodesOf(section.sections ?? [])
  }
}
