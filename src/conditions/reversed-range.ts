import { excerptOf } from '../issues/excerpt-of.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import type { FactDefinition } from './condition.js'

/** Returns the fault in the bounds of a number fact whose maximum is below its minimum. */
export function reversedRange(fact: FactDefinition): Required<Pick<IssueDraft, 'expected' | 'received'>> | undefined {
  if (fact.type !== 'number' && fact.type !== 'integer') return undefined
  const { minimum, maximum } = fact
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return undefined
  return { expected: `>= ${minimum}`, received: excerptOf(maximum) }
}
