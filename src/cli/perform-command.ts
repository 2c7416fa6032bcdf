import type { Language } from '../issues/index.js'
import { nearestName } from '../issues/nearest-name.js'
import type { Console } from './console.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { BadEncoding } from './faults/bad-encoding.js'
import { WrongUse } from './faults/wrong-use.js'
import { ENCODING_NAMES, encodingOf } from './input/text/encoding.js'
import { openOutput } from './output/open-output.js'
import { terminalText } from './output/terminal-text.js'
import type { Command } from './usage/command.js'
import { COMMANDS } from './usage/command-list.js'
import { languageOfTag } from './usage/language-of-tag.js'
import { overviewPage } from './usage/overview-page.js'
import type { ParsedWords } from './usage/parse-words.js'
import type { RoutedWords } from './usage/route-words.js'
import type { Words } from './words/words.js'
import { wordsOf } from './words/words-of.js'

/** Performs the command that the words name, or prints a help page; reports wrong use and unreadable text. */
export async function performCommand(routed: RoutedWords, language: Language, console: Console): Promise<ExitCode> {
  const words = wordsOf(language)
  const report = (line: string): void => {
    console.writeError(`${console.isErrorTerminal ? terminalText(line) : line}\n`)
  }
  const { command: name, lang } = routed
  const listed = COMMANDS.get(name ?? '')
  const page = async (text: string): Promise<ExitCode> => {
    const output = await openOutput(undefined, console, words)
    await output.write(`${text}\n`)
    return EXIT.fine
  }
  try {
    if (lang !== undefined && languageOfTag(lang) === undefined) throw new WrongUse(words.usage.unknownLanguage(lang))
    if (routed.misplaced !== undefined) throw new WrongUse(words.usage.optionBeforeCommand(routed.misplaced))
    if (name === undefined || !listed) {
      if (name !== undefined) throw new WrongUse(words.usage.unknownCommand(name, nearestName(name, COMMANDS.keys())))
      if (!routed.isHelp) throw new WrongUse(words.usage.noCommand)
      return await page(overviewPage(language, words))
    }
    const command = await listed.load()
    if (routed.isHelp) {
      const { helpPage } = await import('./usage/help-page.js')
      return await page(helpPage(name, listed.summary, command, language, words))
    }
    const { parseWords } = await import('./usage/parse-words.js')
    const given = parseWords(name, command, routed.words, language, words)
    return await run(command, given, language, words, console, report)
  } catch (error) {
    if (error instanceof BadEncoding) {
      report(error.message)
      return EXIT.faults
    }
    if (!(error instanceof WrongUse)) throw error
    report(error.message)
    report(listed && name !== undefined ? words.usage.seeCommand(name) : words.usage.seeOverview)
    return EXIT.wrongUse
  }
}

async function run(
  command: Command,
  given: ParsedWords,
  language: Language,
  words: Words,
  console: Console,
  report: (line: string) => void,
): Promise<ExitCode> {
  const { encoding: encodingName = 'utf-8', out } = given.options as { encoding?: string; out?: string } // As defined.
  const encoding = encodingOf(encodingName)
  if (!encoding) throw new WrongUse(words.usage.unknownEncoding(encodingName, ENCODING_NAMES.join(', ')))
  for (const file of out === undefined ? [] : filesOf(command, given))
    if (await console.isSameFile(file, out ?? '')) throw new WrongUse(words.faults.overwritesInput(out ?? ''))
  const output = await openOutput(out, console, words)
  const hasByteOrderMark = given.options['no-bom'] === false
  try {
    const context = { console, language, words, encoding, hasByteOrderMark, write: output.write, report }
    // The parser gives the arguments and options that the command defines.
    const exit = await command.run(given as Parameters<Command['run']>[0], context)
    if (await output.finish(exit)) report(words.faults.written(out ?? ''))
    return exit
  } catch (error) {
    await output.abandon()
    throw error
  }
}

/** Files that a command was given to read or keep. */
function filesOf(command: Command, given: ParsedWords): readonly string[] {
  const places = command.arguments.flatMap(({ isFile }, place) => (isFile ? [given.arguments[place]] : []))
  const options = Object.entries(command.options).flatMap(([name, { isFile }]) => (isFile ? [given.options[name]] : []))
  return [...places, ...options].flat().filter((file): file is string => typeof file === 'string' && file !== '')
}
