import { type AlertEvent, type AlertReview, classifyAlerts } from '../../alerts/index.js'
import { instantOf } from '../../documents/time/instant.js'
import { isCallgradeError } from '../../issues/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { type AlertOptions, readPolicy } from '../input/alert-options.js'
import { readState, writeState } from '../input/alert-state-file.js'
import { readRecords, recordIssueLine } from '../input/read-records.js'
import { alertWordsOf } from '../words/alerts.js'
import { printAlerts, tellRefused } from './alerts.js'

/** `callgrade track --policy FILE --calendar FILE... --state FILE EVENTS` */
export async function trackCommand(
  files: readonly string[],
  options: AlertOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = alertWordsOf(language)
  const [file] = files
  if (options.state === undefined) throw new WrongUse(words.noState)
  if (files.length > 1 || (file === undefined) === (options.event === undefined)) throw new WrongUse(words.noEvents)
  const read = await readPolicy(options, context)
  if (!read) return EXIT.faults
  const state = await readState(options.state, read.policy, context)
  if (state.kind === 'faulty') return EXIT.faults
  if (state.kind === 'absent') throw new WrongUse(words.noState)
  const records = file === undefined ? undefined : await readRecords(file, context)
  for (const issue of records?.issues ?? []) console.writeError(`${issueLine(file ?? '', issue, language)}\n`)
  if (records && records.issues.length > 0) return EXIT.faults
  // What it has to be is checked by the run.
  const events = (records?.values ?? [options.event]) as AlertEvent[]
  let review: AlertReview
  try {
    const asOf = latest([state.review.asOf, options.asOf, ...events.map(({ at }) => at)])
    review = classifyAlerts({ events, previous: state.review }, read.policy, { asOf, calendars: read.calendars })
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    for (const issue of error.issues) {
      const isOfEvents = records && issue.path[0] === 'events'
      const line = isOfEvents ? recordIssueLine(issue, records, language) : issueLine(options.state, issue, language)
      console.writeError(`${line}\n`)
    }
    console.writeError(`${words.nothingChanged}\n`)
    return EXIT.faults
  }
  const impossible = new Set(review.refused.map(({ event }) => event))
  const applied = events.filter(({ id }) => !impossible.has(id))
  if (applied.length > 0) {
    await writeState(options.state, review, context)
    const changed = new Set(applied.map(({ fingerprint }) => fingerprint))
    const alerts = review.alerts.filter(({ fingerprint }) => changed.has(fingerprint))
    await printAlerts({ ...review, alerts, unplaced: [], notTestable: [] }, read.policy, options, context)
    console.writeError(`${words.applied(applied.length)}\n`)
  }
  return tellRefused(review, file ?? options.state, context)
}

/** The latest of instants; what is none is refused by the run. */
function latest(instants: readonly (string | undefined)[]): string {
  const known = instants.filter(
    (instant): instant is string => typeof instant === 'string' && !Number.isNaN(instantOf(instant)),
  )
  return known.reduce((a, b) => (instantOf(b) > instantOf(a) ? b : a))
}
