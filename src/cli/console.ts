import type { Language } from '../issues/index.js'

/** Everything outside that a command touches; tests give their own. */
export interface Console {
  readonly standardInput: () => AsyncIterable<Uint8Array>
  /** Resolves when more may be written; rejects with `ClosedOutput` when nobody reads any longer. */
  readonly write: (text: string) => Promise<void>
  readonly writeError: (text: string) => void
  /** Opens a file as chunks of bytes. */
  readonly open: (file: string) => AsyncIterable<Uint8Array>
  /** Writes a whole file at once or not at all: what stood there before stays until the new one is complete. */
  readonly replaceFile: (file: string, text: string) => Promise<void>
  readonly isErrorTerminal: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => number
  /** Milliseconds since 1970, for what depends on the day: whether an example is out of date. */
  readonly wallClock: () => number
  /** Reads a file that comes with the package; undefined where there is none of that name. */
  readonly readPackaged: (path: string) => Promise<string | undefined>
  /** Writes a new file; false, and nothing written, where there is one. */
  readonly createFile: (file: string, text: string) => Promise<boolean>
}

/** Exit codes of every command. */
export const EXIT = { fine: 0, faults: 1, wrongUse: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What every command is told. */
export interface CommandContext {
  readonly console: Console
  readonly language: Language
  readonly encoding: Encoding
}

export const ENCODINGS = ['utf-8', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The command cannot go on as it was called, or a file cannot be read: exit code 2. */
export class WrongUse extends Error {}

/** The text of a file is not in its encoding: exit code 1. */
export class BadEncoding extends Error {}

/** The reader of standard output went away; not a fault. */
export class ClosedOutput extends Error {}
