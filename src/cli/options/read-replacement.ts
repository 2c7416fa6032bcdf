import { REPLACEMENT_REASONS, type ReplacementReason, type ReplacementRequest } from '../../sampling/index.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'

/** Reads a call to be replaced and why, written as ID=REASON. */
export function readReplacement(value: string, _option: string, words: Words): ReplacementRequest {
  const at = value.lastIndexOf('=')
  const reason = REPLACEMENT_REASONS.find((known): known is ReplacementReason => known === value.slice(at + 1))
  if (at <= 0 || reason === undefined)
    throw new WrongUse(words.sampling.notReplacement(value, REPLACEMENT_REASONS.join(', ')))
  return { callId: value.slice(0, at), reason }
}
