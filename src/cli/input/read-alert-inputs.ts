import { type AlertPolicy, type Exposure, type Finding, findingsFromScores } from '../../alerts/index.js'
import type { Issue } from '../../issues/index.js'
import { type Rubric, safeParseRubric } from '../../rubric/index.js'
import type { CommandContext } from '../command-context.js'
import { reportIssues } from '../faults/report-issues.js'
import { readDocument } from './read-document.js'
import { type ReadRecords, readRecords } from './read-records.js'
import { readScores } from './read-scores.js'
import { foundScoreChecker } from './score-checker.js'

/** Records from which alerts are raised. */
export interface AlertInputs {
  readonly findings?: ReadRecords
  readonly exposures?: ReadRecords
  readonly events?: ReadRecords
  readonly scored: { readonly findings: readonly Finding[]; readonly exposures: readonly Exposure[] }
}

/** Files of the records. */
export interface AlertFiles {
  readonly findings: string | undefined
  readonly exposures: string | undefined
  readonly events: string | undefined
  readonly scores: string | undefined
  readonly rubric: readonly string[]
}

/** Reads what alerts are raised from; reports faults and returns undefined if there were any. */
export async function readAlertInputs(
  files: AlertFiles,
  policy: AlertPolicy,
  context: CommandContext,
): Promise<AlertInputs | undefined> {
  const { words, report } = context
  let isSound = true
  const reportAll = (file: string, issues: readonly Issue[]): void => {
    reportIssues(file, issues, context)
    if (!issues.some(({ severity }) => severity === 'error')) return
    isSound = false
    report(words.faults.faultyFile(file))
  }
  const records: { findings?: ReadRecords; exposures?: ReadRecords; events?: ReadRecords } = {}
  for (const name of ['findings', 'exposures', 'events'] as const) {
    const file = files[name]
    if (file === undefined) continue
    records[name] = await readRecords(file, context)
    reportAll(file, records[name].issues)
  }
  const rubrics: Rubric[] = []
  for (const file of files.rubric) {
    const rubric = await readDocument(file, safeParseRubric, context)
    if (rubric) rubrics.push(rubric)
    else isSound = false
  }
  let scored: AlertInputs['scored'] = { findings: [], exposures: [] }
  if (files.scores !== undefined) {
    const file = files.scores
    const read = await readScores(file, foundScoreChecker(), context)
    reportAll(file, read.issues)
    if (read.failed > 0) report(words.faults.failedScores(read.failed))
    const found = findingsFromScores(read.scores, policy, rubrics.length > 0 ? { rubrics } : {})
    reportAll(
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
