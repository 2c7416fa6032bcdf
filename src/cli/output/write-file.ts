import type { CommandContext } from '../command-context.js'
import { systemReason } from '../faults/system-reason.js'
import { WrongUse } from '../faults/wrong-use.js'

/** Writes a file whole or not at all. */
export async function writeFile(
  file: string,
  text: string,
  { console, words }: Pick<CommandContext, 'console' | 'words'>,
): Promise<void> {
  try {
    const unfinished = await console.beginFile(file)
    await unfinished.write(text)
    await unfinished.finish()
  } catch (error) {
    throw new WrongUse(words.faults.unwritable(file, systemReason(error, words)))
  }
}
