import type { Words } from '../words/words.js'
import { codeOf } from './code-of.js'

/** Why the operating system refused a file, in words. */
export function systemReason(error: unknown, words: Words): string {
  const code = codeOf(error)
  if (code === undefined) return error instanceof Error ? error.message : String(error)
  return words.faults.systemReasons.get(code) ?? words.faults.otherSystemReason(code)
}
