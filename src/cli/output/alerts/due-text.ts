import type { AlertPolicy, DueDuty } from '../../../alerts/index.js'
import type { Language } from '../../../issues/index.js'
import type { Words } from '../../words/words.js'
import { tableOf } from '../table-of.js'
import { dueCell } from './due-cell.js'
import { groupText } from './group-text.js'
import { policyTitles } from './policy-titles.js'

/** Duties as a table for people. */
export function dueText(due: readonly DueDuty[], policy: AlertPolicy, language: Language, words: Words): string {
  if (due.length === 0) return words.alerts.nothingOwed
  const titles = policyTitles(policy, language, words)
  const timeZone = policy.timeZone ?? 'UTC'
  const rows = due.map(({ alert, duty, overdueMinutes }) => [
    dueCell(duty, timeZone, words.alerts),
    overdueMinutes === undefined
      ? words.alerts.statuses[duty.status]
      : words.alerts.overdueBy((overdueMinutes / 60).toFixed(1)),
    titles.level(duty.level),
    titles.duty(duty),
    duty.assignTo.map(titles.role).join(words.alerts.separator),
    groupText(alert.group, titles),
    titles.event(duty.doneBy),
    alert.episode === 1 ? alert.fingerprint : `${alert.fingerprint} (${alert.episode})`,
  ])
  return tableOf(words.alerts.dueHeader, rows, [0, 1, 2, 3, 4, 5, 6, 7])
}
