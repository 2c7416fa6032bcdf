import { type ConditionCompiler, decisiveLeaves, type LeafExplanation } from '../../conditions/compiled-node.js'
import type { Condition, FactDefinition } from '../../conditions/condition.js'
import { faultOfFact } from '../../conditions/fact-checker.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Form, FormNode, ItemNode, SectionNode } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { itemReaderOf } from '../../rubric/items/aspects/item-reader-of.js'
import { selfAnswerOf } from '../../rubric/items/aspects/self-answer-of.js'
import { MARK_KEYS, readMark, unwrapRating } from '../../rubric/items/read-entry.js'
import type { ItemReader } from '../../rubric/items/reading.js'
import type { AnswerSheet } from '../run/answer-sheet.js'
import type { NotApplicableReason } from '../run/answers.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { DraftList } from '../run/draft-list.js'
import type { EvaluationHeader } from '../run/evaluation-header.js'
import { NO_TOTALS } from '../totals/totals.js'
import { NOT_APPLICABLE, type Rating } from './evaluation.js'
import type { RawEvaluation } from './header-reader.js'

type Report = (draft: IssueDraft) => void

/** A node of the form, compiled for reading. */
interface CompiledNode {
  readonly node: FormNode
  readonly mayBeNotApplicable: boolean
  readonly appliesWhen: Applies | undefined
  /** Of its rating in an evaluation. */
  readonly path: readonly string[]
}

interface CompiledItem extends CompiledNode {
  readonly node: ItemNode
  /** Undefined for text. */
  readonly reader: ItemReader | undefined
  /** The fact that a numeric item takes its number from. */
  readonly fact: string | undefined
  readonly rateWhen: readonly { readonly level: number; readonly applies: Applies }[]
}

interface CompiledSection extends CompiledNode {
  readonly node: SectionNode
}

interface Applies {
  readonly test: (input: ConditionInput) => boolean | undefined
  /** The first fact that leaves the condition open. */
  readonly missingFact: (input: ConditionInput) => string
  readonly decidedBy: (input: ConditionInput) => readonly LeafExplanation[]
}

/** What a rating is read with: what its conditions see, and where answers and issues go. */
interface ReadingStep extends ConditionInput {
  readonly answers: AnswerSheet
  readonly list: DraftList
}

/** Reads facts, ratings and marks of evaluations; compiled from the rubric. */
export class RatingsReader {
  private readonly sections: readonly CompiledSection[]
  private readonly items: readonly CompiledItem[]
  /** Where a rating is kept in `AnswerSheet.given`, by the id it is given under. */
  private readonly slots: ReadonlyMap<string, number>
  private readonly facts: ReadonlyMap<string, FactDefinition>
  private readonly vetoes: ReadonlyMap<string, number>
  private readonly bonuses: ReadonlyMap<string, number>
  private readonly vetoesRequired: boolean

  constructor(
    rubric: Rubric,
    private readonly form: Form,
    compiler: ConditionCompiler<ConditionInput>,
  ) {
    this.facts = new Map(Object.entries(rubric.facts ?? {}))
    this.sections = form.sections.map((node) => ({ ...compiledNode(node, compiler), node }))
    this.items = form.items.map((node) => ({
      ...compiledNode(node, compiler),
      node,
      ...compiledItem(node, rubric, compiler),
    }))
    this.slots = new Map([...form.sections, ...form.items].map(({ id }, slot) => [id, slot]))
    this.vetoes = new Map(rubric.vetoes?.map(({ id }, index) => [id, index]))
    this.bonuses = new Map(rubric.bonuses?.map(({ id }, index) => [id, index]))
    this.vetoesRequired =
      rubric.vetoes?.some(({ when, onRating }) => when === undefined && onRating === undefined) ?? false
  }

