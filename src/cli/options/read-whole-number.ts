import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'

/** Reads a whole number over 0. */
export function readWholeNumber(value: string, option: string, words: Words): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new WrongUse(words.usage.notWhole(option, value))
  return Number(value)
}
