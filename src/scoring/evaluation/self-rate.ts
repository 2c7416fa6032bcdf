import type { CompiledScoredItem } from './compiled-item.js'
import { reportMissingFact } from './compiled-node.js'
import type { Rating } from './evaluation.js'
import type { ReadingStep } from './reading-step.js'

/** Returned where it cannot be decided which level an item gives itself; the missing fact is reported. */
export const UNDECIDED: unique symbol = Symbol('undecided')

/** The level that an item gives itself by the first rule that holds; undefined where none does. */
export function selfRate(
  { node, rateWhen }: CompiledScoredItem,
  rating: unknown,
  step: ReadingStep,
): number | undefined | typeof UNDECIDED {
  for (const { level, condition } of rateWhen) {
    const truth = condition.test(step)
    if (truth === undefined) {
      if (rating !== undefined) return undefined
      reportMissingFact(node, condition, 'rateWhen', step)
      return UNDECIDED
    }
    if (!truth) continue
    if (rating !== level) {
      step.answers.selfRated ??= {}
      // The reader checks the rating right after this.
      step.answers.selfRated[node.id] = rating === undefined ? { level } : { level, given: rating as Rating }
    }
    return level
  }
  return undefined
}
