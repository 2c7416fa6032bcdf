import { readDocument } from '../../documents/reading/read-document.js'
import { type StandardSchema, standardSchema } from '../../documents/standard-schema.js'
import type { Scorer } from '../scorer.js'
import type { Evaluation } from './evaluation.js'

/**
 * Returns the evaluations of one rubric as a Standard Schema, for form libraries and servers; it finds what `safeScore`
 * finds. A value is returned as it was given.
 * @param scorer - compiled from the rubric
 * @example
 * evaluationStandardSchema(scorer)['~standard'].validate({}).issues?.[0]?.code //=> 'document/missing-key'
 */
export function evaluationStandardSchema(scorer: Pick<Scorer, 'safeScore'>): StandardSchema<Evaluation> {
  return standardSchema((input) => {
    const { issues } = scorer.safeScore(input)
    if (issues !== undefined) return { success: false, issues }
    // Without issues it is an evaluation.
    return { success: true, data: (typeof input === 'string' ? readDocument(input).value : input) as Evaluation }
  })
}
