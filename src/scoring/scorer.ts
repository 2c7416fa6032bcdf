import { ConditionCompiler } from '../conditions/compiled-node.js'
import { excerptOf, type IssueDraft, issueOf } from '../documents/issue-draft.js'
import { MAXIMUM_ISSUES } from '../documents/reading/limits.js'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { readDocument, reasonOf } from '../documents/reading/read-document.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { Issue, Result } from '../issues/issue.js'
import { failureOf } from '../issues/throw-issues.js'
import { roundRational } from '../rubric/exact/round-rational.js'
import { type Form, formOf } from '../rubric/format/form.js'
import { parseRubric } from '../rubric/format/parse-rubric.js'
import type { Band, Rubric } from '../rubric/format/rubric.js'
import type { Evaluation } from './evaluation/evaluation.js'
import { headerReader, type RawEvaluation } from './evaluation/header-reader.js'
import { RatingsReader } from './evaluation/ratings-reader.js'
import { explainRun } from './explanation/explain-run.js'
import type { ExplainedScore } from './explanation/explanation.js'
import { applyEffects, maximumOf, quickScore } from './rules/apply-effects.js'
import {
  type CompiledRule,
  collectEffects,
  compileRules,
  type FiredEffects,
  type Judgement,
} from './rules/compile-rules.js'
import { criticalErrorsOf, type FamilyCheck, familyChecks } from './rules/critical-errors-of.js'
import { Run } from './run.js'
import { runFacts } from './run-facts.js'
import type { Score } from './score.js'
import { ExactTotal } from './totals/exact-total.js'
import { QuickTotal } from './totals/quick-total.js'

/** A compiled rubric. Frozen; may be kept and shared for as long as wanted. */
export interface Scorer {
  /** The rubric as parsed, frozen. */
  readonly rubric: Rubric
  /**
   * Scores one evaluation, given as a value or as JSON text.
   * @throws CallgradeError with every fault of the evaluation: `evaluation/...`, `document/...`, `conditions/fact-...`
   */
  readonly score: (evaluation: DocumentInput<Evaluation>) => Score
  /** Like `score`, with the faults in the result instead of thrown. */
  readonly safeScore: (evaluation: DocumentInput<Evaluation>) => Result<Score>
  /** The score with everything that led to it: share and points of every node, every rule, every effect. */
  readonly explain: (evaluation: DocumentInput<Evaluation>) => ExplainedScore
}

/**
 * Compiles a rubric to a scorer. Scores are exact: they equal rational arithmetic on the decimal numbers in the
 * files, rounded once.
 * @param rubric - JSON text or value; a value is copied
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 * @example
 * const scorer = compileRubric({
 *   format: 'callgrade/rubric@1', id: 'mini', version: '1', title: 'Mini',
 *   scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } }, defaultScale: 'five',
 *   sections: [{ id: 'talk', items: [{ id: 'greeting', weight: 2 }, { id: 'answer', weight: 1 }] }],
 *   result: { passMark: 80 },
 * })
 * scorer.score({ id: 'e1', rubric: 'mini', ratings: { greeting: 5, answer: 4 } }).score
 * //=> 93.33
 */
export function compileRubric(rubric: DocumentInput<Rubric>): Scorer {
  const core = new ScoringCore(parseRubric(rubric))
  return Object.freeze({
    rubric: core.rubric,
    score: (evaluation: DocumentInput<Evaluation>): Score =>
      core.perform(evaluation, (run, raw) => core.scoreOf(run, raw)),
    safeScore: (evaluation: DocumentInput<Evaluation>): Result<Score> => {
      try {
        return { success: true, data: core.perform(evaluation, (run, raw) => core.scoreOf(run, raw)) }
      } catch (error) {
        if (error instanceof CallgradeError) return { success: false, issues: error.issues }
        throw error
      }
    },
    explain: (evaluation: DocumentInput<Evaluation>): ExplainedScore =>
      core.perform(evaluation, (run, raw) => core.explanationOf(run, raw)),
  })
}

