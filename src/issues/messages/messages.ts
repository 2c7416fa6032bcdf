import type { Language } from '../issue.js'
import type { IssueCode } from '../issue-code.js'
import type { TypedIssue } from '../typed-issue.js'

/** Makers of sentences, one per code: what is wrong and what to do, from the facts of the issue. */
export type Sentences = { readonly [Code in IssueCode]: (issue: TypedIssue<Code>) => string }

/** The sentences of one capability. */
export type SentencesOf<Capability extends string> = Pick<Sentences, Extract<IssueCode, `${Capability}/${string}`>>

/** All messages of one language. */
export interface Messages {
  readonly language: Language
  readonly sentences: Sentences
}
