import type { Calendar } from '../../calendar/calendar.js'
import { deadline } from '../../calendar/deadline.js'
import type { Duty } from '../alert.js'
import type { AlertLevel } from '../policy/alert-policy.js'

/** Returns the duties of a level, which start when an alert reaches it. */
export function startDuties(level: AlertLevel, startsAt: string, calendars: readonly Calendar[]): readonly Duty[] {
  return (level.duties ?? []).map(({ id, doneBy, within, assignTo }) => {
    const due = deadline(startsAt, within, calendars)
    const duty = { id, level: level.id, doneBy, startsAt, assignTo }
    return due.status === 'fixed'
      ? { ...duty, dueAt: due.dueAt, status: 'open' as const }
      : { ...duty, status: 'provisional' as const }
  })
}
