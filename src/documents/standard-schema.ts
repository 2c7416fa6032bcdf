import type { Issue, Result } from '../issues/issue.js'
import { messages } from '../issues/messages/en.js'
import { messageIn } from '../issues/messages/message-in.js'

/**
 * A schema that every library of the Standard Schema specification takes, such as tRPC, Hono, TanStack Form and React
 * Hook Form. Source: https://standardschema.dev, version 1. The value is checked at once, never later.
 */
export interface StandardSchema<Document> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'callgrade'
    /** Checks a value or a JSON text. */
    readonly validate: (value: unknown) => StandardResult<Document>
    /** Types for inference; never there at run time. */
    readonly types?: { readonly input: Document; readonly output: Document } | undefined
  }
}

/** The document, frozen, or its issues. */
export type StandardResult<Document> =
  | { readonly value: Document; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

/** An issue with its sentence in English; `messageOf` says the same in other languages. */
export interface StandardIssue extends Issue {
  readonly message: string
}

/** Makes a Standard Schema of the safe reader of a format. */
export function standardSchema<Document>(safeParse: (input: unknown) => Result<Document>): StandardSchema<Document> {
  return {
    '~standard': {
      version: 1,
      vendor: 'callgrade',
      validate: (value) => {
        const { data, issues } = safeParse(value)
        if (issues === undefined) return { value: data }
        return { issues: issues.map((issue) => ({ ...issue, message: messageIn(messages, issue) })) }
      },
    },
  }
}
