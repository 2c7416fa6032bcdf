import { type ConditionCompiler, decisiveLeaves, type LeafExplanation } from '../../conditions/compiled-node.js'
import type { Condition, FactDefinition } from '../../conditions/condition.js'
import { faultOfFact } from '../../conditions/fact-checker.js'
import { alternatives, excerptOf, type IssueDraft } from '../../documents/issue-draft.js'
import { nearestName } from '../../documents/nearest-name.js'
import { MAXIMUM_ISSUES } from '../../documents/reading/limits.js'
import type { Form, FormNode, ItemNode, SectionNode } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { itemReaderOf } from '../../rubric/items/aspects/item-reader-of.js'
import { MARK_KEYS, readMark, unwrapRating } from '../../rubric/items/read-entry.js'
import type { ItemReader } from '../../rubric/items/reading.js'
import type { NotApplicableReason, Run } from '../run.js'
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
  readonly test: (run: Run) => boolean | undefined
  /** The first fact that leaves the condition open. */
  readonly missingFact: (run: Run) => string
  readonly decidedBy: (run: Run) => readonly LeafExplanation[]
}

/** Reads facts, ratings and marks of an evaluation into a run; compiled from the rubric. */
export class RatingsReader {
  private readonly sections: readonly CompiledSection[]
  private readonly items: readonly CompiledItem[]
  /** Where a rating is kept in `Run.given`, by the id it is given under. */
  private readonly slots: ReadonlyMap<string, number>
  private readonly facts: ReadonlyMap<string, FactDefinition>
  private readonly vetoes: ReadonlyMap<string, number>
  private readonly bonuses: ReadonlyMap<string, number>
  private readonly vetoesRequired: boolean

