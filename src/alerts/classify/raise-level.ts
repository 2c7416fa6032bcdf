import type { Calendar } from '../../calendar/calendar.js'
import type { Alert } from '../alert.js'
import { startDuties } from '../follow-up/start-duties.js'
import { commonLabels } from './common-labels.js'
import type { Crossing } from './crossing.js'

/** Lifts an open alert to a graver level: its duties begin now, and open ones of the level before are cancelled. */
export function raiseLevel(
  alert: Alert,
  { level, evidence, findings, at }: Crossing,
  calendars: readonly Calendar[],
): Alert {
  const duties = alert.duties.map((duty) =>
    duty.doneAt === undefined && duty.status !== 'cancelled'
      ? { ...duty, status: 'cancelled' as const, cancelledAt: at }
      : duty,
  )
  return {
    ...alert,
    level: level.id,
    levelSince: at,
    labels: commonLabels(findings),
    evidence,
    duties: [...duties, ...startDuties(level, at, calendars)],
  }
}
