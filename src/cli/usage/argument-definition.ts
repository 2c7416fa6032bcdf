import type { TextByLanguage } from './text-by-language.js'

/** An argument of a command, given by its place. */
export interface ArgumentDefinition {
  /** Placeholder, such as FILE. */
  readonly name: TextByLanguage
  readonly text: TextByLanguage
  /** The argument names files, which `--out` must not overwrite. */
  readonly isFile?: true
  /** One or more values; only the last argument may. */
  readonly repeats?: true
  /** Says what to give where the argument is missing; an argument without it may be left out. */
  readonly missing?: TextByLanguage
}

type GivenArgument<Definition> = Definition extends { readonly repeats: true }
  ? readonly string[]
  : Definition extends { readonly missing: object }
    ? string
    : string | undefined

/** What was given for the arguments of a command, in their order. */
export type GivenArguments<Definitions extends readonly ArgumentDefinition[]> = {
  readonly [Place in keyof Definitions]: GivenArgument<Definitions[Place]>
}
