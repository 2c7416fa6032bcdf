import { CommanderError, Option, Command as Parser } from 'commander'
import type { Language } from '../../issues/index.js'
import { nearestName } from '../../issues/nearest-name.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'
import type { Command } from './command.js'
import { GENERAL_OPTIONS } from './general-options.js'
import type { OptionDefinition } from './option-definition.js'

/** Values of a command line by the names of arguments' places and options. */
export interface ParsedWords {
  readonly arguments: readonly (string | readonly string[] | undefined)[]
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * Reads the words behind a command's name by the command's definition.
 * @throws WrongUse with what is wrong, in the user's language
 */
export function parseWords(
  name: string,
  command: Command,
  given: readonly string[],
  language: Language,
  words: Words,
): ParsedWords {
  const definitions: Readonly<Record<string, OptionDefinition>> = { ...command.options, ...GENERAL_OPTIONS }
  const parser = parserOf(name, command, definitions)
  try {
    parser.parse(given, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw new WrongUse(sentenceOf(error))
    throw error
  }
  const written: Readonly<Record<string, unknown>> = parser.opts()
  const entries = Object.entries(definitions).map(([option, definition]) => [
    option,
    optionValue(option, definition, written[keyOf(option)]),
  ])
  return { arguments: parser.processedArgs, options: Object.fromEntries(entries) }

  function optionValue(option: string, definition: OptionDefinition, value: unknown): unknown {
    const { byDefault, missing, repeats } = definition
    if (!definition.value) return option.startsWith('no-') ? value === false : value === true
    if (value === undefined) {
      if (missing) throw new WrongUse(missing[language])
      if (byDefault !== undefined) return readValue(option, definition, byDefault)
      return repeats ? [] : undefined
    }
    const values = repeats ? (value as readonly string[]) : [value as string] // As `parserOf` declares the option.
    const read = values.map((one) => readValue(option, definition, one))
    return repeats ? read : read[0]
  }

  function readValue(option: string, { choices, read, value }: OptionDefinition, written: string): unknown {
    const flag = `--${option}`
    // A forgotten value, so that the next option would be taken for it.
    if (written.startsWith('--') && Object.hasOwn(definitions, written.slice(2)))
      throw new WrongUse(words.usage.noValue(flag, value?.[language] ?? ''))
    if (choices && !choices.includes(written))
      throw new WrongUse(words.usage.notOneOf(flag, written, choices.join(', '), nearestName(written, choices)))
    return read ? read(written, flag, words) : written
  }

  function sentenceOf(error: CommanderError): string {
    const [, quoted = ''] = /'(.*)'/s.exec(error.message) ?? []
    switch (error.code) {
      case 'commander.unknownOption': {
        const [flag = ''] = quoted.split('=', 1)
        const nearest = nearestName(flag.replace(/^-+/, ''), Object.keys(definitions))
        return words.usage.unknownOption(name, flag, nearest === undefined ? undefined : `--${nearest}`)
      }
      case 'commander.optionMissingArgument': {
        const [flag = ''] = quoted.split(' ', 1)
        const definition = definitions[flag.slice(2)]
        return words.usage.noValue(flag, definition?.value?.[language] ?? '')
      }
      case 'commander.missingArgument': {
        const missing = command.arguments[Number(quoted)]?.missing
        return missing?.[language] ?? words.usage.notUnderstood
      }
      case 'commander.excessArguments': {
        const sentence = words.usage.tooMany(name, parser.args[command.arguments.length] ?? '')
        return [sentence, (command.arguments.at(-1)?.missing ?? command.noArguments)?.[language] ?? ''].join(' ').trim()
      }
      default:
        return words.usage.notUnderstood
    }
  }
}

function parserOf(name: string, command: Command, definitions: Readonly<Record<string, OptionDefinition>>): Parser {
  const parser = new Parser(name)
    .helpOption(false)
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => {} })
    .action(() => {})
  // Arguments are named by their place, by which commander's messages lead back to their definitions.
  command.arguments.forEach(({ missing, repeats }, place) => {
    const text = `${place}${repeats ? '...' : ''}`
    parser.argument(missing ? `<${text}>` : `[${text}]`)
  })
  for (const [option, { value, repeats }] of Object.entries(definitions)) {
    const declared = new Option(value ? `--${option} <value>` : `--${option}`)
    if (repeats) declared.argParser((one: string, before: readonly string[] = []) => [...before, one])
    parser.addOption(declared)
  }
  return parser
}

/** The key under which commander keeps an option. */
function keyOf(option: string): string {
  return new Option(`--${option}`).attributeName()
}