  /** Reads an evaluation onto an empty sheet. */
  read(evaluation: RawEvaluation, header: EvaluationHeader, answers: AnswerSheet, list: DraftList): void {
    const { report } = list
    const step: ReadingStep = { header, answers, totals: NO_TOTALS, list }
    this.readFacts(evaluation.facts, step, report)
    const ratings = evaluation.ratings
    if (typeof ratings === 'object' && ratings !== null && !Array.isArray(ratings))
      this.readRatings(ratings as RawEvaluation, step, report)
    else if (ratings === undefined) report({ code: 'document/missing-key', path: ['ratings'], expected: 'object' })
    else report({ code: 'document/type', path: ['ratings'], expected: 'object', received: excerptOf(ratings) })
    this.readVetoes(evaluation.vetoes, step, report)
    this.readBonuses(evaluation.bonuses, step, report)
  }

  /** The leaves by which a node's `appliesWhen` came out as it did. */
  whyNot(node: FormNode, input: ConditionInput): readonly LeafExplanation[] {
    const compiled = node.kind === 'item' ? this.items[node.index] : this.sections[node.index]
    return compiled?.appliesWhen?.decidedBy(input) ?? []
  }

  private readFacts(facts: unknown, step: ReadingStep, report: Report): void {
    if (facts === undefined) return
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
      report({ code: 'document/type', path: ['facts'], expected: 'object', received: excerptOf(facts) })
      return
    }
    const values = facts as RawEvaluation
    const unfit = new Set<string>()
    for (const name of Object.keys(values)) {
      const definition = this.facts.get(name)
      const value = values[name]
      if (!definition) {
        report(
          unknownName({
            code: 'evaluation/unknown-fact',
            path: ['facts', name],
            at: 'key',
            name: name,
            known: this.facts.keys(),
          }),
        )
        continue
      }
      const fault = value === undefined ? undefined : faultOfFact(value, definition, ['facts', name])
      if (!fault) continue
      report(fault)
      unfit.add(name)
    }
    // What is unfit is left out, so that conditions read none of it and the rest does not count as missing.
    step.answers.facts =
      unfit.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !unfit.has(name)))
  }

  private readRatings(ratings: RawEvaluation, step: ReadingStep, report: Report): void {
    for (const id in ratings) {
      const rating = ratings[id]
      const slot = this.slots.get(id)
      if (slot !== undefined) step.answers.given[slot] = rating
      else if (rating !== undefined) this.reportUnknown(id, step)
    }
    for (const section of this.sections) this.readSection(section, step, report)
    for (const item of this.items) this.readItem(item, step, report)
  }

  private readSection(section: CompiledSection, step: ReadingStep, report: Report): void {
    const { node } = section
    const { id, index } = node
    const given = step.answers.given[index]
    step.answers.sectionReasons[index] = this.reasonOf(section, step, report)
    if (given === undefined) return
    const { path } = section
    if (unwrapRating(given, path, report) !== NOT_APPLICABLE)
      report({
        code: 'evaluation/section-rating',
        path,
        expected: '"na"',
        received: excerptOf(given),
        details: { section: id },
      })
    else if (step.answers.sectionReasons[index] === undefined) {
      if (!section.mayBeNotApplicable)
        report({ code: 'evaluation/not-applicable-refused', path, received: '"na"', details: { item: id } })
      step.answers.sectionReasons[index] = 'rated'
    }
  }

  private readItem(item: CompiledItem, step: ReadingStep, report: Report): void {
    const { node, path } = item
    const { id, index, parent } = node
    const given = step.answers.given[this.sections.length + index]
    const rating = typeof given === 'object' ? unwrapRating(given, path, report) : given
    if (given !== undefined && rating === undefined) {
      report({ code: 'document/missing-key', path: [...path, 'rating'], expected: 'rating' })
      return
    }
    if (!item.reader) {
      this.readText(item, rating, report)
      return
    }
    const reason = this.reasonOf(item, step, report)
    if (reason !== undefined) {
      step.answers.itemReasons[index] = reason
      if (rating !== undefined && rating !== NOT_APPLICABLE && reason !== 'unknown') {
        report({
          code: 'evaluation/rated-not-applicable',
          path,
          expected: '"na"',
          received: excerptOf(rating),
          details: { item: id, reason, ...(reason === 'section' && parent && { section: parent.id }) },
        })
      }
      return
    }
    if (rating === NOT_APPLICABLE) {
      if (!item.mayBeNotApplicable)
        report({
          code: 'evaluation/not-applicable-refused',
          path,
          received: '"na"',
          details: { item: id },
        })
      step.answers.itemReasons[index] = 'rated'
      if (item.rateWhen.length > 0) this.selfRate(item, rating, step, report)
      return
    }
    this.readScored(item, item.reader, rating, step, report)
  }

  private readText(item: CompiledItem, rating: unknown, report: Report): void {
    if (rating !== undefined && typeof rating !== 'string')
      report({
        code: 'evaluation/rating-type',
        path: ['ratings', item.node.id],
        expected: 'string',
        received: excerptOf(rating),
        details: { item: item.node.id },
      })
  }

  private readScored(item: CompiledItem, reader: ItemReader, rating: unknown, step: ReadingStep, report: Report): void {
    const { id, index } = item.node
    let effective = rating
    let { path } = item
    if (item.rateWhen.length > 0) {
      const level = this.selfRate(item, rating, step, report)
      if (level === UNDECIDED) return
      if (rating === undefined) effective = level
    } else if (item.fact !== undefined) {
      const value = Object.hasOwn(step.answers.facts, item.fact) ? step.answers.facts[item.fact] : undefined
      if (rating === undefined) {
        effective = value
        path = ['facts', item.fact]
      } else if (value !== undefined && value !== rating && typeof rating === 'number') {
        report({
          code: 'evaluation/fact-differs',
          path,
          expected: excerptOf(value),
          received: excerptOf(rating),
          details: { item: id, fact: item.fact },
        })
        return
      }
    }
    if (effective === undefined) {
      if (item.fact !== undefined && isFaulty(item.fact, step)) return
      report({
        code: 'evaluation/unanswered',
        path: ['ratings', id],
        received: excerptOf(id),
        details: { item: id, ...(item.fact !== undefined && { fact: item.fact }) },
      })
      return
    }
    const reading = reader.read(effective, path, report)
    if (!reading) return
    step.answers.readings[index] = reading
  }

  /** The level that the item gives itself; undefined where no rule holds, UNDECIDED where an error was reported. */
  private selfRate(
    item: CompiledItem,
    rating: unknown,
    step: ReadingStep,
    report: Report,
  ): number | undefined | typeof UNDECIDED {
    for (const { level, applies } of item.rateWhen) {
      const truth = applies.test(step)
      if (truth === undefined) {
        if (rating !== undefined) return undefined
        this.reportMissingFact(item.node, applies, 'rateWhen', step, report)
        return UNDECIDED
      }
      if (!truth) continue
      if (rating !== level) {
        step.answers.selfRated ??= {}
        step.answers.selfRated[item.node.id] = rating === undefined ? { level } : { level, given: rating as Rating }
      }
      return level
    }
    return undefined
  }

  /** Why a node does not apply whatever its own rating says; undefined where it does. */
  private reasonOf(
    { node, appliesWhen }: CompiledNode,
    step: ReadingStep,
    report: Report,
  ): NotApplicableReason | undefined {
    const above = node.parent && step.answers.sectionReasons[node.parent.index]
    if (above !== undefined) return above === 'unknown' ? 'unknown' : 'section'
    if (!appliesWhen) return undefined
    const truth = appliesWhen.test(step)
    if (truth !== undefined) return truth ? undefined : 'condition'
    this.reportMissingFact(node, appliesWhen, 'appliesWhen', step, report)
    return 'unknown'
  }

  private reportMissingFact(node: FormNode, applies: Applies, key: string, step: ReadingStep, report: Report): void {
    const fact = applies.missingFact(step)
    if (!isFaulty(fact, step))
      report({ code: 'evaluation/fact-missing', path: ['facts', fact], details: { fact, node: node.id, key } })
  }

  private reportUnknown(id: string, step: ReadingStep): void {
    // One document's faults are told up to a limit; looking for near names beyond it would only take time.
    if (step.list.drafts.length >= MAXIMUM_ISSUES) return
    step.list.report(
      unknownName({
        code: 'evaluation/unknown-item',
        path: ['ratings', id],
        at: 'key',
        name: id,
        known: this.form.byId.keys(),
      }),
    )
  }

  private readVetoes(vetoes: unknown, step: ReadingStep, report: Report): void {
    if (vetoes === undefined) {
      if (this.vetoesRequired) report({ code: 'evaluation/vetoes-missing', path: ['vetoes'], expected: '[]' })
      return
    }
    for (const { index } of this.marks(vetoes, 'vetoes', this.vetoes, 'evaluation/unknown-veto', report))
      step.answers.vetoMarks[index] = (step.answers.vetoMarks[index] ?? 0) + 1
  }

  private readBonuses(bonuses: unknown, step: ReadingStep, report: Report): void {
    if (bonuses === undefined) return
    for (const { index, place, id } of this.marks(
      bonuses,
      'bonuses',
      this.bonuses,
      'evaluation/unknown-bonus',
      report,
    )) {
      if (step.answers.bonusMarks[index])
        report({ code: 'evaluation/repeated-bonus', path: ['bonuses', place], received: excerptOf(id) })
      step.answers.bonusMarks[index] = true
    }
  }

  private marks(
    list: unknown,
    key: string,
    known: ReadonlyMap<string, number>,
    code: 'evaluation/unknown-veto' | 'evaluation/unknown-bonus',
    report: Report,
  ): { index: number; place: number; id: string }[] {
    if (!Array.isArray(list)) {
      report({ code: 'document/type', path: [key], expected: 'array', received: excerptOf(list) })
      return []
    }
    const marks: { index: number; place: number; id: string }[] = []
    for (const [place, entry] of list.entries()) {
      const path = [key, place]
      const mark = readMark(entry, path, MARK_KEYS, report)
      if (!mark) continue
      const index = known.get(mark.id)
      if (index !== undefined) marks.push({ index, place, id: mark.id })
      else {
        report(unknownName({ code, path: mark.isEntry ? [...path, 'id'] : path, name: mark.id, known: known.keys() }))
      }
    }
    return marks
  }
}

