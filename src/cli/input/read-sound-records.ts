import type { CommandContext } from '../command-context.js'
import { reportIssues } from '../faults/report-issues.js'
import { type ReadRecords, readRecords } from './read-records.js'

/** Reads the records of a JSON or JSONL file; reports those that are no JSON and returns undefined if there were any. */
export async function readSoundRecords(file: string, context: CommandContext): Promise<ReadRecords | undefined> {
  const records = await readRecords(file, context)
  reportIssues(file, records.issues, context)
  return records.issues.length > 0 ? undefined : records
}
