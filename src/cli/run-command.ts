import type { Language } from '../issues/index.js'
import type { Console } from './console.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { ClosedOutput } from './faults/closed-output.js'
import { defaultLanguage } from './usage/default-language.js'
import { languageOfTag } from './usage/language-of-tag.js'
import { type RoutedWords, routeWords } from './usage/route-words.js'

/**
 * Runs the command line. Never throws for anything a user did.
 * Nothing but the words is looked at before the command is known, so that the version costs next to nothing.
 * @param words - the arguments behind the program's name
 * @returns the exit code
 */
export async function runCommand(words: readonly string[], console: Console, version: string): Promise<ExitCode> {
  const routed = routeWords(words)
  try {
    if (routed.isVersion) {
      await console.write(`${version}\n`)
      return EXIT.fine
    }
    return await runRouted(routed, console)
  } catch (error) {
    if (error instanceof ClosedOutput) return EXIT.fine
    throw error
  }
}

async function runRouted(routed: RoutedWords, console: Console): Promise<ExitCode> {
  const language: Language = languageOfTag(routed.lang ?? '') ?? defaultLanguage(console)
  const { performCommand } = await import('./perform-command.js')
  return performCommand(routed, language, console)
}
