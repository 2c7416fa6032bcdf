import type { CalibrationCall } from '../../calibration/index.js'
import type { CommandContext } from '../command-context.js'
import { isCsvFile } from './is-csv-file.js'
import { readSoundRecords } from './read-sound-records.js'
import { readTable } from './read-table.js'

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
  if (isCsvFile(file)) {
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
  const records = await readSoundRecords(file, context)
  if (!records) return undefined
  for (const value of records.values as readonly (CalibrationCall & { readonly raterId?: string })[]) {
    const { raterId = '', ...call } = value ?? {}
    put(String(raterId), call as CalibrationCall)
  }
  return byRater
}
