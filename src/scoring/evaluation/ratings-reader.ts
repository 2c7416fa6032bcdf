import type { ConditionCompiler, LeafExplanation } from '../../conditions/compiled-node.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Form, FormNode, SectionNode } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { unwrapRating } from '../../rubric/items/ratings/read-entry.js'
import type { AnswerSheet } from '../run/answer-sheet.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { DraftList } from '../run/draft-list.js'
import type { EvaluationHeader } from '../run/evaluation-header.js'
import { NO_TOTALS } from '../totals/totals.js'
import { type CompiledItem, compileItem } from './compiled-item.js'
import { type CompiledNode, compileNode, reasonNotApplicable } from './compiled-node.js'
import { NOT_APPLICABLE } from './evaluation.js'
import { factsReader } from './facts-reader.js'
import type { RawEvaluation } from './header-reader.js'
import { MarksReader } from './marks-reader.js'
import { readItem } from './read-item.js'
import type { ReadingStep } from './reading-step.js'

/** Reads facts, ratings and marks of evaluations; compiled from the rubric. */
export class RatingsReader {
  private readonly sections: readonly CompiledNode<SectionNode>[]
  private readonly items: readonly CompiledItem[]
  /** Where a rating is kept in `AnswerSheet.given`, by the id it is given under. */
  private readonly slots: ReadonlyMap<string, number>
  private readonly readFacts: ReturnType<typeof factsReader>
  private readonly marks: MarksReader

  constructor(
    rubric: Rubric,
    private readonly form: Form,
    compiler: ConditionCompiler<ConditionInput>,
  ) {
    this.sections = form.sections.map((node) => compileNode(node, compiler))
    this.items = form.items.map((node) => compileItem(node, rubric, compiler))
    this.slots = new Map([...form.sections, ...form.items].map(({ id }, slot) => [id, slot]))
    this.readFacts = factsReader(rubric)
    this.marks = new MarksReader(rubric)
  }

  /** Reads an evaluation onto an empty sheet. */
  read(evaluation: RawEvaluation, header: EvaluationHeader, answers: AnswerSheet, list: DraftList): void {
    const { report } = list
    answers.facts = this.readFacts(evaluation.facts, report)
    const { ratings } = evaluation
    if (typeof ratings === 'object' && ratings !== null && !Array.isArray(ratings))
      // An object that is no list has values by name.
      this.readRatings(ratings as RawEvaluation, { header, answers, totals: NO_TOTALS, list })
    else if (ratings === undefined) report({ code: 'document/missing-key', path: ['ratings'], expected: 'object' })
    else report({ code: 'document/type', path: ['ratings'], expected: 'object', received: excerptOf(ratings) })
    this.marks.read(evaluation.vetoes, evaluation.bonuses, answers, report)
  }

  /** The leaves that decided a node's `appliesWhen`. */
  whyNot(node: FormNode, input: ConditionInput): readonly LeafExplanation[] {
    const compiled = node.kind === 'item' ? this.items[node.index] : this.sections[node.index]
    return compiled?.appliesWhen?.decidedBy(input) ?? []
  }

  private readRatings(ratings: RawEvaluation, step: ReadingStep): void {
    const { given } = step.answers
    for (const id in ratings) {
      const rating = ratings[id]
      const slot = this.slots.get(id)
      if (slot !== undefined) given[slot] = rating
      else if (rating !== undefined) this.reportUnknown(id, step.list)
    }
    for (const section of this.sections) this.readSection(section, step)
    for (const item of this.items) this.readGiven(item, given[this.sections.length + item.node.index], step)
  }

  private readSection(section: CompiledNode<SectionNode>, step: ReadingStep): void {
    const { node, path } = section
    const { id, index } = node
    const { answers } = step
    const { report } = step.list
    const given = answers.given[index]
    answers.sectionReasons[index] = reasonNotApplicable(section, step)
    if (given === undefined) return
    if (unwrapRating(given, path, report) !== NOT_APPLICABLE)
      report({
        code: 'evaluation/section-rating',
        path,
        expected: '"na"',
        received: excerptOf(given),
        details: { section: id },
      })
    else if (answers.sectionReasons[index] === undefined) {
      if (!section.mayBeNotApplicable)
        report({ code: 'evaluation/not-applicable-refused', path, received: '"na"', details: { item: id } })
      answers.sectionReasons[index] = 'rated'
    }
  }

  private readGiven(item: CompiledItem, given: unknown, step: ReadingStep): void {
    const { path } = item
    const rating = typeof given === 'object' ? unwrapRating(given, path, step.list.report) : given
    if (given !== undefined && rating === undefined)
      step.list.report({ code: 'document/missing-key', path: [...path, 'rating'], expected: 'rating' })
    else readItem(item, rating, step)
  }

  private reportUnknown(id: string, { drafts, report }: DraftList): void {
    // Issues are reported up to a limit; looking for near names beyond it would only take time.
    if (drafts.length >= MAXIMUM_ISSUES) return
    const known = this.form.byId.keys()
    report(unknownName({ code: 'evaluation/unknown-item', path: ['ratings', id], at: 'key', name: id, known }))
  }
}
