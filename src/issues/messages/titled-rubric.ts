import type { Text } from '../text.js'

/** A part of a rubric that has an id and, for people, a title. */
export interface TitledPart {
  readonly id: string
  readonly title?: Text
}

/** A section with its parts. */
export interface TitledSection extends TitledPart {
  readonly items?: readonly TitledPart[]
  readonly sections?: readonly TitledSection[]
}

/** Those members of a rubric whose titles messages show; every `Rubric` is one. */
export interface TitledRubric {
  readonly sections: readonly TitledSection[]
  readonly businessTypes?: readonly TitledPart[]
  readonly families?: readonly TitledPart[]
  readonly tags?: readonly TitledPart[]
  readonly actions?: readonly TitledPart[]
  readonly vetoes?: readonly TitledPart[]
  readonly gates?: readonly TitledPart[]
  readonly bonuses?: readonly TitledPart[]
  readonly scales?: Readonly<Record<string, { readonly title?: Text }>>
  readonly facts?: Readonly<Record<string, { readonly title?: Text; readonly description?: Text }>>
  readonly result: { readonly bands?: readonly TitledPart[] }
}
