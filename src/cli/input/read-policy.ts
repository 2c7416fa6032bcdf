import { type AlertPolicy, safeParseAlertPolicy } from '../../alerts/index.js'
import { type Calendar, safeParseCalendar } from '../../calendar/index.js'
import type { CommandContext } from '../command-context.js'
import { readDocument } from './read-document.js'

/** Reads a policy with its calendars; reports their faults and returns undefined if there were any. */
export async function readPolicy(
  options: { readonly policy: string; readonly calendar: readonly string[] },
  context: CommandContext,
): Promise<{ readonly policy: AlertPolicy; readonly calendars: readonly Calendar[] } | undefined> {
  const policy = await readDocument(options.policy, safeParseAlertPolicy, context)
  const calendars: Calendar[] = []
  for (const file of options.calendar) {
    const calendar = await readDocument(file, safeParseCalendar, context)
    if (calendar) calendars.push(calendar)
  }
  return policy && calendars.length === options.calendar.length ? { policy, calendars } : undefined
}
