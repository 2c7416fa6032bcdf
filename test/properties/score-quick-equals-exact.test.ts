import { expect, test } from 'vitest'
import { ConditionCompiler } from '../../src/conditions/compiled-node.js'
import type { Rational } from '../../src/rubric/exact/rational.js'
import { formOf } from '../../src/rubric/format/form.js'
import type { Rounding, Rubric } from '../../src/rubric/format/rubric.js'
import { compileRubric } from '../../src/scoring/compile-rubric.js'
import { headerReader, type RawEvaluation } from '../../src/scoring/evaluation/header-reader.js'
import { RatingsReader } from '../../src/scoring/evaluation/ratings-reader.js'
import { resolveResult } from '../../src/scoring/result/resolved-result.js'
import { applyEffects } from '../../src/scoring/rules/apply-effects.js'
import { collectEffects } from '../../src/scoring/rules/collect-effects.js'
import { compileRules } from '../../src/scoring/rules/compile-rules.js'
import { AnswerSheet } from '../../src/scoring/run/answer-sheet.js'
import { DraftList } from '../../src/scoring/run/draft-list.js'
import { runFacts } from '../../src/scoring/run-facts.js'
import type { Score } from '../../src/scoring/score.js'
import { ExactTotal } from '../../src/scoring/totals/exact-total.js'
import * as reference from '../reference/rational.js'
import { evaluationOf, randomCase } from '../scoring/random-pairs.js'
import { expectSame } from '../support/expect-same.js'
import { runs } from '../support/runs.js'

/** Rubrics with some eight evaluations each; more by hand with CALLGRADE_QUICK_RUBRICS. */
const RUBRICS = runs('CALLGRADE_QUICK_RUBRICS', 300)

/** Works an evaluation out in exact arithmetic alone, given which rules fired; rounds with the reference's rounding. */
function exactFigures(rubric: Rubric): (evaluation: RawEvaluation, score: Score) => Record<string, unknown> {
  const form = formOf(rubric)
  const compiler = new ConditionCompiler(runFacts(rubric, form), rubric.conditions ?? {})
  const readHeader = headerReader(rubric, form)
  const readRatings = new RatingsReader(rubric, form, compiler)
  const rules = compileRules(rubric, form, compiler)
  const { decimals = 2, rounding = 'half-up', notApplicablePolicy = 'siblings' } = rubric.result
  const rounded = (value: Rational): number => reference.round(value, decimals, rounding)
  return (evaluation, score) => {
    const answers = new AnswerSheet(form, rules.vetoes.length, rules.bonuses.length)
    const list = new DraftList()
    const header = readHeader(evaluation, list.report)
    readRatings.read(evaluation, header, answers, list)
    if (!header.weights) throw new Error('no weights')
    const total = new ExactTotal(form, answers, header.weights, notApplicablePolicy)
    const fired = (['vetoes', 'gates', 'bonuses'] as const).flatMap((kind) =>
      rules[kind].filter(({ id }) => score[kind].includes(id)),
    )
    const final = applyEffects(resolveResult(rubric).maximum, total, collectEffects(rubric, form, fired, answers))
    const sections = form.sections.map((section) => {
      const value = total.sectionScore(section)
      return [section.id, value ? rounded(value) : null]
    })
    return {
      rawScore: rounded(total.rawScore),
      score: rounded(final),
      sections: Object.fromEntries(sections),
    }
  }
}

test('a score worked out in doubles is the exact value rounded once, for the total and for every section', () => {
  let [compared, moved] = [0, 0]
  for (let number = 0; number < RUBRICS; number++) {
    const { seed, scorer, evaluations } = randomCase(`quick-${number}`)
    const figuresOf = exactFigures(scorer.rubric)
    for (const evaluation of evaluations) {
      const result = scorer.safeScore(evaluationOf(evaluation))
      if (!result.success || result.data.status !== 'scored') continue
      const { rawScore, score, sections } = result.data
      const exact = figuresOf(evaluation as unknown as RawEvaluation, result.data)
      expectSame({ rawScore, score, sections }, exact, seed)
      compared++
      if (rawScore !== score) moved++
    }
  }
  expect(compared).toBeGreaterThan(5.7 * RUBRICS)
  expect(moved).toBeGreaterThan(1.4 * RUBRICS)
})

test('values next to a half are rounded by their exact value, however near they are', () => {
  // Two items; the first earns 1, the second 0: rawScore is 100 x weight / (weight + other).
  const scored = (weight: number, other: number, rounding: Rounding): number | null =>
    compileRubric({
      format: 'callgrade/rubric@1',
      id: 'near',
      version: '1',
      title: 'Near',
      sections: [
        {
          id: 's',
          items: [
            { id: 'earns', kind: 'yes-no', weight },
            { id: 'loses', kind: 'yes-no', weight: other },
          ],
        },
      ],
      result: { passMark: 0, decimals: 0, rounding },
    }).score({ id: 'e', rubric: 'near', ratings: { earns: true, loses: false } }).rawScore
  for (const rounding of ['half-up', 'half-even', 'down'] as const) {
    for (const [weight, other] of [
      // 0.5 of 100, 1.5 of 100, 49.5, and the same a hair's breadth above and below.
      [1, 199],
      [3, 197],
      [99, 101],
      [0.1, 19.9],
      [1e-7, 1.99e-5],
      [1e21, 1.99e23],
      [1.0000000000000002, 199],
      [1, 199.00000000000003],
      [4503599627370497, 896216325846729000],
      [2, 1],
      [1, 3],
    ] as const) {
      const whole = reference.add(reference.fromNumber(weight), reference.fromNumber(other))
      const value = reference.divide(reference.multiply(reference.HUNDRED, reference.fromNumber(weight)), whole)
      expect(scored(weight, other, rounding), `${weight} : ${other}, ${rounding}`).toBe(
        reference.round(value, 0, rounding),
      )
    }
  }
})
