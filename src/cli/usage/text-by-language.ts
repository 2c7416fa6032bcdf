import type { Language } from '../../issues/index.js'

/** A text of the command line in each of its languages. */
export type TextByLanguage = Readonly<Record<Language, string>>
