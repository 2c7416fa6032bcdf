import type { CalibrationCall, JudgedCalls, RaterRating } from '../../calibration/index.js'
import { type Issue, type Language, messageOf } from '../../issues/index.js'
import { formOf } from '../../rubric/format/form.js'
import type { Item, Rubric } from '../../rubric/index.js'
import type { Evaluation, Rating } from '../../scoring/index.js'
import { type CommandContext, WrongUse } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { calibrationWordsOf } from '../words/calibration.js'
import { readCsv } from './csv.js'
import { type ReadRecords, readRecords } from './read-records.js'
import { readTextPieces } from './read-text.js'

/** Ratings or evaluations of a file with the lines that they stand in. */
export interface ReadJudged {
  readonly judged: JudgedCalls
  readonly lineOf: (index: number) => number | undefined
}

/**
 * Reads CSV with the columns callId, raterId, item and rating, JSONL of the same keys, or evaluations.
 * @returns undefined where the file is at fault, which is told
 */
export async function readJudged(
  file: string,
  rubric: Rubric,
  context: CommandContext,
): Promise<ReadJudged | undefined> {
  if (isCsv(file)) {
    const { rows, lines } = await readTable(file, ['callId', 'raterId', 'item', 'rating'], context)
    const items = new Map(formOf(rubric).items.map(({ id, source }) => [id, source]))
    const ratings = rows.map(
      ([callId = '', raterId = '', item = '', cell = '']): RaterRating => ({
        callId,
        raterId,
        item,
        rating: ratingOf(cell, items.get(item)),
      }),
    )
    return { judged: { ratings }, lineOf: (index) => lines[index] }
  }
  const records = await soundRecords(file, context)
  if (!records) return undefined
  const lineOf = (index: number): number | undefined => records.places[index]?.line
  const [first] = records.values
  const isEvaluation = typeof first === 'object' && first !== null && 'ratings' in first
  return isEvaluation
    ? { judged: { evaluations: records.values as Evaluation[] }, lineOf }
    : { judged: { ratings: records.values as RaterRating[] }, lineOf }
}

/** Calls of certification by rater, in the order of first occurrence. */
export async function readCertified(
  file: string,
  context: CommandContext,
): Promise<ReadonlyMap<string, readonly CalibrationCall[]> | undefined> {
  const byRater = new Map<string, CalibrationCall[]>()
  const put = (raterId: string, call: CalibrationCall): void => {
    const own = byRater.get(raterId)
    if (own) own.push(call)
    else byRater.set(raterId, [call])
  }
  if (isCsv(file)) {
    const columns = ['raterId', 'sessionId', 'heldAt', 'callId', 'score', 'reference'] as const
    const { rows } = await readTable(file, columns, context, ['vetoes', 'referenceVetoes'])
    const names = (cell = ''): readonly string[] => cell.split(/[ +;]+/).filter((name) => name !== '')
    for (const [
      raterId = '',
      sessionId = '',
      heldAt = '',
      callId = '',
      score = '',
      reference = '',
      own,
      theirs,
    ] of rows)
      put(raterId, {
        sessionId,
        heldAt,
        callId,
        score: score === '' ? null : Number(score),
        reference: reference === '' ? Number.NaN : Number(reference),
        vetoes: names(own),
        referenceVetoes: names(theirs),
      })
    return byRater
  }
  const records = await soundRecords(file, context)
  if (!records) return undefined
  for (const value of records.values as readonly (CalibrationCall & { readonly raterId?: string })[]) {
    const { raterId = '', ...call } = value ?? {}
    put(String(raterId), call as CalibrationCall)
  }
  return byRater
}

/** Records of a JSON or JSONL file; undefined where some are no JSON, which is told. */
export async function soundRecords(file: string, context: CommandContext): Promise<ReadRecords | undefined> {
  const records = await readRecords(file, context)
  for (const issue of records.issues) context.console.writeError(`${issueLine(file, issue, context.language)}\n`)
  return records.issues.length > 0 ? undefined : records
}

/** Faults of a call of the library, with the line of the record that each is about. */
export function tellIssues(
  file: string,
  issues: readonly Issue[],
  lineOf: (index: number) => number | undefined,
  { console, language }: CommandContext,
): void {
  for (const issue of issues) console.writeError(`${placedLine(file, issue, lineOf, language)}\n`)
}

function placedLine(
  file: string,
  issue: Issue,
  lineOf: (index: number) => number | undefined,
  language: Language,
): string {
  const [, index] = issue.path
  const line = typeof index === 'number' ? lineOf(index) : undefined
  if (line === undefined) return issueLine(file, issue, language)
  return `${file}:${line} ${issue.severity} ${issue.code} ${messageOf(issue, language)}`
}

function isCsv(file: string): boolean {
  return !/\.(jsonl|ndjson|json)$/i.test(file) && file !== '-'
}

/** What a cell says of an item: numbers and truths are written plainly, lists as JSON. */
function ratingOf(cell: string, item: Item | undefined): Rating {
  if (cell === 'na') return 'na'
  const kind = item?.kind ?? 'scale'
  if (kind === 'choice' && item?.kind === 'choice' && !item.multiple) return cell
  try {
    return JSON.parse(cell) as Rating
  } catch {
    return cell
  }
}

/** @param wanted - columns that have to be there; `more` may be */
async function readTable(
  file: string,
  wanted: readonly string[],
  context: CommandContext,
  more: readonly string[] = [],
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] }> {
  const words = calibrationWordsOf(context.language)
  let places: readonly number[] = []
  let missing: string | undefined
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  await readCsv(readTextPieces(file, context), {
    header: (cells) => {
      const names = cells.map((cell) => cell.replace(/^\ufeff/, ''))
      places = [...wanted, ...more].map((name) => names.indexOf(name))
      missing = wanted.find((name) => !names.includes(name))
    },
    row: (cells, line) => {
      rows.push(places.map((place) => cells[place] ?? ''))
      lines.push(line)
    },
    misquoted: (line) => {
      rows.push(places.map(() => ''))
      lines.push(line)
    },
  })
  if (missing !== undefined || places.length === 0) throw new WrongUse(words.noColumn(missing ?? wanted[0] ?? ''))
  return { rows, lines }
}