/** The score keys that an evaluation hands on as they are. */
const CARRIED_KEYS = [
  'businessType',
  'callId',
  'callAt',
  'period',
  'subject',
  'agentId',
  'teamId',
  'evaluatorId',
  'evaluatedAt',
  'purpose',
] as const

const NOBODY: readonly never[] = Object.freeze([])

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** The one scoring path; `score`, `safeScore`, `explain` and bulk scoring all come here. */
class ScoringCore {
  readonly form: Form
  private readonly decimals: number
  private readonly unit: number
  private readonly rounding
  private readonly policy
  private readonly maximumUnits: number
  private readonly readHeader
  private readonly ratings: RatingsReader
  private readonly total: QuickTotal
  private readonly rules
  private readonly families: readonly FamilyCheck[]
  private readonly bands: readonly Band[]
  private readonly scoredItems: readonly {
    readonly id: string
    readonly index: number
    readonly kind: string | undefined
  }[]
  /** Those whose readings hold more than a fraction. */
  private readonly detailedItems: typeof this.scoredItems
  /** Filled anew for each evaluation. */
  private readonly run: Run
  private isBusy = false

  constructor(readonly rubric: Rubric) {
    this.form = formOf(rubric)
    const { decimals = 2, rounding = 'half-up', notApplicablePolicy = 'siblings', bands = [] } = rubric.result
    this.decimals = decimals
    this.unit = 10 ** decimals
    this.rounding = rounding
    this.policy = notApplicablePolicy
    this.maximumUnits = roundRational(maximumOf(rubric), decimals, rounding)
    const compiler = new ConditionCompiler(runFacts(rubric, this.form), rubric.conditions ?? {})
    this.readHeader = headerReader(rubric, this.form)
    this.ratings = new RatingsReader(rubric, this.form, compiler)
    this.total = new QuickTotal(this.form, notApplicablePolicy, rounding, 100 * this.unit)
    this.rules = compileRules(rubric, this.form, compiler)
    this.families = familyChecks(rubric, this.form, this.rules.vetoes)
    this.bands = [...bands].sort((a, b) => b.minimum - a.minimum)
    this.scoredItems = this.form.items
      .filter(({ isScored }) => isScored)
      .map(({ id, index, source }) => ({ id, index, kind: source.kind }))
    this.detailedItems = this.scoredItems.filter(({ kind }) => kind === 'choice' || kind === 'deduction')
    this.run = this.newRun()
  }

  private newRun(): Run {
    return new Run(
      this.form.items.length,
      this.form.sections.length,
      this.rules.vetoes.length,
      this.rules.bonuses.length,
    )
  }

  /** Reads and works out an evaluation, then hands it to `finish`; throws all its faults. */
  perform<T>(evaluation: DocumentInput<Evaluation>, finish: (run: Run, raw: RawEvaluation) => T): T {
    // An accessor of the caller's evaluation could come back here; it gets a run of its own.
    const run = this.isBusy ? this.newRun() : this.run
    const wasBusy = this.isBusy
    this.isBusy = true
    try {
      run.clear()
      const document = typeof evaluation === 'string' ? readDocument(evaluation) : undefined
      const raw = document ? document.value : evaluation
      const locate = document?.issue ?? ((draft: IssueDraft): Issue => issueOf(draft, undefined))
      this.read(raw, run, document === undefined)
      this.refuse(run, locate, document?.issues)
      const result = finish(run, raw as RawEvaluation)
      this.refuse(run, locate, undefined)
      return result
    } finally {
      this.isBusy = wasBusy
    }
  }

