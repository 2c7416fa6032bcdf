import { ConditionCompiler } from '../conditions/compiled-node.js'
import { type Form, formOf } from '../rubric/format/form.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { headerReader } from './evaluation/header-reader.js'
import { RatingsReader } from './evaluation/ratings-reader.js'
import { type ResolvedResult, resolveResult } from './result/resolved-result.js'
import { ScoreBuilder } from './result/score-builder.js'
import { compileRules } from './rules/compile-rules.js'
import type { CompiledRules } from './rules/compiled-rule.js'
import { familyChecks } from './rules/family-checks.js'
import { runFacts } from './run-facts.js'
import { TotalsCalculator } from './totals/totals-calculator.js'

/** Everything that is compiled from a rubric once and used for every evaluation. */
export interface CompiledRubric {
  readonly rubric: Rubric
  readonly form: Form
  readonly result: ResolvedResult
  readonly readHeader: ReturnType<typeof headerReader>
  readonly ratings: RatingsReader
  readonly totals: TotalsCalculator
  readonly rules: CompiledRules
  readonly scoreBuilder: ScoreBuilder
}

/** Compiles a checked rubric. */
export function compileParts(rubric: Rubric): CompiledRubric {
  const form = formOf(rubric)
  const result = resolveResult(rubric)
  const conditions = new ConditionCompiler(runFacts(rubric, form), rubric.conditions ?? {})
  const rules = compileRules(rubric, form, conditions)
  return {
    rubric,
    form,
    result,
    readHeader: headerReader(rubric, form),
    ratings: new RatingsReader(rubric, form, conditions),
    totals: new TotalsCalculator(form, result),
    rules,
    scoreBuilder: new ScoreBuilder(rubric, form, result, familyChecks(rubric, form, rules.vetoes)),
  }
}
