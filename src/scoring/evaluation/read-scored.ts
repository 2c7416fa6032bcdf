import { excerptOf } from '../../issues/excerpt-of.js'
import type { CompiledScoredItem } from './compiled-item.js'
import { isFaultyFact, type ReadingStep } from './reading-step.js'
import { selfRate, UNDECIDED } from './self-rate.js'

/** Reads the rating of a scored item that applies: the one given, or the one that the item gives itself. */
export function readScored(item: CompiledScoredItem, rating: unknown, step: ReadingStep): void {
  const { node, fact } = item
  const { id, index } = node
  const { report } = step.list
  let effective = rating
  let { path } = item
  if (item.rateWhen.length > 0) {
    const level = selfRate(item, rating, step)
    if (level === UNDECIDED) return
    if (rating === undefined) effective = level
  } else if (fact !== undefined) {
    const { facts } = step.answers
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined
    if (rating === undefined) {
      effective = value
      path = ['facts', fact]
    } else if (value !== undefined && value !== rating && typeof rating === 'number') {
      report({
        code: 'evaluation/fact-differs',
        path,
        expected: excerptOf(value),
        received: excerptOf(rating),
        details: { item: id, fact },
      })
      return
    }
  }
  if (effective === undefined) {
    if (fact !== undefined && isFaultyFact(fact, step)) return
    report({
      code: 'evaluation/unanswered',
      path: item.path,
      received: excerptOf(id),
      details: { item: id, ...(fact !== undefined && { fact }) },
    })
    return
  }
  const reading = item.reader.read(effective, path, report)
  if (reading) step.answers.readings[index] = reading
}
