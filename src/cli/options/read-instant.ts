import { parseInstant } from '../../documents/time/instant.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'

/** Reads a point in time, such as 2026-10-09T09:00:00+08:00, and returns it as it is written. */
export function readInstant(value: string, option: string, words: Words): string {
  if (Number.isNaN(parseInstant(value))) throw new WrongUse(words.usage.notInstant(option, value))
  return value
}
