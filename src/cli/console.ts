/** Everything outside the process that a command touches; tests give their own. */
export interface Console {
  readonly standardInput: () => AsyncIterable<Uint8Array>
  /** Resolves when more may be written; rejects with `ClosedOutput` when the reader has gone away. */
  readonly write: (text: string) => Promise<void>
  readonly writeError: (text: string) => void
  /** Opens a file as chunks of bytes. */
  readonly open: (file: string) => AsyncIterable<Uint8Array>
  /** Whether two names lead to the same file. */
  readonly isSameFile: (one: string, other: string) => Promise<boolean>
  /** Begins a file that replaces one of that name when it is finished, and not before. */
  readonly beginFile: (file: string) => Promise<UnfinishedFile>
  readonly isOutputTerminal: boolean
  readonly isErrorTerminal: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The system's locale as a BCP 47 tag. */
  readonly locale: () => string
  /** Milliseconds since an arbitrary moment, for the pace of progress. */
  readonly now: () => number
  /** Milliseconds since 1970, for what depends on the day: whether an example is out of date. */
  readonly wallClock: () => number
  /** Reads a file that comes with the package; undefined where there is none of that name. */
  readonly readPackaged: (path: string) => Promise<string | undefined>
  /** Writes a new file; returns false, and writes nothing, where one exists. */
  readonly createFile: (file: string, text: string) => Promise<boolean>
}

/** A file that is being written. */
export interface UnfinishedFile {
  readonly write: (text: string) => Promise<void>
  /** Puts the file in its place. */
  readonly finish: () => Promise<void>
  /** Removes what was written. */
  readonly abandon: () => Promise<void>
}
