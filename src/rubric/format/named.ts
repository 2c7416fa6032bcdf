import type { Text } from '../../issues/text.js'

/** Something declared by id so that other parts can name it. */
export interface Named {
  readonly id: string
  /** Shown to people; the id where absent. */
  readonly title?: Text
  readonly note?: Text
}
