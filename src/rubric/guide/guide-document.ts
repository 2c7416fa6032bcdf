import type { Language } from '../../issues/issue.js'

/** A guide before it is written out as Markdown or HTML. */
export interface GuideDocument {
  readonly language: Language
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

/** A part of a guide that stands on lines of its own. */
export type GuideBlock =
  /** Level 1 is the title, 2 a chapter. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: Inlines }
  /** Sentences that belong together. */
  | { readonly kind: 'paragraph'; readonly sentences: readonly Inlines[] }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly Inlines[])[]
      /** Columns at the right side that hold figures. */
      readonly figures: number
    }

/** Text with emphasis. Plain text is never markup, wherever it comes from; a line feed in it begins a new line. */
export type Inlines = readonly Inline[]
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly content: Inlines }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
