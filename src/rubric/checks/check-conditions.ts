import { checkCondition } from '../../conditions/checking/check-condition.js'
import { checkNamedConditions } from '../../conditions/checking/check-named-conditions.js'
import type { CheckScope } from '../../conditions/checking/check-scope.js'
import { reversedRange } from '../../conditions/reversed-range.js'
import { type MemberEntry, type Vocabulary, vocabularyOf } from '../../conditions/vocabulary.js'
import type { OpaquePart } from '../../documents/shape/opaque-part.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { conditionEntryOf } from '../items/aspects/condition-entry-of.js'
import type { RubricFaults } from './rubric-faults.js'

/** Condition as the document holds it, of any shape. */
export interface FoundCondition {
  readonly condition: unknown
  readonly path: readonly PathSegment[]
  /** `facts`: sees facts and businessType alone; `rules`: everything. */
  readonly sees: 'facts' | 'rules'
}

/** Conditions of a document of unknown shape. */
export interface FoundConditions {
  /** Places of the conditions, which the check of the shape passes over. */
  readonly parts: readonly OpaquePart[]
  readonly uses: readonly FoundCondition[]
  readonly named: ReadonlyMap<string, { readonly condition: unknown; readonly path: readonly PathSegment[] }>
}

/** Names that mean something else in conditions. */
const RESERVED_FACTS = new Set(['ratings', 'sections', 'rawScore', 'businessType'])

/** Has the shape of a condition. */
const ANY_CONDITION = { condition: 'any' }

/** Finds every condition before faulty parts are left out, so that each gets its own issues. */
export function findConditions(document: object): FoundConditions {
  const uses: FoundCondition[] = []
  const parts: OpaquePart[] = []
  const take = (holder: unknown, key: string, path: readonly PathSegment[], sees: 'facts' | 'rules'): void => {
    const condition = member(holder, key)
    if (condition === undefined) return
    uses.push({ condition, path: [...path, key], sees })
    parts.push({ holder: holder as object, key, substitute: ANY_CONDITION })
  }
  const visitSections = (sections: unknown, path: readonly PathSegment[]): void => {
    elements(sections).forEach((section, index) => {
      const at = [...path, index]
      take(section, 'appliesWhen', at, 'facts')
      elements(member(section, 'items')).forEach((item, itemIndex) => {
        const itemPath = [...at, 'items', itemIndex]
        take(item, 'appliesWhen', itemPath, 'facts')
        elements(member(item, 'rateWhen')).forEach((rule, ruleIndex) =>
          take(rule, 'when', [...itemPath, 'rateWhen', ruleIndex], 'facts'),
        )
      })
      visitSections(member(section, 'sections'), [...at, 'sections'])
    })
  }
  visitSections(member(document, 'sections'), ['sections'])
  for (const key of ['vetoes', 'gates', 'bonuses'])
    elements(member(document, key)).forEach((rule, index) => take(rule, 'when', [key, index], 'rules'))
  const conditions = member(document, 'conditions')
  const named = new Map<string, { condition: unknown; path: readonly PathSegment[] }>()
  if (typeof conditions === 'object' && conditions !== null && !Array.isArray(conditions)) {
    for (const [name, condition] of Object.entries(conditions)) {
      named.set(name, { condition, path: ['conditions', name] })
      parts.push({ holder: conditions, key: name, substitute: ANY_CONDITION })
    }
  }
  return { parts, uses, named }
}

function member(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined
}

function elements(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

/** Checks the declared facts, and every condition against the names that it may refer to. */
export function checkConditions(rubric: Rubric, form: Form, found: FoundConditions, faults: RubricFaults): void {
  checkFacts(rubric, faults)
  const names = { conditionNames: new Set(found.named.keys()), leftOut: faults.leftOut }
  const scopes: Readonly<Record<'facts' | 'rules', CheckScope>> = {
    facts: { vocabulary: factVocabulary(rubric), ...names },
    rules: { vocabulary: ruleVocabulary(rubric, form), ...names },
  }
  const before = faults.drafts.length
  const underFacts = namesReachedFrom(
    found.uses.filter(({ sees }) => sees === 'facts').map(({ condition }) => condition),
    found,
  )
  for (const [name, { condition, path }] of found.named)
    faults.drafts.push(...checkCondition(condition, path, underFacts.has(name) ? scopes.facts : scopes.rules))
  for (const { condition, path, sees } of found.uses)
    faults.drafts.push(...checkCondition(condition, path, scopes[sees]))
  if (faults.drafts.length === before) faults.drafts.push(...checkNamedConditions(found.named, found.uses))
}

function checkFacts(rubric: Rubric, faults: RubricFaults): void {
  for (const [id, fact] of Object.entries(rubric.facts ?? {})) {
    if (RESERVED_FACTS.has(id))
      faults.add('rubric/reserved-fact', rubric.facts ?? {}, [id], { at: 'key', received: excerptOf(id) })
    const reversed = reversedRange(fact)
    if (reversed) faults.add('rubric/range-bounds', fact, ['maximum'], reversed)
    if (fact.type === 'string' && fact.values) {
      const twice = fact.values.findIndex((value, index) => fact.values?.indexOf(value) !== index)
      if (twice >= 0)
        faults.add('rubric/fact-definition', fact, ['values', twice], { received: excerptOf(fact.values[twice]) })
    }
  }
}

/** Returns the names that conditions refer to, directly and through each other. */
function namesReachedFrom(conditions: readonly unknown[], found: FoundConditions): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...conditions]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (typeof node !== 'object' || node === null) continue
    for (const [key, value] of Object.entries(node)) {
      if (key === 'condition' && typeof value === 'string' && !reached.has(value)) {
        reached.add(value)
        queue.push(found.named.get(value)?.condition)
      } else if (key === 'all' || key === 'any') queue.push(...elements(value))
      else if (key === 'not') queue.push(value)
    }
  }
  return reached
}

function baseVocabulary(rubric: Rubric): Map<string, ReturnType<Vocabulary['get']> & object> {
  const vocabulary = vocabularyOf(rubric.facts ?? {})
  if (rubric.businessTypes?.length)
    vocabulary.set('businessType', { kind: 'value', type: 'string', values: rubric.businessTypes.map(({ id }) => id) })
  return vocabulary
}

function factVocabulary(rubric: Rubric): Vocabulary {
  const vocabulary = baseVocabulary(rubric)
  for (const name of ['ratings', 'sections', 'rawScore']) vocabulary.set(name, { kind: 'hidden' })
  return vocabulary
}

/** Returns the names that vetoes, gates and bonuses may refer to. */
export function ruleVocabulary(rubric: Rubric, form: Form): Vocabulary {
  const vocabulary = baseVocabulary(rubric)
  const ratings = new Map<string, MemberEntry>()
  for (const { source } of form.items) {
    const entry = conditionEntryOf(source)
    if (entry) ratings.set(source.id, entry)
  }
  const sections = new Map<string, MemberEntry>(
    form.sections.filter(({ isScored }) => isScored).map(({ id }) => [id, { type: 'number' }]),
  )
  vocabulary.set('ratings', { kind: 'group', members: ratings })
  vocabulary.set('sections', { kind: 'group', members: sections })
  vocabulary.set('rawScore', { kind: 'value', type: 'number' })
  return vocabulary
}
