import type { CommandContext } from '../command-context.js'
import type { ExitCode } from '../exit-code.js'
import type { ArgumentDefinition, GivenArguments } from './argument-definition.js'
import type { GivenOptions, OptionDefinitions } from './option-definition.js'
import type { TextByLanguage } from './text-by-language.js'

/** A command line that works, with what it does. */
export interface CommandExample {
  readonly line: string
  readonly text: TextByLanguage
}

/** A command: its arguments and options, the rest of its help page, and what it does. */
export interface Command<
  Arguments extends readonly ArgumentDefinition[] = readonly ArgumentDefinition[],
  Options extends OptionDefinitions = OptionDefinitions,
> {
  readonly arguments: Arguments
  readonly options: Options
  /** Says how to give what someone wrote as an argument, for a command that takes none. */
  readonly noArguments?: TextByLanguage
  /** What to know that belongs to no single option. */
  readonly remark?: TextByLanguage
  readonly examples: readonly CommandExample[]
  /** A method, so that a command of certain options is a command of any: the parser gives what the definitions say. */
  run(given: Given<Arguments, Options>, context: CommandContext): Promise<ExitCode>
}

/** What a command line gave to a command. */
export interface Given<Arguments extends readonly ArgumentDefinition[], Options extends OptionDefinitions> {
  readonly arguments: GivenArguments<Arguments>
  readonly options: GivenOptions<Options>
}

/** Defines a command, so that `run` receives its arguments and options with their types. */
export function defineCommand<
  const Arguments extends readonly ArgumentDefinition[],
  const Options extends OptionDefinitions,
>(command: Command<Arguments, Options>): Command {
  return command as unknown as Command // The parser fills every argument and option as they are defined.
}
