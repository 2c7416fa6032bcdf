import type { Answers } from '../run/answers.js'
import type { CriticalErrorState } from '../score.js'
import type { FamilyCheck } from './family-checks.js'
import type { Judgement } from './judge-rules.js'

/**
 * Gives the state of each family: `error` if one occurred; else `not-assessed` if everything was not applicable or
 * undecided; else `clear`.
 */
export function criticalErrorsOf(
  families: readonly FamilyCheck[],
  answers: Answers,
  { vetoes, undetermined }: Pick<Judgement, 'vetoes' | 'undetermined'>,
): Readonly<Record<string, CriticalErrorState>> {
  const states: Record<string, CriticalErrorState> = {}
  for (const family of families) {
    let [occurred, assessed] = [false, false]
    for (const item of family.items) {
      const reading = answers.readings[item]
      if (!reading) continue
      assessed = true
      if (reading.isCritical) occurred = true
    }
    for (const { item, fault } of family.faults) {
      const reading = answers.readings[item]
      if (!reading) continue
      assessed = true
      if (reading.faults?.has(fault)) occurred = true
    }
    for (const veto of family.vetoes) {
      if (vetoes.includes(veto)) occurred = true
      else if (!undetermined.includes(veto) && !veto.isNotApplicable(answers)) assessed = true
    }
    states[family.id] = occurred ? 'error' : assessed ? 'clear' : 'not-assessed'
  }
  return states
}
