import {
  type AlertEvent,
  type AlertPolicy,
  type AlertReview,
  type ClosureReport,
  classifyAlerts,
  closureReport,
  type Exposure,
  type Finding,
  findingsFromScores,
} from '../../alerts/index.js'
import { instantOf } from '../../documents/time/instant.js'
import { type Issue, isCallgradeError } from '../../issues/index.js'
import { type Rubric, safeParseRubric } from '../../rubric/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine, issueWithMessage } from '../faults/issue-lines.js'
import { type AlertOptions, readPolicy } from '../input/alert-options.js'
import { readState, writeState } from '../input/alert-state-file.js'
import { readSound } from '../input/read-documents.js'
import { type ReadRecords, readRecords, recordIssueLine } from '../input/read-records.js'
import { FINDING_FIELDS, readScores } from '../input/read-scores.js'
import { alertReportText } from '../output/alert-text.js'
import { alertWordsOf } from '../words/alerts.js'

/** `callgrade alerts --policy FILE --calendar FILE... --as-of INSTANT` */
export async function alertsCommand(
  files: readonly string[],
  options: AlertOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const words = alertWordsOf(context.language)
  if (files.length > 0) throw new WrongUse(words.noFiles)
  const { asOf } = options
  if (asOf === undefined) throw new WrongUse(words.noAsOf)
  const read = await readPolicy(options, context)
  if (!read) return EXIT.faults
  const state = options.state === undefined ? undefined : await readState(options.state, read.policy, context)
  if (state?.kind === 'faulty') return EXIT.faults
  if (options.findings === undefined && options.scores === undefined && state?.kind !== 'sound')
    throw new WrongUse(words.noInput)
  if (state?.kind === 'sound' && instantOf(asOf) < instantOf(state.review.asOf))
    throw new WrongUse(words.earlierThanState(asOf, state.review.asOf))
  const inputs = await readInputs(options, read.policy, context)
  if (!inputs) return EXIT.faults
  const review = reviewOf(
    () =>
      classifyAlerts(
        {
          // What faults are told of comes first, so that its place in the list is its place in the file.
          findings: [...(inputs.findings?.values ?? []), ...inputs.scored.findings] as Finding[],
          exposures: [...(inputs.exposures?.values ?? []), ...inputs.scored.exposures] as Exposure[],
          events: (inputs.events?.values ?? []) as AlertEvent[],
          ...(state?.kind === 'sound' && { previous: state.review }),
        },
        read.policy,
        { asOf, calendars: read.calendars },
      ),
    inputs,
    options,
    context,
  )
  if (!review) return EXIT.faults
  if (options.state !== undefined) await writeState(options.state, review, context)
  const closure = closureReport(review.alerts, read.policy, { asOf, by: options.by })
  await printAlerts(review, read.policy, options, context, closure)
  return tellRefused(review, inputs.events?.file ?? options.state ?? options.policy, context)
}

interface AlertInputs {
  readonly findings?: ReadRecords
  readonly exposures?: ReadRecords
  readonly events?: ReadRecords
  readonly scored: { readonly findings: readonly Finding[]; readonly exposures: readonly Exposure[] }
}

async function readInputs(
  options: AlertOptions,
  policy: AlertPolicy,
  context: CommandContext,
): Promise<AlertInputs | undefined> {
  const { console, language } = context
  const words = alertWordsOf(language)
  let isSound = true
  const tell = (file: string, issues: readonly Issue[]): void => {
    for (const issue of issues) console.writeError(`${issueLine(file, issue, language)}\n`)
    if (!issues.some(({ severity }) => severity === 'error')) return
    isSound = false
    console.writeError(`${words.faultyFile(file)}\n`)
  }
  const records: { findings?: ReadRecords; exposures?: ReadRecords; events?: ReadRecords } = {}
  for (const name of ['findings', 'exposures', 'events'] as const) {
    const file = options[name]
    if (file === undefined) continue
    records[name] = await readRecords(file, context)
    tell(file, records[name].issues)
  }
  const rubrics: Rubric[] = []
  for (const file of options.rubrics) {
    const rubric = await readSound(file, safeParseRubric, context)
    if (rubric) rubrics.push(rubric)
    else isSound = false
  }
  let scored: AlertInputs['scored'] = { findings: [], exposures: [] }
  if (options.scores !== undefined) {
    const file = options.scores
    const read = await readScores(file, FINDING_FIELDS, context)
    tell(file, read.issues)
    if (read.failed > 0) console.writeError(`${words.failedScores(read.failed)}\n`)
    const found = findingsFromScores(read.scores, policy, rubrics.length > 0 ? { rubrics } : {})
    tell(
      file,
      found.issues.map((issue) => {
        const line = read.lines[Number(issue.path[1])]
        return line === undefined
          ? issue
          : { ...issue, path: issue.path.slice(2), position: { line, column: 1, offset: 0 } }
      }),
    )
    scored = found
  }
  return isSound ? { ...records, scored } : undefined
}

/** Runs, telling faults of records with their line in the file that they came from. */
function reviewOf(
  run: () => AlertReview,
  inputs: AlertInputs,
  { policy }: AlertOptions,
  { console, language }: CommandContext,
): AlertReview | undefined {
  try {
    return run()
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    for (const issue of error.issues) {
      const [list] = issue.path
      const records = list === 'findings' || list === 'exposures' || list === 'events' ? inputs[list] : undefined
      console.writeError(
        `${records ? recordIssueLine(issue, records, language) : issueLine(policy, issue, language)}\n`,
      )
    }
    console.writeError(`${alertWordsOf(language).nothingChanged}\n`)
    return undefined
  }
}

/** Prints alerts in the wanted form, with closure where it is given. */
export async function printAlerts(
  review: AlertReview,
  policy: AlertPolicy,
  { format }: Pick<AlertOptions, 'format'>,
  { console, language }: CommandContext,
  closure?: ClosureReport,
): Promise<void> {
  if (format === 'json') {
    const { alerts, unplaced, notTestable, asOf, policyVersion } = review
    const refused = review.refused.map(({ event, issue }) => ({ event, issue: issueWithMessage(issue, language) }))
    const shown = { policy: policy.id, policyVersion, asOf, alerts, unplaced, notTestable, refused }
    await console.write(`${JSON.stringify(closure ? { ...shown, closure } : shown, null, 2)}\n`)
  } else await console.write(`${alertReportText(review, closure, policy, format, language)}\n`)
}

/** Tells of impossible events, each with its sentence. */
export function tellRefused(
  { refused }: Pick<AlertReview, 'refused'>,
  file: string,
  { console, language }: CommandContext,
): ExitCode {
  for (const { event, issue } of refused)
    console.writeError(`${issueLine(`${file} ${event}`, { ...issue, path: [] }, language)}\n`)
  if (refused.length === 0) return EXIT.fine
  console.writeError(`${alertWordsOf(language).refused(refused.length)}\n`)
  return EXIT.faults
}
