import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { nearestName } from '../../issues/nearest-name.js'
import { unknownName } from '../../issues/unknown-name.js'
import { MAXIMUM_STEPS, type PathStep, parseFactPath } from '../parse-fact-path.js'
import type { MemberEntry } from '../vocabulary.js'
import type { CheckScope } from './check-scope.js'
import { notText } from './not-text.js'
import type { Operand } from './operand.js'

type Path = readonly PathSegment[]

/**
 * Reads the fact that a leaf or a value refers to.
 * @param drafts - takes the fault of the reference
 * @returns undefined where the reference is at fault
 */
export function readOperand(
  reference: Readonly<Record<string, unknown>>,
  path: Path,
  scope: CheckScope,
  drafts: IssueDraft[],
): Operand | undefined {
  const { fact, path: written } = reference
  const steps = typeof written === 'string' ? parseFactPath(written) : undefined
  if (written !== undefined && !steps) {
    drafts.push(pathFault([...path, 'path'], '$.a.b[0]["c"]', excerptOf(written)))
    return undefined
  }
  if (typeof fact !== 'string') {
    drafts.push(notText(fact, [...path, 'fact']))
    return undefined
  }
  const entry = scope.vocabulary.get(fact)
  if (!entry) {
    if (!scope.leftOut?.has(fact)) drafts.push(unknownFact(fact, [...path, 'fact'], scope))
    return undefined
  }
  if (entry.kind === 'hidden') {
    drafts.push({ code: 'conditions/not-visible', path: [...path, 'fact'], received: excerptOf(fact) })
    return undefined
  }
  if (entry.kind === 'value') {
    if (!steps) return { type: entry.type, name: fact, ...(entry.values && { values: entry.values }) }
    if (entry.type === 'list' || entry.type === 'object') return { type: 'any', name: fact }
    drafts.push(pathFault([...path, 'path'], 'list | object', entry.type))
    return undefined
  }
  const name = steps?.length === 1 ? steps[0] : undefined
  const member = typeof name === 'string' ? entry.members.get(name) : undefined
  if (member && typeof name === 'string')
    return { type: member.type, name, ...(member.values && { values: member.values }) }
  if (typeof name === 'string' && scope.leftOut?.has(name)) return undefined
  const received = excerptOf(written ?? fact)
  drafts.push(steps ? unknownMember(name, entry.members, received, path) : pathFault(path, '$.id', received))
  return undefined
}

function unknownFact(fact: string, path: Path, scope: CheckScope): IssueDraft {
  const visible = [...scope.vocabulary].filter(([, entry]) => entry.kind !== 'hidden').map(([name]) => name)
  const details = { declaredIn: scope.declaredIn ?? 'facts' }
  return unknownName({ code: 'conditions/unknown-fact', path, name: fact, known: visible, details })
}

/** Makes the fault of a path that leads to no member of a group; the suggestion is a whole path. */
function unknownMember(
  name: PathStep | undefined,
  members: ReadonlyMap<string, MemberEntry>,
  received: string,
  path: Path,
): IssueDraft {
  const suggestion = typeof name === 'string' ? nearestName(name, members.keys()) : undefined
  return {
    code: 'conditions/unknown-fact',
    path: [...path, 'path'],
    expected: alternatives(members.keys()),
    received,
    ...(suggestion !== undefined && { suggestion: `$.${suggestion}` }),
  }
}

function pathFault(path: Path, expected: string, received: string): IssueDraft {
  return { code: 'conditions/path', path, expected, received, details: { maximum: MAXIMUM_STEPS } }
}
