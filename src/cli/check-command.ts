import { safeParseRubric } from '../rubric/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from './console.js'
import { issueLine } from './issue-lines.js'
import { readText } from './read-text.js'
import { wordsOf } from './usage.js'

/** `callgrade check FILE...` */
export async function checkCommand(
  files: readonly string[],
  options: { readonly isStrict: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = wordsOf(language)
  if (files.length === 0) throw new WrongUse(words.noFiles)
  let exit: ExitCode = EXIT.fine
  for (const file of files) {
    const result = safeParseRubric(await readText(file, context))
    if (result.success) {
      await console.write(`${words.sound(file, result.data.id, result.data.version)}\n`)
      continue
    }
    for (const issue of result.issues) await console.write(`${issueLine(file, issue, language)}\n`)
    if (options.isStrict || result.issues.some(({ severity }) => severity === 'error')) exit = EXIT.faults
  }
  return exit
}
