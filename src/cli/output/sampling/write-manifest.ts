import type { Manifest } from '../../../sampling/index.js'
import type { CommandContext } from '../../command-context.js'
import type { Console } from '../../console.js'
import { codeOf } from '../../faults/code-of.js'
import { WrongUse } from '../../faults/wrong-use.js'
import { writeFile } from '../write-file.js'

/**
 * Writes a manifest whole or not at all.
 * @throws WrongUse where the file holds something else that may not be replaced
 */
export async function writeManifest(
  file: string,
  manifest: Manifest,
  mayReplace: boolean,
  context: CommandContext,
): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  if (!mayReplace) {
    const state = await stateOf(file, Buffer.from(text), context.console)
    if (state === 'same') return
    if (state === 'other') throw new WrongUse(context.words.sampling.otherManifest(file))
  }
  await writeFile(file, text, context)
}

/** Compares bytes, so that a file in whatever encoding is kept, and one that cannot be read as well. */
async function stateOf(file: string, wanted: Buffer, { open }: Console): Promise<'absent' | 'same' | 'other'> {
  let length = 0
  try {
    for await (const chunk of open(file)) {
      if (!wanted.subarray(length, length + chunk.length).equals(chunk)) return 'other'
      length += chunk.length
    }
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'absent' : 'other'
  }
  return length === wanted.length ? 'same' : 'other'
}
