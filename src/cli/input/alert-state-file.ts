import { type AlertPolicy, type AlertReview, safeParseAlertState } from '../../alerts/index.js'
import { type CommandContext, WrongUse } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { alertWordsOf } from '../words/alerts.js'
import { readText } from './read-text.js'

/** What a state file holds. */
export type StateFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'sound'; readonly review: AlertReview }
  /** Told to the user; the file is left as it is. */
  | { readonly kind: 'faulty' }

export async function readState(file: string, policy: AlertPolicy, context: CommandContext): Promise<StateFile> {
  const { console, language } = context
  if (!(await exists(file, context))) return { kind: 'absent' }
  const result = safeParseAlertState(await readText(file, { ...context, encoding: 'utf-8' }), policy)
  if (result.success) return { kind: 'sound', review: result.data }
  for (const issue of result.issues) console.writeError(`${issueLine(file, issue, language)}\n`)
  console.writeError(`${alertWordsOf(language).faultyState(file)}\n`)
  return { kind: 'faulty' }
}

/** A file that is there but cannot be read is an error of its own, told when it is read. */
async function exists(file: string, { console }: CommandContext): Promise<boolean> {
  try {
    for await (const _ of console.open(file)) return true
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}

/** Writes a state whole or not at all. Events that were impossible are left out, so that they can be corrected. */
export async function writeState(file: string, review: AlertReview, context: CommandContext): Promise<void> {
  const { console, language } = context
  const impossible = new Set(review.refused.map(({ event }) => event))
  const kept = { ...review, events: review.events.filter(({ id }) => !impossible.has(id)), refused: [] }
  try {
    await console.replaceFile(file, `${JSON.stringify(kept)}\n`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new WrongUse(alertWordsOf(language).unwritable(file, reason))
  }
}
