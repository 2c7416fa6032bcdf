import type { Form } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { isScored } from '../../rubric/items/aspects/is-scored.js'
import { keepsDetails } from '../../rubric/items/aspects/keeps-details.js'
import { CARRIED_KEYS } from '../evaluation/evaluation.js'
import type { CompiledRule } from '../rules/compiled-rule.js'
import { criticalErrorsOf } from '../rules/critical-errors-of.js'
import type { FamilyCheck } from '../rules/family-checks.js'
import type { Answers } from '../run/answers.js'
import type { Score, ScoreBase } from '../score.js'
import type { ResolvedResult } from './resolved-result.js'
import type { ScoredEvaluation } from './scored-evaluation.js'

const NOTHING: readonly never[] = Object.freeze([])

/** A result while its keys are assigned. */
type ScoreDraft = { -readonly [Key in keyof ScoreBase]: ScoreBase[Key] } & {
  status: Score['status']
  rawScore: number | null
  score: number | null
}

/** Builds results of one rubric. */
export class ScoreBuilder {
  private readonly scoredItems: readonly { readonly id: string; readonly index: number }[]
  /** Items whose readings hold more than a fraction. */
  private readonly detailedItems: typeof this.scoredItems

  constructor(
    private readonly rubric: Rubric,
    private readonly form: Form,
    private readonly result: ResolvedResult,
    private readonly families: readonly FamilyCheck[],
  ) {
    const scored = form.items.filter(({ isScored }) => isScored)
    const places = (items: typeof scored): typeof this.scoredItems => items.map(({ id, index }) => ({ id, index }))
    this.scoredItems = places(scored)
    this.detailedItems = places(scored.filter(({ source }) => isScored(source) && keepsDetails(source)))
  }

  /** Builds the result of one scored evaluation. */
  build({ raw, header, answers, totals, judgement, effects, score }: ScoredEvaluation): Score {
    const { rubric, form, result } = this
    const band = score === null ? undefined : result.bands.find(({ minimum }) => score >= minimum)
    const sections: Record<string, number | null> = {}
    for (const { id, index } of form.sections) sections[id] = totals.sectionScores[index] ?? null
    // Each key is assigned by itself: several times as fast as spreading, and it runs for every evaluation.
    const built = { evaluationId: raw.id, rubric: rubric.id, rubricVersion: rubric.version } as ScoreDraft
    for (const key of CARRIED_KEYS) if (raw[key] !== undefined) built[key] = raw[key] as never
    if (header.date !== undefined) built.date = header.date
    built.status = score === null ? 'not-scored' : 'scored'
    built.rawScore = score === null ? null : (totals.rawScore ?? null)
    built.score = score
    built.verdict = verdictOf(score, result.passMark, effects.failsVerdict)
    built.band = band?.id ?? null
    built.actions = band?.actions ?? NOTHING
    built.sections = sections
    built.items = this.itemPercents(answers)
    built.vetoes = idsOf(judgement.vetoes)
    built.gates = idsOf(judgement.gates)
    built.bonuses = idsOf(judgement.bonuses)
    built.undetermined = idsOf(judgement.undetermined)
    built.criticalErrors = criticalErrorsOf(this.families, answers, judgement)
    if (this.detailedItems.length > 0) this.addFaultsAndOptions(answers, built)
    if (answers.selfRated) built.selfRated = answers.selfRated
    // Status and numbers all come from whether there is a score.
    return built as Score
  }

  private itemPercents({ readings }: Answers): Record<string, number | null> {
    const percents: Record<string, number | null> = {}
    for (const { id, index } of this.scoredItems) percents[id] = readings[index]?.percent ?? null
    return percents
  }

  private addFaultsAndOptions({ readings }: Answers, built: ScoreDraft): void {
    const faults: Record<string, Record<string, number>> = {}
    const options: Record<string, readonly string[]> = {}
    let [hasFaults, hasOptions] = [false, false]
    for (const { id, index } of this.detailedItems) {
      const reading = readings[index]
      if (reading?.faults) {
        faults[id] = Object.fromEntries(reading.faults)
        hasFaults = true
      }
      if (reading?.options && reading.options.length > 0) {
        options[id] = reading.options
        hasOptions = true
      }
    }
    if (hasFaults) built.faults = faults
    if (hasOptions) built.options = options
  }
}

function verdictOf(score: number | null, passMark: number, fails: boolean): Score['verdict'] {
  if (fails) return 'unqualified'
  if (score === null) return null
  return score >= passMark ? 'qualified' : 'unqualified'
}

function idsOf(rules: readonly CompiledRule[]): readonly string[] {
  return rules.length === 0 ? NOTHING : rules.map(({ id }) => id)
}
