/** Documents that `check` knows. */
export type DocumentKind = 'rubric' | 'sampling-design' | 'manifest' | 'calendar' | 'alert-policy'

/** What `check`, `init` and `schema` say. */
export interface DocumentWords {
  readonly sound: (file: string, kind: DocumentKind, id: string, version: string) => string
  readonly unknownSchema: (name: string, known: string, suggestion: string | undefined) => string
  readonly initId: (id: string) => string
  readonly unknownReady: (name: string, known: string, suggestion: string | undefined) => string
  readonly fileExists: (file: string) => string
  readonly initDone: (file: string, from: string | undefined, schema: string | undefined) => string
}
