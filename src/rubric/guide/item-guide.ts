import type { GuideBlock } from './guide-document.js'

/** What a guide says of an item of one kind. */
export interface ItemGuide {
  /** How it is rated, and what each rating means and earns. */
  readonly criteria: readonly GuideBlock[]
  /** Which ratings are a critical error, where the item declares one. */
  readonly critical?: string
  /** Remarks below the criteria. */
  readonly remarks?: readonly GuideBlock[]
}
