import type { CommandContext } from '../../command-context.js'
import { readTextPieces } from './read-text-pieces.js'

/** Reads a whole file as text. */
export async function readText(file: string, context: CommandContext): Promise<string> {
  let text = ''
  for await (const piece of readTextPieces(file, context)) text += piece
  return text
}
