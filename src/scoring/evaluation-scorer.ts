import { throwIssues } from '../issues/throw-issues.js'
import type { CompiledRubric } from './compiled-rubric.js'
import { EvaluationReader } from './evaluation-reader.js'
import { explainScore } from './explanation/explain-score.js'
import type { ExplainedScore } from './explanation/explanation.js'
import { unitsOf } from './result/resolved-result.js'
import type { ScoredEvaluation } from './result/scored-evaluation.js'
import { applyEffects } from './rules/apply-effects.js'
import { applyEffectsToUnits } from './rules/apply-effects-to-units.js'
import { collectEffects, type FiredEffects } from './rules/collect-effects.js'
import { firedRules, judgeRules, refusedRules } from './rules/judge-rules.js'
import { AnswerSheet } from './run/answer-sheet.js'
import type { Answers } from './run/answers.js'
import type { Score } from './score.js'
import type { WeightPlan } from './totals/weight-plan.js'

/** Scores evaluations by one rubric, step by step; `score`, `safeScore`, `explain` and bulk scoring all come here. */
export class EvaluationScorer {
  private readonly reader: EvaluationReader
  /** Reused for every evaluation; see `AnswerSheet`. */
  private readonly sheet: AnswerSheet
  private isBusy = false

  constructor(private readonly compiled: CompiledRubric) {
    this.reader = new EvaluationReader(compiled)
    this.sheet = this.newSheet()
  }

  /**
   * Scores one evaluation.
   * @throws CallgradeError with every issue of the evaluation
   */
  score(evaluation: unknown): Score {
    return this.withSheet((sheet) => this.compiled.scoreBuilder.build(this.work(evaluation, sheet)))
  }

  /**
   * Scores one evaluation and keeps the way to the score.
   * @throws CallgradeError with every issue of the evaluation
   */
  explain(evaluation: unknown): ExplainedScore {
    return this.withSheet((sheet) => {
      const scored = this.work(evaluation, sheet)
      return explainScore(this.compiled, scored, this.compiled.scoreBuilder.build(scored))
    })
  }

  private newSheet(): AnswerSheet {
    const { form, rules } = this.compiled
    return new AnswerSheet(form, rules.vetoes.length, rules.bonuses.length)
  }

  private withSheet<T>(use: (sheet: AnswerSheet) => T): T {
    // An accessor of the caller's evaluation can come back to this scorer; it then gets a sheet of its own.
    if (this.isBusy) return use(this.newSheet())
    this.isBusy = true
    try {
      this.sheet.clear()
      return use(this.sheet)
    } finally {
      this.isBusy = false
    }
  }

  private work(evaluation: unknown, sheet: AnswerSheet): ScoredEvaluation {
    const { rubric, form, result, totals: calculator, rules } = this.compiled
    const { raw, header, weights, issue } = this.reader.read(evaluation, sheet)
    const totals = calculator.totalsOf(sheet, weights)
    const input = { header, answers: sheet, totals }
    const judgement = judgeRules(rules, input)
    if (judgement.undetermined.length > 0) throwIssues(refusedRules(judgement).map(issue))
    const effects = collectEffects(rubric, form, firedRules(judgement), sheet)
    const score =
      totals.rawScore === undefined
        ? null
        : this.finalUnits(totals.rawScore, effects, sheet, weights) / result.unitsPerPoint
    return { raw, header, weights, answers: sheet, totals, judgement, effects, score }
  }

  private finalUnits(rawScore: number, effects: FiredEffects, answers: Answers, weights: WeightPlan): number {
    const { result, totals } = this.compiled
    // The rounded raw score is a whole number of units; dividing it changed no more than the last bit.
    const rawUnits = Math.round(rawScore * result.unitsPerPoint)
    return (
      applyEffectsToUnits(rawUnits, effects, result) ??
      unitsOf(applyEffects(result.maximum, totals.exactTotal(answers, weights), effects), result)
    )
  }
}
