import type { JudgedCalls, RaterRating } from '../../calibration/index.js'
import { formOf } from '../../rubric/format/form.js'
import type { Item, Rubric } from '../../rubric/index.js'
import { isWrittenPlainly } from '../../rubric/items/aspects/is-written-plainly.js'
import type { Evaluation, Rating } from '../../scoring/index.js'
import type { CommandContext } from '../command-context.js'
import { isCsvFile } from './is-csv-file.js'
import { readSoundRecords } from './read-sound-records.js'
import { readTable } from './read-table.js'

/** Ratings or evaluations of a file with the lines that they stand in. */
export interface ReadJudged {
  readonly judged: JudgedCalls
  readonly lineOf: (index: number) => number | undefined
}

/**
 * Reads CSV with the columns callId, raterId, item and rating, JSONL of the same keys, or evaluations.
 * @returns undefined where the file has faults, which are printed
 */
export async function readJudged(
  file: string,
  rubric: Rubric,
  context: CommandContext,
): Promise<ReadJudged | undefined> {
  if (isCsvFile(file)) {
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
  const records = await readSoundRecords(file, context)
  if (!records) return undefined
  const lineOf = (index: number): number | undefined => records.places[index]?.line
  const [first] = records.values
  const isEvaluation = typeof first === 'object' && first !== null && 'ratings' in first
  return isEvaluation
    ? { judged: { evaluations: records.values as Evaluation[] }, lineOf }
    : { judged: { ratings: records.values as RaterRating[] }, lineOf }
}

/** The rating in a cell: an option id or text as it stands, anything else as JSON. */
function ratingOf(cell: string, item: Item | undefined): Rating {
  if (cell === 'na') return 'na'
  if (item && isWrittenPlainly(item)) return cell
  try {
    return JSON.parse(cell) as Rating
  } catch {
    return cell
  }
}