const UNDECIDED = Symbol('undecided')

/** A fact that was given but is at fault is told as such, and not as missing besides. */
function isFaulty(fact: string, step: ReadingStep): boolean {
  return step.list.drafts.some(({ path: [top, name] }) => top === 'facts' && name === fact)
}

function compiledNode(node: FormNode, compiler: ConditionCompiler<ConditionInput>): Omit<CompiledNode, 'node'> {
  const { appliesWhen, mayBeNotApplicable = false } = node.source
  return {
    mayBeNotApplicable,
    appliesWhen: appliesWhen && appliesOf(appliesWhen, compiler),
    path: ['ratings', node.id],
  }
}

function compiledItem(
  { source }: ItemNode,
  rubric: Rubric,
  compiler: ConditionCompiler<ConditionInput>,
): Pick<CompiledItem, 'reader' | 'fact' | 'rateWhen'> {
  if (!isScored(source)) return { reader: undefined, fact: undefined, rateWhen: [] }
  const { fact, rules } = selfAnswerOf(source)
  return {
    reader: itemReaderOf(source, rubric),
    fact,
    rateWhen: rules.map(({ level, when }) => ({ level, applies: appliesOf(when, compiler) })),
  }
}

function appliesOf(condition: Condition, compiler: ConditionCompiler<ConditionInput>): Applies {
  const compiled = compiler.compile(condition)
  const decidedBy = (input: ConditionInput): readonly LeafExplanation[] => decisiveLeaves(compiled.explain(input))
  return {
    test: compiled.test,
    decidedBy,
    missingFact: (input) => {
      const leaf = decidedBy(input).find(({ outcome }) => outcome === 'unknown')
      if (!leaf) return ''
      // The left side is there: what is missing is the fact it is compared with.
      return leaf.actual === undefined || leaf.comparedWith !== undefined ? leaf.fact : (leaf.otherFact ?? leaf.fact)
    },
  }
}
