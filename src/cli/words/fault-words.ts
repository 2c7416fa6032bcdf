import type { Issue } from '../../issues/index.js'

/** What is said about files that cannot be used. */
export interface FaultWords {
  readonly severities: Readonly<Record<Issue['severity'], string>>
  readonly unreadable: (file: string, reason: string) => string
  readonly unwritable: (file: string, reason: string) => string
  readonly standardOutput: string
  /** Reasons of the operating system by its code. */
  readonly systemReasons: ReadonlyMap<string, string>
  readonly otherSystemReason: (code: string) => string
  readonly notEncoded: (file: string, encoding: string, line: number) => string
  readonly faultyFile: (file: string) => string
  readonly moreFaults: (count: number) => string
  readonly overwritesInput: (file: string) => string
  readonly written: (file: string) => string
  /** How many cells a row has. */
  readonly cells: (count: number) => string
  readonly noColumn: (column: string) => string
  readonly failedScores: (count: number) => string
}