  private read(raw: unknown, run: Run, isValue: boolean): void {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      // Of a text that could not be read it is told why already.
      if (raw !== undefined || isValue)
        run.report({ code: 'document/type', path: [], expected: 'object', received: excerptOf(raw) })
      return
    }
    try {
      this.readHeader(raw as RawEvaluation, run)
      this.ratings.read(raw as RawEvaluation, run)
    } catch (error) {
      if (!isValue) throw error
      // A getter or proxy of the caller's own threw.
      run.report({ code: 'document/not-plain', path: [], expected: 'object', received: reasonOf(error) })
    }
  }

  private refuse(run: Run, locate: (draft: IssueDraft) => Issue, before: readonly Issue[] | undefined): void {
    if (run.drafts.length === 0 && (before === undefined || before.length === 0)) return
    const failure = failureOf([...(before ?? []), ...run.drafts.map(locate)].slice(0, MAXIMUM_ISSUES))
    if (failure) throw new CallgradeError(failure.issues)
  }

  scoreOf(run: Run, raw: RawEvaluation): Score {
    const { judgement, effects, score } = this.workOut(run)
    return this.result(run, raw, judgement, effects, score)
  }

  private workOut(run: Run): { judgement: Judgement; effects: FiredEffects; score: number | null } {
    const isScored = this.sumUp(run)
    const judgement = this.judge(run, isScored)
    const effects = this.effectsOf(judgement, run)
    return { judgement, effects, score: isScored ? this.finalUnits(run, effects) / this.unit : null }
  }

  explanationOf(run: Run, raw: RawEvaluation): ExplainedScore {
    const { judgement, effects, score } = this.workOut(run)
    return explainRun({
      rubric: this.rubric,
      form: this.form,
      run,
      raw,
      judgement,
      effects,
      score: this.result(run, raw, judgement, effects, score),
      rules: this.rules,
      exact: this.exactTotal(run),
      decimals: this.decimals,
      rounding: this.rounding,
      whyNot: (node) => this.ratings.whyNot(node, run),
    })
  }

  private exactTotal(run: Run): ExactTotal {
    if (!run.plan) throw new RangeError('plan')
    return new ExactTotal(this.form, run, run.plan, this.policy)
  }

  /** Steps 1 to 3: raw score and section scores, rounded. False where nothing of weight applied. */
  private sumUp(run: Run): boolean {
    const { plan } = run
    if (!plan) throw new RangeError('plan')
    const { total, form } = this
    total.add(run, plan)
    if (total.isEmpty) return false
    let exact: ExactTotal | undefined
    const top = form.sections.length
    const isWhole = this.policy === 'whole'
    const carriesWeight: boolean[] = []
    for (const section of form.sections) {
      const { index, parent } = section
      const carries =
        total.isLive(index) &&
        (isWhole ||
          ((plan.sections[index] as number) > 0 && (parent === undefined || carriesWeight[parent.index] === true)))
      carriesWeight.push(carries)
      if (!carries) continue
      let units = total.units(index, run, plan)
      if (units === undefined) {
        exact ??= this.exactTotal(run)
        const value = exact.sectionScore(section)
        units = value && roundRational(value, this.decimals, this.rounding)
      }
      run.sectionScores[index] = units === undefined ? undefined : units / this.unit
    }
    const units =
      total.units(top, run, plan) ??
      roundRational((exact ?? this.exactTotal(run)).rawScore, this.decimals, this.rounding)
    run.rawScore = units / this.unit
    return true
  }

  private judge(run: Run, isScored: boolean): Judgement {
    const { vetoes, gates, bonuses } = this.rules
    const undetermined: CompiledRule[] = []
    const fired = (rules: readonly CompiledRule[]): readonly CompiledRule[] => {
      if (rules.length === 0) return NOBODY
      const those: CompiledRule[] = []
      for (const rule of rules) {
        const truth = rule.test(run)
        if (truth === true) those.push(rule)
        else if (truth === undefined) {
          undetermined.push(rule)
          if (rule.refusesUnknown)
            run.drafts.push({
              code: 'evaluation/undetermined',
              path: ['facts'],
              received: excerptOf(rule.id),
              details: { rule: rule.id, kind: rule.kind },
            })
        }
      }
      return those
    }
    return {
      vetoes: fired(vetoes),
      gates: isScored ? fired(gates) : NOBODY,
      bonuses: isScored ? fired(bonuses) : NOBODY,
      undetermined,
    }
  }

  private effectsOf({ vetoes, gates, bonuses }: Judgement, run: Run): FiredEffects {
    return collectEffects(this.rubric, this.form, [...vetoes, ...gates, ...bonuses], run)
  }

  private finalUnits(run: Run, effects: FiredEffects): number {
    // The rounded raw score is a whole number of units; the division undid no more than the last bit.
    const rawUnits = Math.round((run.rawScore ?? 0) * this.unit)
    const quick = quickScore(rawUnits, this.maximumUnits, effects, this.decimals, this.rounding)
    return (
      quick ?? roundRational(applyEffects(this.rubric, this.exactTotal(run), effects), this.decimals, this.rounding)
    )
  }

  private result(
    run: Run,
    raw: RawEvaluation,
    judgement: Judgement,
    effects: FiredEffects,
    score: number | null,
  ): Score {
    const { rubric, form } = this
    const band = score === null ? undefined : this.bands.find(({ minimum }) => score >= minimum)
    const sections: Record<string, number | null> = {}
    for (const { id, index } of form.sections) sections[id] = run.sectionScores[index] ?? null
    const result = { evaluationId: raw.id, rubric: rubric.id, rubricVersion: rubric.version } as Mutable<Score>
    for (const key of CARRIED_KEYS) if (raw[key] !== undefined) result[key] = raw[key] as never
    if (run.date !== undefined) result.date = run.date
    // One by one, which is several times as fast as spreading: this is done for every evaluation.
    result.status = score === null ? 'not-scored' : 'scored'
    result.rawScore = score === null ? null : (run.rawScore ?? null)
    result.score = score
    result.verdict = verdictOf(score, rubric.result.passMark, effects.failsVerdict)
    result.band = band?.id ?? null
    result.actions = band?.actions ?? NOBODY
    result.sections = sections
    result.items = this.itemPercents(run)
    result.vetoes = idsOf(judgement.vetoes)
    result.gates = idsOf(judgement.gates)
    result.bonuses = idsOf(judgement.bonuses)
    result.undetermined = idsOf(judgement.undetermined)
    result.criticalErrors = criticalErrorsOf(this.families, run, judgement)
    this.addDetails(run, result)
    return result
  }

  private itemPercents(run: Run): Record<string, number | null> {
    const percents: Record<string, number | null> = {}
    for (const { id, index } of this.scoredItems) percents[id] = run.readings[index]?.percent ?? null
    return percents
  }

  private addDetails(run: Run, result: Mutable<Score>): void {
    if (this.detailedItems.length > 0) this.addFaultsAndOptions(run, result)
    if (run.selfRated) result.selfRated = run.selfRated
  }

  private addFaultsAndOptions(run: Run, result: Mutable<Score>): void {
    const faults: Record<string, Record<string, number>> = {}
    const options: Record<string, readonly string[]> = {}
    let [hasFaults, hasOptions] = [false, false]
    for (const { id, index } of this.detailedItems) {
      const reading = run.readings[index]
      if (reading?.faults) {
        faults[id] = Object.fromEntries(reading.faults)
        hasFaults = true
      }
      if (reading?.options && reading.options.length > 0) {
        options[id] = reading.options
        hasOptions = true
      }
    }
    if (hasFaults) result.faults = faults
    if (hasOptions) result.options = options
  }
}

function verdictOf(score: number | null, passMark: number, fails: boolean): Score['verdict'] {
  if (fails) return 'unqualified'
  if (score === null) return null
  return score >= passMark ? 'qualified' : 'unqualified'
}

function idsOf(rules: readonly CompiledRule[]): readonly string[] {
  return rules.length === 0 ? NOBODY : rules.map(({ id }) => id)
}
