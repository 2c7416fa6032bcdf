import type { Words } from '../words/words.js'
import type { TextByLanguage } from './text-by-language.js'

/** An option of a command: what its help page says and how its value is read. */
export interface OptionDefinition<Value = unknown> {
  readonly text: TextByLanguage
  /** Placeholder of the value, such as FILE; a flag has none. */
  readonly value?: TextByLanguage
  /** The value names a file, which `--out` must not overwrite. */
  readonly isFile?: true
  /** The option may be given several times. */
  readonly repeats?: true
  /** Says what to give where the option is missing; an option without it may be left out. */
  readonly missing?: TextByLanguage
  /** The only values. */
  readonly choices?: readonly string[]
  /** The value where the option is left out. */
  readonly byDefault?: string
  /**
   * Reads the value.
   * @throws WrongUse with what is wrong
   */
  readonly read?: (value: string, option: string, words: Words) => Value
}

/** Options of a command by their names without the two hyphens. */
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>

type ValueOf<Definition> = Definition extends { readonly read: (...given: never[]) => infer Value }
  ? Value
  : Definition extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string

type GivenOption<Definition> = Definition extends { readonly value: object }
  ? Definition extends { readonly repeats: true }
    ? readonly ValueOf<Definition>[]
    : Definition extends { readonly missing: object } | { readonly byDefault: string }
      ? ValueOf<Definition>
      : ValueOf<Definition> | undefined
  : boolean

/** What was given for the options of a command. */
export type GivenOptions<Definitions> = { readonly [Name in keyof Definitions]: GivenOption<Definitions[Name]> }
