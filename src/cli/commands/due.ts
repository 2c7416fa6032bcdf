import { type DueDuty, dueDuties, taskList } from '../../alerts/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { type AlertOptions, readPolicy } from '../input/alert-options.js'
import { readState } from '../input/alert-state-file.js'
import { dueCell, groupText, titlesOf } from '../output/alert-text.js'
import { csvCell, tableOf } from '../output/table.js'
import { alertWordsOf } from '../words/alerts.js'

/** `callgrade due --policy FILE --calendar FILE... --state FILE --as-of INSTANT` */
export async function dueCommand(
  files: readonly string[],
  options: AlertOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = alertWordsOf(language)
  const { asOf, state: file } = options
  if (files.length > 0 || file === undefined) throw new WrongUse(words.noState)
  if (asOf === undefined) throw new WrongUse(words.noAsOf)
  const read = await readPolicy(options, context)
  if (!read) return EXIT.faults
  const state = await readState(file, read.policy, context)
  if (state.kind === 'faulty') return EXIT.faults
  if (state.kind === 'absent') throw new WrongUse(words.noState)
  const { alerts } = state.review
  const { policy, calendars } = read
  if (options.format === 'csv') {
    const tasks = taskList(alerts, policy, { asOf, calendars, language })
    const [first] = tasks
    const header = first ? Object.keys(first) : []
    const lines = [header, ...tasks.map((task) => Object.values(task).map(String))]
    await console.write(lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''))
    return EXIT.fine
  }
  const within = options.withinHours
  const due = dueDuties(alerts, policy, { asOf, calendars, ...(within !== undefined && { withinHours: within }) })
  if (options.format === 'json') {
    await console.write(`${JSON.stringify(due.map(dutyJson), null, 2)}\n`)
    return EXIT.fine
  }
  const titles = titlesOf(policy, language)
  const timeZone = policy.timeZone ?? 'UTC'
  const rows = due.map(({ alert, duty, overdueMinutes }) => [
    dueCell(duty, timeZone, words),
    overdueMinutes === undefined ? words.statuses[duty.status] : words.overdueBy((overdueMinutes / 60).toFixed(1)),
    titles.level(duty.level),
    titles.duty(duty),
    duty.assignTo.map(titles.role).join(', '),
    groupText(alert.group),
    duty.doneBy,
    alert.episode === 1 ? alert.fingerprint : `${alert.fingerprint} (${alert.episode})`,
  ])
  await console.write(
    `${rows.length === 0 ? words.nothingOwed : tableOf(words.dueHeader, rows, [0, 1, 2, 3, 4, 5, 6, 7])}\n`,
  )
  return EXIT.fine
}

function dutyJson({ alert, duty, overdueMinutes }: DueDuty): object {
  const { fingerprint, episode, level, rule, group } = alert
  return {
    fingerprint,
    episode,
    level,
    rule,
    group,
    duty,
    ...(overdueMinutes !== undefined && { overdueMinutes }),
  }
}
