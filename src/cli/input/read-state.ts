import { type AlertPolicy, type AlertReview, safeParseAlertState } from '../../alerts/index.js'
import type { CommandContext } from '../command-context.js'
import { codeOf } from '../faults/code-of.js'
import { reportIssues } from '../faults/report-issues.js'
import { readText } from './text/read-text.js'

/** What a state file holds. */
export type StateFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'sound'; readonly review: AlertReview }
  /** Reported to the user; the file is left as it is. */
  | { readonly kind: 'faulty' }

/** Reads the state that `alerts` keeps; reports its faults. */
export async function readState(file: string, policy: AlertPolicy, context: CommandContext): Promise<StateFile> {
  if (!(await exists(file, context))) return { kind: 'absent' }
  const result = safeParseAlertState(await readText(file, { ...context, encoding: 'utf-8' }), policy)
  if (result.success) return { kind: 'sound', review: result.data }
  reportIssues(file, result.issues, context)
  context.report(context.words.alerts.faultyState(file))
  return { kind: 'faulty' }
}

/** A file that exists but cannot be read is reported when it is read. */
async function exists(file: string, { console }: CommandContext): Promise<boolean> {
  try {
    for await (const _ of console.open(file)) return true
    return true
  } catch (error) {
    return codeOf(error) !== 'ENOENT'
  }
}