  constructor(
    rubric: Rubric,
    private readonly form: Form,
    compiler: ConditionCompiler<Run>,
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

  read(evaluation: RawEvaluation, run: Run): void {
    const { report } = run
    this.readFacts(evaluation.facts, run, report)
    const ratings = evaluation.ratings
    if (typeof ratings === 'object' && ratings !== null && !Array.isArray(ratings))
      this.readRatings(ratings as RawEvaluation, run, report)
    else if (ratings === undefined) report({ code: 'document/missing-key', path: ['ratings'], expected: 'object' })
    else report({ code: 'document/type', path: ['ratings'], expected: 'object', received: excerptOf(ratings) })
    this.readVetoes(evaluation.vetoes, run, report)
    this.readBonuses(evaluation.bonuses, run, report)
  }

  /** The leaves by which a node's `appliesWhen` came out as it did. */
  whyNot(node: FormNode, run: Run): readonly LeafExplanation[] {
    const compiled = node.kind === 'item' ? this.items[node.index] : this.sections[node.index]
    return compiled?.appliesWhen?.decidedBy(run) ?? []
  }

  private readFacts(facts: unknown, run: Run, report: Report): void {
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
        const suggestion = nearestName(name, this.facts.keys())
        report({
          code: 'evaluation/unknown-fact',
          path: ['facts', name],
          at: 'key',
          expected: alternatives(this.facts.keys()),
          received: excerptOf(name),
          ...(suggestion !== undefined && { suggestion }),
        })
        continue
      }
      const fault = value === undefined ? undefined : faultOfFact(value, definition, ['facts', name])
      if (!fault) continue
      report(fault)
      unfit.add(name)
    }
    // What is unfit is left out, so that conditions read none of it and the rest does not count as missing.
    run.facts =
      unfit.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !unfit.has(name)))
  }

  private readRatings(ratings: RawEvaluation, run: Run, report: Report): void {
    for (const id in ratings) {
      const rating = ratings[id]
      const slot = this.slots.get(id)
      if (slot !== undefined) run.given[slot] = rating
      else if (rating !== undefined) this.reportUnknown(id, run)
    }
    for (const section of this.sections) this.readSection(section, run, report)
    for (const item of this.items) this.readItem(item, run, report)
  }

  private readSection(section: CompiledSection, run: Run, report: Report): void {
    const { node } = section
    const { id, index } = node
    const given = run.given[index]
    run.sectionReasons[index] = this.reasonOf(section, run, report)
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
    else if (run.sectionReasons[index] === undefined) {
      if (!section.mayBeNotApplicable)
        report({ code: 'evaluation/not-applicable-refused', path, received: '"na"', details: { item: id } })
      run.sectionReasons[index] = 'rated'
    }
  }

  private readItem(item: CompiledItem, run: Run, report: Report): void {
    const { node, path } = item
    const { id, index, parent } = node
    const given = run.given[this.sections.length + index]
    const rating = typeof given === 'object' ? unwrapRating(given, path, report) : given
    if (given !== undefined && rating === undefined) {
      report({ code: 'document/missing-key', path: [...path, 'rating'], expected: 'rating' })
      return
    }
    if (!item.reader) {
      this.readText(item, rating, report)
      return
    }
    const reason = this.reasonOf(item, run, report)
    if (reason !== undefined) {
      run.itemReasons[index] = reason
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
      run.itemReasons[index] = 'rated'
      if (item.rateWhen.length > 0) this.selfRate(item, rating, run, report)
      return
    }
    this.readScored(item, item.reader, rating, run, report)
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

  private readScored(item: CompiledItem, reader: ItemReader, rating: unknown, run: Run, report: Report): void {
    const { id, index } = item.node
    let effective = rating
    let { path } = item
    if (item.rateWhen.length > 0) {
      const level = this.selfRate(item, rating, run, report)
      if (level === UNDECIDED) return
      if (rating === undefined) effective = level
    } else if (item.fact !== undefined) {
      const value = Object.hasOwn(run.facts, item.fact) ? run.facts[item.fact] : undefined
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
      if (item.fact !== undefined && isFaulty(item.fact, run)) return
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
    run.readings[index] = reading
    run.values[index] = reading.value
  }

  /** The level that the item gives itself; undefined where no rule holds, UNDECIDED where an error was reported. */
  private selfRate(
    item: CompiledItem,
    rating: unknown,
    run: Run,
    report: Report,
  ): number | undefined | typeof UNDECIDED {
    for (const { level, applies } of item.rateWhen) {
      const truth = applies.test(run)
      if (truth === undefined) {
        if (rating !== undefined) return undefined
        this.reportMissingFact(item.node, applies, 'rateWhen', run, report)
        return UNDECIDED
      }
      if (!truth) continue
      if (rating !== level) {
        run.selfRated ??= {}
        run.selfRated[item.node.id] = rating === undefined ? { level } : { level, given: rating as Rating }
      }
      return level
    }
    return undefined
  }

  /** Why a node does not apply whatever its own rating says; undefined where it does. */
  private reasonOf({ node, appliesWhen }: CompiledNode, run: Run, report: Report): NotApplicableReason | undefined {
    const above = node.parent && run.sectionReasons[node.parent.index]
    if (above !== undefined) return above === 'unknown' ? 'unknown' : 'section'
    if (!appliesWhen) return undefined
    const truth = appliesWhen.test(run)
    if (truth !== undefined) return truth ? undefined : 'condition'
    this.reportMissingFact(node, appliesWhen, 'appliesWhen', run, report)
    return 'unknown'
  }

  private reportMissingFact(node: FormNode, applies: Applies, key: string, run: Run, report: Report): void {
    const fact = applies.missingFact(run)
    if (!isFaulty(fact, run))
      report({ code: 'evaluation/fact-missing', path: ['facts', fact], details: { fact, node: node.id, key } })
  }

  private reportUnknown(id: string, run: Run): void {
    // One document's faults are told up to a limit; looking for near names beyond it would only take time.
    if (run.drafts.length >= MAXIMUM_ISSUES) return
    const suggestion = nearestName(id, this.form.byId.keys())
    run.report({
      code: 'evaluation/unknown-item',
      path: ['ratings', id],
      at: 'key',
      expected: alternatives(this.form.byId.keys()),
      received: excerptOf(id),
      ...(suggestion !== undefined && { suggestion }),
    })
  }

  private readVetoes(vetoes: unknown, run: Run, report: Report): void {
    if (vetoes === undefined) {
      if (this.vetoesRequired) report({ code: 'evaluation/vetoes-missing', path: ['vetoes'], expected: '[]' })
      return
    }
    for (const { index } of this.marks(vetoes, 'vetoes', this.vetoes, 'evaluation/unknown-veto', report))
      run.vetoMarks[index] = (run.vetoMarks[index] ?? 0) + 1
  }

  private readBonuses(bonuses: unknown, run: Run, report: Report): void {
    if (bonuses === undefined) return
    for (const { index, place, id } of this.marks(
      bonuses,
      'bonuses',
      this.bonuses,
      'evaluation/unknown-bonus',
      report,
    )) {
      if (run.bonusMarks[index])
        report({ code: 'evaluation/repeated-bonus', path: ['bonuses', place], received: excerptOf(id) })
      run.bonusMarks[index] = true
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
        const suggestion = nearestName(mark.id, known.keys())
        report({
          code,
          path: mark.isEntry ? [...path, 'id'] : path,
          expected: alternatives(known.keys()),
          received: excerptOf(mark.id),
          ...(suggestion !== undefined && { suggestion }),
        })
      }
    }
    return marks
  }
}

const UNDECIDED = Symbol('undecided')

/** A fact that was given but is at fault is told as such, and not as missing besides. */
function isFaulty(fact: string, run: Run): boolean {
  return run.drafts.some(({ path: [top, name] }) => top === 'facts' && name === fact)
}

function compiledNode(node: FormNode, compiler: ConditionCompiler<Run>): Omit<CompiledNode, 'node'> {
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
  compiler: ConditionCompiler<Run>,
): Pick<CompiledItem, 'reader' | 'fact' | 'rateWhen'> {
  if (!isScored(source)) return { reader: undefined, fact: undefined, rateWhen: [] }
  return {
    reader: itemReaderOf(source, rubric),
    fact: source.kind === 'numeric' ? source.fact : undefined,
    rateWhen:
      'rateWhen' in source
        ? (source.rateWhen ?? []).map(({ level, when }) => ({ level, applies: appliesOf(when, compiler) }))
        : [],
  }
}

function appliesOf(condition: Condition, compiler: ConditionCompiler<Run>): Applies {
  const compiled = compiler.compile(condition)
  const decidedBy = (run: Run): readonly LeafExplanation[] => decisiveLeaves(compiled.explain(run))
  return {
    test: compiled.test,
    decidedBy,
    missingFact: (run) => {
      const leaf = decidedBy(run).find(({ outcome }) => outcome === 'unknown')
      if (!leaf) return ''
      // The left side is there: what is missing is the fact it is compared with.
      return leaf.actual === undefined || leaf.comparedWith !== undefined ? leaf.fact : (leaf.otherFact ?? leaf.fact)
    },
  }
}
