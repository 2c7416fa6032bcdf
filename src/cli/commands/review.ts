import { dueText } from '../../calendar/index.js'
import { type ReviewEvent, type ReviewState, reviewState } from '../../calibration/index.js'
import { instantOf } from '../../documents/time/instant.js'
import { isCallgradeError } from '../../issues/index.js'
import { safeParseRubric } from '../../rubric/index.js'
import { compileRubric, type Evaluation } from '../../scoring/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine, issueWithMessage } from '../faults/issue-lines.js'
import { readPolicy } from '../input/alert-options.js'
import { readSound } from '../input/read-documents.js'
import { soundRecords, tellIssues } from '../input/read-ratings.js'
import { tableOf } from '../output/table.js'
import { type CalibrationWords, calibrationWordsOf } from '../words/calibration.js'

const FORMATS = ['table', 'json', 'jsonl']

/** Options of the command as given. */
export interface ReviewCommandOptions {
  readonly rubric: string | undefined
  readonly policy: string | undefined
  readonly calendars: readonly string[]
  readonly evaluations: string | undefined
  readonly asOf: string | undefined
  readonly format: string | undefined
}

/** `callgrade review --rubric FILE --policy FILE --calendar FILE... --evaluations FILE EVENTS` */
export async function reviewCommand(
  files: readonly string[],
  options: ReviewCommandOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = calibrationWordsOf(language)
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongUse(words.oneFile)
  const { rubric: rubricFile, policy: policyFile, evaluations: evaluationsFile, format = 'table' } = options
  if (rubricFile === undefined) throw new WrongUse(words.needs('--rubric FILE'))
  if (policyFile === undefined) throw new WrongUse(words.needs('--policy FILE'))
  if (evaluationsFile === undefined) throw new WrongUse(words.needs('--evaluations FILE'))
  if (!FORMATS.includes(format)) throw new WrongUse(words.format(format, FORMATS.join(', ')))
  const rubric = await readSound(rubricFile, safeParseRubric, context)
  const read = await readPolicy({ policy: policyFile, calendars: options.calendars }, context)
  const evaluations = await soundRecords(evaluationsFile, context)
  const events = await soundRecords(file, context)
  if (!rubric || !read || !evaluations || !events) return EXIT.faults
  const known = events.values as readonly ReviewEvent[]
  const asOf = options.asOf ?? latest(known)
  const scorer = compileRubric(rubric)
  const byEvaluation = new Map<string, ReviewEvent[]>()
  for (const event of known) {
    const evaluationId = String(event?.evaluationId ?? '')
    const own = byEvaluation.get(evaluationId)
    if (own) own.push(event)
    else byEvaluation.set(evaluationId, [event])
  }
  const states: ReviewState[] = []
  let areSound = true
  try {
    for (const evaluation of evaluations.values as readonly Evaluation[]) {
      const id = String(evaluation?.id ?? '')
      const own = byEvaluation.get(id) ?? []
      byEvaluation.delete(id)
      states.push(
        reviewState(evaluation, own, scorer, { policy: read.policy.review ?? {}, calendars: read.calendars, asOf }),
      )
    }
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    tellIssues(file, error.issues, () => undefined, context)
    return EXIT.faults
  }
  for (const [evaluationId, own] of byEvaluation)
    for (const event of own) {
      areSound = false
      const id = String(event?.id ?? '')
      const issue = {
        code: 'calibration/other-evaluation',
        severity: 'error',
        path: ['evaluationId'],
        received: JSON.stringify(evaluationId),
      } as const
      console.writeError(`${issueLine(`${file} ${words.refused(id)}:`, issue, language)}\n`)
    }
  for (const { refused } of states)
    for (const { event, issue } of refused) {
      areSound = false
      console.writeError(`${issueLine(`${file} ${words.refused(event)}:`, issue, language)}\n`)
    }
  if (format === 'jsonl')
    for (const { record } of states) {
      if (record) await console.write(`${JSON.stringify(record)}\n`)
    }
  else if (format === 'json') {
    const told = states.map(({ refused, ...state }) => ({
      ...state,
      refused: refused.map(({ event, issue }) => ({ event, issue: issueWithMessage(issue, language) })),
    }))
    await console.write(`${JSON.stringify(told, null, 2)}\n`)
  } else await console.write(`${statesText(states, read.policy.timeZone ?? 'UTC', words)}\n`)
  return areSound ? EXIT.fine : EXIT.faults
}

/** The latest of the events: the clock is never asked. */
function latest(events: readonly ReviewEvent[]): string {
  const known = events
    .flatMap((event) => (typeof event?.at === 'string' ? [event.at] : []))
    .filter((at) => !Number.isNaN(instantOf(at)))
  return known.reduce((a, b) => (instantOf(b) > instantOf(a) ? b : a), known[0] ?? '1970-01-01T00:00:00Z')
}

function statesText(states: readonly ReviewState[], timeZone: string, words: CalibrationWords): string {
  const due = (deadline: ReviewState['appealDue']): string =>
    deadline?.status === 'fixed' ? dueText(deadline.dueAt, timeZone) : '-'
  const rows = states.map((state) => [
    state.evaluationId,
    words.statuses[state.status] ?? state.status,
    state.record?.score === null || state.record === undefined ? '-' : String(state.record.score),
    state.record?.verdict ?? '-',
    String(state.scores.length),
    state.appeals.map(({ status, decision }) => decision ?? status).join(', ') || '-',
    due(state.appealDue),
    due(state.feedbackDue) + (state.isFeedbackLate ? words.late : ''),
  ])
  return tableOf(words.reviewHeader, rows, [0, 1, 3, 5, 6, 7])
}
