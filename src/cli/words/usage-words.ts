/** What is said about the use of the command line: help pages, and words that cannot be understood. */
export interface UsageWords {
  readonly tagline: string
  readonly commands: string
  readonly usage: string
  readonly arguments: string
  readonly options: string
  readonly generalOptions: string
  readonly colon: string
  readonly example: string
  /** Placeholder for options in the line of usage. */
  readonly someOptions: string
  readonly repeats: string
  readonly required: string
  readonly choices: (choices: readonly string[], byDefault: string | undefined) => string
  readonly byDefault: (value: string) => string
  readonly exitCodes: string
  readonly commandHelp: string
  readonly seeOverview: string
  readonly seeCommand: (command: string) => string
  readonly noCommand: string
  readonly unknownCommand: (name: string, suggestion: string | undefined) => string
  readonly optionBeforeCommand: (option: string) => string
  readonly unknownOption: (command: string, option: string, suggestion: string | undefined) => string
  readonly noValue: (option: string, placeholder: string) => string
  readonly tooMany: (command: string, word: string) => string
  readonly notUnderstood: string
  readonly unknownLanguage: (name: string) => string
  readonly unknownEncoding: (name: string, known: string) => string
  readonly notOneOf: (option: string, value: string, known: string, suggestion: string | undefined) => string
  readonly notInstant: (option: string, value: string) => string
  readonly notWhole: (option: string, value: string) => string
  readonly notPercent: (option: string, value: string) => string
  readonly notPositive: (option: string, value: string) => string
}
