import type { AlertReview } from '../../../alerts/index.js'
import type { CommandContext } from '../../command-context.js'
import { writeFile } from '../write-file.js'

/** Writes a state whole or not at all. Events that were impossible are left out, so that they can be corrected. */
export async function writeState(file: string, review: AlertReview, context: CommandContext): Promise<void> {
  const impossible = new Set(review.refused.map(({ event }) => event))
  const kept = { ...review, events: review.events.filter(({ id }) => !impossible.has(id)), refused: [] }
  await writeFile(file, `${JSON.stringify(kept)}\n`, context)
}
