import type { Form } from '../../rubric/format/form.js'
import { type ResolvedResult, unitsOf } from '../result/resolved-result.js'
import type { Answers } from '../run/answers.js'
import { DoubleTotal } from './double-total.js'
import { ExactTotal } from './exact-total.js'
import type { Totals } from './totals.js'
import type { WeightPlan } from './weight-plan.js'

/** Computes raw and section scores: in doubles where their rounding is certain, in exact arithmetic where it is not. */
export class TotalsCalculator {
  private readonly doubles: DoubleTotal

  constructor(
    private readonly form: Form,
    private readonly result: ResolvedResult,
  ) {
    this.doubles = new DoubleTotal(form, result.notApplicablePolicy, result.rounding, 100 * result.unitsPerPoint)
  }

  /** Gives the rounded totals; `rawScore` is undefined where nothing of weight applied. */
  totalsOf(answers: Answers, weights: WeightPlan): Totals {
    const { doubles, form, result } = this
    const { readings } = answers
    const sectionScores = new Array<number | undefined>(form.sections.length).fill(undefined)
    doubles.add(readings, weights)
    if (doubles.isEmpty) return { rawScore: undefined, sectionScores }
    let exact: ExactTotal | undefined
    const isWhole = result.notApplicablePolicy === 'whole'
    const carriesWeight: boolean[] = []
    for (const section of form.sections) {
      const { index, parent } = section
      const carries =
        doubles.isLive(index) &&
        (isWhole ||
          ((weights.sections[index] as number) > 0 && (parent === undefined || carriesWeight[parent.index] === true)))
      carriesWeight.push(carries)
      if (!carries) continue
      let units = doubles.units(index, readings, weights)
      if (units === undefined) {
        exact ??= this.exactTotal(answers, weights)
        const value = exact.sectionScore(section)
        units = value && unitsOf(value, result)
      }
      sectionScores[index] = units === undefined ? undefined : units / result.unitsPerPoint
    }
    const units =
      doubles.units(form.sections.length, readings, weights) ??
      unitsOf((exact ?? this.exactTotal(answers, weights)).rawScore, result)
    return { rawScore: units / result.unitsPerPoint, sectionScores }
  }

  /** Gives the same totals as exact fractions. */
  exactTotal(answers: Answers, weights: WeightPlan): ExactTotal {
    return new ExactTotal(this.form, answers, weights, this.result.notApplicablePolicy)
  }
}
